package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.junit.jupiter.api.Test;

class FakeHeaterTest extends SampleHeaterContract {

    private final FakeLine line = new FakeLine("sample heater");
    private final FakeHeater fake = new FakeHeater(line);
    private SampleHeater heater = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected SampleHeater heater() {
        return heater;
    }

    @Override
    protected double trueKelvin() {
        return fake.kelvin();
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeHeaterTest> broken(String method, Proof.Answer answer) {
        return test -> test.heater = Proof.flawed(SampleHeater.class, test.fake, method, answer);
    }

    /** A heater that claims every power and has but one. */
    private static void ofOnePower(FakeHeaterTest test) {
        test.heater = Proof.flawed(SampleHeater.class, test.fake, "on", asked -> {
            var unused = test.fake.on(5e-7, WITHIN);
            return asked[0];
        });
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new Proof<>(FakeHeaterTest::new)
                .catchesABadLine(test -> test.line)
                .catches("answersThePowerThatIsNearestToTheOneAskedFor", broken("on", asked -> 1e-6))
                .catches("heatsByThePowerThatItAnswers", broken("on", asked -> asked[0]))
                .catches("heatsByThePowerThatItAnswers", FakeHeaterTest::ofOnePower)
                .catches("heatsNoMoreOnceItIsOff", broken("off", asked -> "later"))
                .catches(
                        "refusesPowersBeyondItsLimitBeforeTheWire",
                        test -> test.line.plant(FakeLine.Flaw.ASKS_BEFORE_IT_REFUSES))
                .catches("refusesPowersBeyondItsLimitBeforeTheWire", broken("on", asked -> asked[0]))
                .isWhole();
    }
}
