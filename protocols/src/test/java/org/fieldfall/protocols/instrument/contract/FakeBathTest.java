package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

class FakeBathTest extends BathContract {

    private final FakeLine line = new FakeLine("bath");
    private final FakeBath fake = new FakeBath(line);
    private Bath bath = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected Bath bath() {
        return bath;
    }

    @Override
    protected double trueKelvin() {
        return fake.kelvin();
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeBathTest> broken(String method, Proof.Answer answer) {
        return test -> test.bath = Proof.flawed(Bath.class, test.fake, method, answer);
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new Proof<>(FakeBathTest::new)
                .catchesABadLine(test -> test.line)
                .catches("readsBackEverySetpointUpToItsLimits", broken("measureSetpoint", asked -> 4.2))
                .catches(
                        "refusesSetpointsBeyondItsLimitsBeforeTheWire",
                        test -> test.line.plant(FakeLine.Flaw.ASKS_BEFORE_IT_REFUSES))
                .catches(
                        "refusesSetpointsBeyondItsLimitsBeforeTheWire",
                        broken("setSetpoint", asked -> "whatever it is"))
                .catches(
                        "measuresWhatIsAndNotWhatShallBe",
                        test -> test.bath = Proof.flawed(
                                Bath.class, test.fake, "measureKelvin", asked -> test.fake.measureSetpoint(WITHIN)))
                .catches("goesToItsSetpointAndMeasuresThatItIsThere", broken("measureKelvin", asked -> 4.2))
                .catches("goesToItsSetpointAndMeasuresThatItIsThere", broken("setSetpoint", asked -> "never mind"))
                .isWhole();
    }
}
