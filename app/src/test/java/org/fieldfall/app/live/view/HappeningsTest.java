package org.fieldfall.app.live.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.SafeStateStep;
import org.junit.jupiter.api.Test;

class HappeningsTest {

    private final Happenings happenings = new Happenings();

    @Test
    void followsAPhaseFromBeginToEnd() {
        assertThat(happenings.status()).isEqualTo("waiting");
        happenings.heard(new PhaseStarted(1, "settle", 100));
        assertThat(happenings.status()).isEqualTo("running");
        assertThat(happenings.phase()).isEqualTo("settle");
        assertThat(happenings.phases().get(0))
                .containsEntry("deadline_rig_s", 101.0)
                .containsEntry("quality", "");

        happenings.heard(new PhaseEnded(51, "settle", Quality.MARKED, "held"));

        assertThat(happenings.phase()).isEmpty();
        assertThat(happenings.phases())
                .singleElement()
                .satisfies(phase -> assertThat(phase)
                        .containsEntry("began_rig_s", 1.0)
                        .containsEntry("ended_rig_s", 51.0)
                        .containsEntry("quality", "marked"));
    }

    @Test
    void takesAPhaseWhoseBeginningWasLost() {
        happenings.heard(new PhaseEnded(51, "settle", Quality.GOOD, ""));

        assertThat(happenings.phases())
                .singleElement()
                .satisfies(phase -> assertThat(phase).containsEntry("began_rig_s", Double.NaN));
    }

    @Test
    void knowsARunThatIsHeldStoppedAndOver() {
        happenings.heard(new PhaseStarted(1, "relax", 100));
        happenings.heard(new Remark(2, "HELD in relax, the field is kept; after 3600 s it acts as STOP"));
        assertThat(happenings.status()).isEqualTo("held");
        happenings.heard(new Remark(3, "relax goes on after 1.0 s"));
        assertThat(happenings.status()).isEqualTo("running");
        happenings.heard(new OperatorActed(4, "stop", "anna"));
        assertThat(happenings.status()).isEqualTo("stopping");
        happenings.heard(new SafeStateStep(5, "supply", "ramp to 0 T", "0 T", true));
        happenings.heard(new RunEnded(6, "aborted", true, "stop by anna"));

        assertThat(happenings.status()).isEqualTo("aborted");
        assertThat(happenings.safeSteps()).hasSize(1);
    }

    @Test
    void keepsTheLastFiftyWords() {
        for (int i = 0; i < 200; i++) {
            happenings.heard(new Remark(i, "remark " + i));
        }

        assertThat(happenings.words()).hasSize(50);
        assertThat(happenings.words().get(49)).containsEntry("text", "remark 199");
    }

    @Test
    void remembersLinesAndTheRecordsTroubles() {
        happenings.heard(new LineChanged(1, "supply (COM1)", LineState.LOST, "unplugged"));
        happenings.heard(new LineChanged(2, "supply (COM1)", LineState.BACK, ""));
        happenings.heard(new RecordTroubled(3, RecordTroubled.State.FAILED, "disk full"));

        assertThat(happenings.lines()).hasSize(1);
        assertThat(happenings.lines().values())
                .allSatisfy(
                        line -> assertThat(Happenings.isUsable(line.state())).isTrue());
        assertThat(happenings.record()).containsEntry("state", "failed").containsEntry("report", "disk full");
    }

    @Test
    void addsUpHowALineDidAndKeepsItsNewestMedian() {
        happenings.heard(new LineTimed(5, "supply", "COM1", 100, 0.002, 0.4, 1, 0, 0));
        happenings.heard(new LineTimed(9, "meter", "COM2", 7, 0.5, 0.5, 0, 0, 0));
        happenings.heard(new LineTimed(10, "supply", "COM1", 50, 0.003, 0.01, 2, 3, 1));
        happenings.heard(new LineTimed(15, "supply", "COM1", 1, Double.NaN, Double.NaN, 1, 0, 0));

        assertThat(happenings.timed("COM1")).contains(new LineTimed(15, "supply", "COM1", 151, 0.003, 0.4, 4, 3, 1));
        assertThat(happenings.timed("COM3")).isEmpty();
    }
}
