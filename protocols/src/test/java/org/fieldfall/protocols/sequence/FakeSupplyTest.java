package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.FakeLine;
import org.fieldfall.protocols.instrument.contract.FieldSupplyContract;
import org.fieldfall.protocols.instrument.contract.Proof;
import org.junit.jupiter.api.Test;

class FakeSupplyTest extends FieldSupplyContract {

    private final FakeLine line = new FakeLine("field supply");
    private final FakeSupply fake = new FakeSupply(new LineClock(line), line);
    private FieldSupply supply = fake;

    /** The line's time as rig clock. */
    private record LineClock(FakeLine line) implements RigClock {
        @Override
        public double seconds() {
            return line.seconds();
        }

        @Override
        public boolean waitUntil(double seconds, Duration atMost) {
            line.pass(Math.max(0, seconds - line.seconds()));
            return true;
        }

        @Override
        public void pace(Pace pace) {}
    }

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected FieldSupply supply() {
        return supply;
    }

    @Override
    protected double trueTesla() {
        return fake.tesla();
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeSupplyTest> broken(String method, Proof.Answer answer) {
        return test -> test.supply = Proof.flawed(FieldSupply.class, test.fake, method, answer);
    }

    /** Does what it shall not and then what it shall. */
    private static Consumer<FakeSupplyTest> meddling(String method, Meddling meddling) {
        return test -> test.supply = Proof.flawed(FieldSupply.class, test.fake, method, asked -> {
            meddling.with(test.fake, asked);
            return "done";
        });
    }

    private interface Meddling {
        void with(FakeSupply fake, Object[] asked);
    }

    private static void run(FakeSupply fake, RampProgram program) {
        fake.load(program, WITHIN);
        fake.start(WITHIN);
    }

    /** Starts what it loads, be it loaded or refused. */
    private static void hasty(FakeSupply fake, Object[] asked) {
        run(fake, (RampProgram) asked[0]);
    }

    /** Stops in the middle, as a program cut by the host would. */
    private static void lame(FakeSupply fake, Object[] asked) {
        RampProgram whole = (RampProgram) asked[0];
        fake.load(RampProgram.linear(fake.tesla(), 0.5 * whole.lastTesla(), 0.2, 0.1), WITHIN);
    }

    private static void asking(FakeSupplyTest test) {
        test.line.plant(FakeLine.Flaw.ASKS_BEFORE_IT_REFUSES);
    }

    private static Consumer<FakeSupplyTest> lenient() {
        return broken("load", asked -> "loaded");
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new Proof<>(FakeSupplyTest::new)
                .catchesABadLine(test -> test.line)
                .catches("makesReadyWithoutMovingTheField", meddling("prepare", (fake, asked) -> {
                    fake.prepare(WITHIN);
                    run(fake, RampProgram.of(new double[] {0}, 1));
                }))
                .catches("startsNothingByLoading", meddling("load", FakeSupplyTest::hasty))
                .catches("runsAProgramByItselfAndStaysOnItsLastPoint", meddling("load", FakeSupplyTest::lame))
                .catches(
                        "runsAProgramByItselfAndStaysOnItsLastPoint",
                        broken("status", asked -> new SupplyStatus(false, false, true)))
                .catches(
                        "measuresTheFieldItMakesOnEitherSideOfZero",
                        test -> test.supply = Proof.flawed(
                                FieldSupply.class,
                                test.fake,
                                "measureField",
                                asked -> new FieldReading(10 * test.fake.tesla(), Math.abs(test.fake.tesla()))))
                .catches("refusesFieldsBeyondItsLimitBeforeTheWire", lenient())
                .catches("refusesFieldsBeyondItsLimitBeforeTheWire", FakeSupplyTest::asking)
                .catches("loadsAProgramToItsVeryLimit", broken("load", asked -> {
                    throw new IllegalArgumentException("too much");
                }))
                .catches("refusesRatesBeyondItsLimitBeforeTheWire", lenient())
                .catches("refusesAFirstStepThatIsTooSteepFromThePresentField", meddling("load", (fake, asked) -> {
                    RampProgram program = (RampProgram) asked[0];
                    fake.load(RampProgram.of(program.tesla(), 1), WITHIN);
                }))
                .catches("refusesDwellsAndLengthsThatItsMemoryCannotHoldBeforeTheWire", lenient())
                .catches("startsAProgramOnlyOnce", broken("start", asked -> "started"))
                .catches("startsNoOlderProgramInPlaceOfARefusedOne", broken("start", asked -> "started"))
                .catches("startsNoProgramFromBeforeALoss", broken("start", asked -> "started"))
                .catches("refusesToSwitchOffAboveTheFieldThatItIsGiven", broken("outputOff", asked -> "off"))
                .catches("switchesOffAtZeroAndOnAgain", broken("outputOff", asked -> "off"))
                .isWhole();
    }
}
