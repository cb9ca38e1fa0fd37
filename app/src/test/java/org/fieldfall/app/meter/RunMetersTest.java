package org.fieldfall.app.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.live.view.Points;
import org.fieldfall.app.live.view.PredictedCurve;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.live.view.SeriesHead;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunMetersTest {

    private final Meters all = new Meters();
    private final RunMeters meters = new RunMeters(all);

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void tellsTheNewestReadingOfEachChannelInItsBaseUnit() {
        meters.heard(new ScalarRead(1, "bath-temperature", 4.1, "K", 4.1, "K"));
        meters.heard(new ScalarRead(2, "bath-temperature", 4.2, "K", 4.2, "K"));
        meters.heard(new ScalarRead(2, "field", 10, "A", 1, "T"));
        meters.heard(new ScalarRead(2, "auxiliary helium", 62, "%", 62, "%"));

        assertThat(lines())
                .contains(
                        "fieldfall_temperature_kelvin{channel=\"bath-temperature\"} 4.2",
                        "fieldfall_field_tesla{channel=\"field\"} 1.0",
                        "fieldfall_reading{channel=\"auxiliary helium\",unit=\"%\"} 62.0");
    }

    @Test
    void keepsAGuardLatchedUntilItIsAcknowledged() {
        meters.heard(new GuardTripped(3, "helium", 9, 20, "%", "hold"));
        assertThat(lines()).contains("fieldfall_guard_latched{guard=\"helium\"} 1.0");

        meters.heard(new OperatorSaid(4, "Ada", "", "a note about nothing"));
        assertThat(lines()).contains("fieldfall_guard_latched{guard=\"helium\"} 1.0");
        meters.heard(new OperatorSaid(5, "Ada", "helium", "filled"));

        assertThat(lines())
                .contains(
                        "fieldfall_guard_latched{guard=\"helium\"} 0.0",
                        "fieldfall_guard_trips_total{guard=\"helium\"} 1.0");
    }

    @Test
    void suspectsALineUntilItAnswersAgain() {
        meters.heard(new LineChanged(1, "bath (ASRL1::INSTR)", LineState.SILENT, "no reply"));
        assertThat(lines()).contains("fieldfall_line_suspect{line=\"bath (ASRL1::INSTR)\"} 1.0");

        meters.heard(new LineChanged(2, "bath (ASRL1::INSTR)", LineState.ANSWERING, ""));

        assertThat(lines()).contains("fieldfall_line_suspect{line=\"bath (ASRL1::INSTR)\"} 0.0");
    }

    @Test
    void countsPhasesShotsAndRunsByWhatBecameOfThem() {
        meters.began(List.of(), RigConfig.Source.SIMULATOR, Path.of("runs", "0001_crystal_abc"));
        meters.heard(new PhaseStarted(1, "2 sweep: recover", 60));
        meters.heard(new PhaseEnded(2, "2 sweep: recover", Quality.MARKED, "late"));
        meters.heard(new RunEnded(3, "success", true, "every phase passed"));

        assertThat(lines())
                .contains(
                        "fieldfall_run{folder=\"0001_crystal_abc\",source=\"simulator\"} 1.0",
                        "fieldfall_phases_ended_total{phase=\"recover\",quality=\"marked\"} 1.0",
                        "fieldfall_shots_total{status=\"marked\"} 1.0",
                        "fieldfall_runs_total{status=\"success\"} 1.0",
                        "fieldfall_run_safe 1.0");
    }

    @Test
    void asksThePagesPictureForWhatComesInBlocks() {
        meters.watch(new Picture());

        assertThat(lines())
                .contains(
                        "fieldfall_sample_temperature_kelvin 3.6",
                        "fieldfall_residual_sigma -0.7",
                        "fieldfall_sample_field_tesla NaN");
    }

    private List<String> lines() {
        return all.scrape().lines().toList();
    }

    private record Picture() implements RunView {
        @Override
        public long version() {
            return 1;
        }

        @Override
        public String snapshot() {
            return "{}";
        }

        @Override
        public List<SeriesHead> series() {
            return List.of(
                    new SeriesHead("temperature", "T", "K", 10, 5, 3.6),
                    new SeriesHead("residual", "residual", "sigma", 10, 5, -0.7));
        }

        @Override
        public Points since(String series, long from, int most) {
            return new Points(from, new double[0], new double[0], new double[0]);
        }

        @Override
        public Points between(String series, double fromSeconds, double toSeconds, int most) {
            return since(series, 0, most);
        }

        @Override
        public List<PredictedCurve> curves() {
            return List.of();
        }
    }
}
