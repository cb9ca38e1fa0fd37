package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter out = new StringWriter();
    private final Progress progress = new Progress(new PrintWriter(out, true));

    @Test
    void showsTheFirstReadingAndNoFloodOfThemAfterIt() {
        for (int i = 0; i < 1000; i++) {
            progress.heard(new ScalarRead(100 + i, "sample-temperature", 1.7e-3, "V", 4.0123, "K"));
        }

        assertThat(out.toString()).containsOnlyOnce("T 4.0123 K").doesNotContain("NaN");
    }

    @Test
    void setsAReadingBesideItsPrediction() {
        progress.heard(new PredictionMade(100, "two-well", new double[] {100, 200}, new double[] {3, 4}));
        progress.heard(new ScalarRead(150, "sample-temperature", 1.7e-3, "V", 3.51, "K"));

        assertThat(out.toString()).contains("T 3.5100 K").contains("predicted 3.5000 K  difference +10.0 mK");
    }

    @Test
    void doesNotInventATemperatureBeforeOneWasRead() {
        progress.heard(new ScalarRead(1, "field", 10, "A", 1, "T"));

        assertThat(out.toString()).contains("B 1.0000 T").doesNotContain("NaN");
    }

    @Test
    void tellsHowEachPhaseEnded() {
        progress.heard(new PhaseStarted(1, "settle", 60));
        progress.heard(new PhaseEnded(61, "settle", Quality.GOOD, "as long as asked"));

        assertThat(out.toString())
                .contains("      1.0 s  settle   begins")
                .contains("     61.0 s  settle   done: as long as asked");
    }

    @Test
    void tellsByNameThatALineWasLostAndIsBack() {
        var line = "cryostat (ASRL/dev/pts/3::INSTR)";
        progress.heard(new LineChanged(5, line, LineState.LOST, "unplugged"));
        progress.heard(new LineChanged(6, line, LineState.BACK, ""));

        assertThat(out.toString())
                .contains("5.0 s  LINE cryostat (ASRL/dev/pts/3::INSTR) lost: unplugged")
                .contains("6.0 s  LINE cryostat (ASRL/dev/pts/3::INSTR) back\n");
    }

    @Test
    void tellsThatTheRecordIsNotWritten() {
        progress.heard(new RecordTroubled(5, RecordTroubled.State.FAILED, "run log: No space left on device"));

        assertThat(out.toString()).contains("5.0 s  RECORD run log: No space left on device");
    }

    @Test
    void neverHoldsBackAGuardAnOperatorOrTheWayToSafety() {
        progress.heard(new GuardTripped(5, "field", 1.2, 1.1, "T", "the rig goes to its safe state"));
        progress.heard(new OperatorActed(6, "STOP", "Ctrl-C"));
        progress.heard(new SafeStateStep(7, "field supply", "output off", "no answer", false));

        assertThat(out.toString())
                .contains("GUARD field: 1.2 T, limit 1.1; the rig goes to its safe state")
                .contains("STOP by Ctrl-C")
                .contains("field supply: output off, no answer  NOT SAFE");
    }
}
