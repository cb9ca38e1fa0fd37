package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

class FakeBiasTest extends BiasMagnetContract {

    private final FakeLine line = new FakeLine("bias-magnet");
    private final FakeBias fake = new FakeBias(line);
    private BiasMagnet magnet = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected BiasMagnet magnet() {
        return magnet;
    }

    @Override
    protected double trueTesla() {
        return fake.tesla();
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeBiasTest> broken(String method, Proof.Answer answer) {
        return test -> test.magnet = Proof.flawed(BiasMagnet.class, test.fake, method, answer);
    }

    /** One that knows no way back once it is under way. */
    private static void withoutReturn(FakeBiasTest test) {
        test.magnet = Proof.flawed(BiasMagnet.class, test.fake, "rampTo", asked -> {
            if (test.fake.state(WITHIN) == BiasMagnet.State.RESTING) {
                test.fake.rampTo((Double) asked[0], WITHIN);
            }
            return "rampTo";
        });
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new Proof<>(FakeBiasTest::new)
                .catchesABadLine(test -> test.line)
                .catches("goesToEveryFieldUpToItsLimitEitherWayAndRests", broken("measureTesla", asked -> 0.03))
                .catches("isOnItsWayNoFasterThanItsRate", broken("state", asked -> BiasMagnet.State.RESTING))
                .catches("turnsRoundOnItsWay", FakeBiasTest::withoutReturn)
                .catches(
                        "refusesFieldsBeyondItsLimitBeforeTheWire",
                        test -> test.line.plant(FakeLine.Flaw.ASKS_BEFORE_IT_REFUSES))
                .catches("refusesFieldsBeyondItsLimitBeforeTheWire", broken("rampTo", asked -> "as you like"))
                .isWhole();
    }
}
