package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.HeatSwitch.Command;
import org.fieldfall.protocols.instrument.HeatSwitch.State;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.Test;

/** A heat switch moves as it is told, within its settle time, and never claims a state that it cannot know. */
public abstract class HeatSwitchContract extends RoleContract {

    protected abstract HeatSwitch heatSwitch();

    /** Whether sample and bath are linked, by other means. */
    protected abstract boolean isLinked();

    @Override
    protected final Identity identify(Duration within) {
        return heatSwitch().identify(within);
    }

    @Override
    protected final void resynchronise(Duration within) {
        heatSwitch().resynchronise(within);
    }

    @Override
    protected final Map<String, Consumer<Duration>> questions() {
        Map<String, Consumer<Duration>> questions = new LinkedHashMap<>();
        questions.put("open", within -> heatSwitch().open(within));
        questions.put("close", within -> heatSwitch().close(within));
        return questions;
    }

    private void settle() {
        bench().pass(heatSwitch().settleSeconds());
    }

    @Test
    void linksAndPartsWithinItsSettleTime() {
        heatSwitch().close(WITHIN);
        settle();
        assertThat(isLinked()).as("closed").isTrue();

        heatSwitch().open(WITHIN);
        settle();
        assertThat(isLinked()).as("opened").isFalse();

        heatSwitch().close(WITHIN);
        settle();
        assertThat(isLinked()).as("closed again").isTrue();
    }

    @Test
    void remembersTheLastCommandThatWasConfirmed() {
        heatSwitch().open(WITHIN);
        assertThat(heatSwitch().lastCommand()).isEqualTo(Command.OPEN);

        heatSwitch().close(WITHIN);
        assertThat(heatSwitch().lastCommand()).isEqualTo(Command.CLOSE);
    }

    @Test
    void claimsNoCommandWhoseFateIsUnknown() {
        heatSwitch().close(WITHIN);

        assertUnanswered(within -> heatSwitch().open(within));

        assertThat(heatSwitch().lastCommand()).isEqualTo(Command.NONE);
        resynchronise(WITHIN);
        heatSwitch().close(WITHIN);
        assertThat(heatSwitch().lastCommand()).isEqualTo(Command.CLOSE);
    }

    @Test
    void neverClaimsTheOppositeOfWhatIs() {
        heatSwitch().close(WITHIN);
        settle();
        assertThat(heatSwitch().state(WITHIN)).isIn(State.CLOSED, State.UNKNOWN);

        heatSwitch().open(WITHIN);
        settle();
        assertThat(heatSwitch().state(WITHIN)).isIn(State.OPEN, State.UNKNOWN);
    }
}
