package org.fieldfall.protocols.instrument.contract;

import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.HeatSwitch.Command;
import org.fieldfall.protocols.instrument.HeatSwitch.State;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

class FakeHeatSwitchTest extends HeatSwitchContract {

    private final FakeLine line = new FakeLine("heat switch");
    private final FakeHeatSwitch fake = new FakeHeatSwitch(line);
    private HeatSwitch heatSwitch = fake;

    @Override
    protected Bench bench() {
        return line;
    }

    @Override
    protected HeatSwitch heatSwitch() {
        return heatSwitch;
    }

    @Override
    protected boolean isLinked() {
        return fake.isLinked();
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return line.identifyAnother(within);
    }

    private static Consumer<FakeHeatSwitchTest> broken(String method, Proof.Answer answer) {
        return test -> test.heatSwitch = Proof.flawed(HeatSwitch.class, test.fake, method, answer);
    }

    @Test
    void canFailInEachTestOfTheContract() {
        new Proof<>(FakeHeatSwitchTest::new)
                .catchesABadLine(test -> test.line)
                .catches("linksAndPartsWithinItsSettleTime", broken("open", asked -> "stuck"))
                .catches("linksAndPartsWithinItsSettleTime", broken("settleSeconds", asked -> 0.1))
                .catches("remembersTheLastCommandThatWasConfirmed", broken("lastCommand", asked -> Command.OPEN))
                .catches("claimsNoCommandWhoseFateIsUnknown", broken("lastCommand", asked -> Command.CLOSE))
                .catches("neverClaimsTheOppositeOfWhatIs", broken("state", asked -> State.CLOSED))
                .isWhole();
    }
}
