package org.fieldfall.app.live.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.LevelGuard;
import org.junit.jupiter.api.Test;

class GuardBoardTest {

    private final GuardBoard board = new GuardBoard(
            List.of(LevelGuard.on("field", -1.1, 1.1, "T"), LevelGuard.on("supply-current", -12, 12, "A")));

    @Test
    void showsTheLevelInTheGuardsOwnUnit() {
        board.heard(new ScalarRead(1, "field", 9, "A", 0.9, "T"));
        board.heard(new ScalarRead(1, "supply-current", 9, "A", 0.9, "T"));

        assertThat(board.json()).extracting(guard -> guard.get("level")).containsExactly(0.9, 9.0);
        assertThat(board.json()).extracting(guard -> guard.get("state")).containsExactly("ok", "ok");
    }

    @Test
    void latchesUntilItIsAcknowledged() {
        board.heard(new GuardTripped(5, "field", 1.2, 1.1, "T", "the run ends"));
        assertThat(board.json().get(0)).containsEntry("state", "latched").containsEntry("tripped_value", 1.2);

        board.heard(new OperatorSaid(6, "anna", "field", "seen"));

        assertThat(board.json().get(0)).containsEntry("state", "acknowledged");
    }

    @Test
    void showsAGuardThatTheFilesDoNotName() {
        board.heard(new GuardTripped(5, "helium", 1, 2, "%", "the phase is marked"));

        assertThat(board.json()).hasSize(3);
        assertThat(board.json().get(2)).containsEntry("name", "helium").containsEntry("unit", "%");
    }
}
