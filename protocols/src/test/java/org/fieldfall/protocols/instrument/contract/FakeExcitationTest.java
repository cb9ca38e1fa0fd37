package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

class FakeExcitationTest extends ExcitationContract {

    private final FakeLine line = new FakeLine("excitation");
    private final FakeExcitation fake = new FakeExcitation(line);
    private Excitation excitation = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected Excitation excitation() {
        return excitation;
    }

    @Override
    protected double trueAmperes() {
        return fake.amperes();
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeExcitationTest> broken(String method, Proof.Answer answer) {
        return test -> test.excitation = Proof.flawed(Excitation.class, test.fake, method, answer);
    }

    /** A source that cannot reverse its current. */
    private static void withoutReverse(FakeExcitationTest test) {
        test.excitation = Proof.flawed(Excitation.class, test.fake, "set", asked -> {
            test.fake.set(Math.abs((Double) asked[0]), WITHIN);
            return "set";
        });
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new Proof<>(FakeExcitationTest::new)
                .catchesABadLine(test -> test.line)
                .catches("givesEveryLevelUpToItsLimitAndItsReverse", FakeExcitationTest::withoutReverse)
                .catches("givesEveryLevelUpToItsLimitAndItsReverse", broken("measureAmperes", asked -> 5e-7))
                .catches("givesNoCurrentAtZero", broken("measureAmperes", asked -> 5e-7))
                .catches(
                        "refusesCurrentsBeyondItsLimitBeforeTheWire",
                        test -> test.line.plant(FakeLine.Flaw.ASKS_BEFORE_IT_REFUSES))
                .catches("refusesCurrentsBeyondItsLimitBeforeTheWire", broken("set", asked -> "as you like"))
                .isWhole();
    }
}
