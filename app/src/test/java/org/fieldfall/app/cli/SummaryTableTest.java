package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.run.PhaseLine;
import org.fieldfall.app.run.ShotLine;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.run.SpinLine;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

    private static final SpinLine SPINS = new SpinLine(
            4,
            1,
            1.03e-3,
            0,
            1.03e-3,
            Double.NaN,
            0,
            0.01,
            0,
            0,
            0,
            0,
            "in equilibrium: 0.103 % of the spins in the upper well");
    private static final List<PhaseLine> PHASES = List.of(
            new PhaseLine("prepare", 0, 5, "good", "field at 1.0000 T"),
            new PhaseLine("settle", 5, 65, "good", "750 relaxation times at the initial field"),
            new PhaseLine("sweep", 65, 70, "marked", "the supply was at its voltage limit"));

    private static final List<ShotLine> SHOTS = List.of(
            new ShotLine(1, "zero-check", "thermal EMF +1.500 ± 0.020 uV", Map.of("emf_v", 1.5e-6)),
            new ShotLine(
                    2,
                    "sweep",
                    "peak -0.8253 ± 0.0042 K at 19.4 s after the ramp",
                    Map.of(
                            "thermometer_readings_in_sweep_received", 89.0,
                            "thermometer_readings_in_sweep_expected", 90.0,
                            "monitor_readings_in_sweep_received", 90.0,
                            "monitor_readings_in_sweep_expected", 90.0,
                            "ramp_nonlinearity", 0.0031,
                            "ramp_undershoot_t", 0.0002,
                            "clock_skew_s", -0.0015,
                            "clock_skew_sigma_s", 0.0004)));

    private static final double NONE = Double.NaN;

    @Test
    void putsPredictionAndMeasurementSideBySide() {
        var points = List.of(
                new ShotSummary.Point(0, -0.2468, 0.0016, -0.2451, 0.0018),
                new ShotSummary.Point(10, -0.799, 0.004, -0.807, 0.003));

        var text = printed(summary("success", points, new ShotSummary.Point(19.37, -0.8253, 0.0042, -0.8329, 0.0031)));

        assertThat(text)
                .containsSubsequence(
                        "  after the ramp    predicted ΔT (K)     measured ΔT (K)   difference (mK)   in sigma",
                        "             0 s    -0.2468 ± 0.0016    -0.2451 ± 0.0018              +1.7       +0.7",
                        "            10 s    -0.7990 ± 0.0040    -0.8070 ± 0.0030              -8.0       -1.6",
                        "  peak at 19.4 s    -0.8253 ± 0.0042    -0.8329 ± 0.0031              -7.6       -1.5");
    }

    @Test
    void givesEachFigureItsUnitAndSign() {
        var points = List.of(new ShotSummary.Point(0, -0.2468, 0.0016, -0.2451, 0.0018));

        var text = printed(summary("success", points, points.get(0)));

        assertThat(text)
                .contains("source   SIMULATOR")
                .contains("field    asked 1 T to 0.1 T, read 1.0001 T to 0.1000 T")
                .contains("rate     asked 10 T/s, achieved 10.11 ± 0.14 T/s")
                .contains("Ti       4.0004 ± 0.0048 K, drift -0.60 mK/min")
                .contains("at Bi    260 thousand relaxation times waited")
                .contains("ΔT sudden -1.947 K (-1.682 K with addenda), completed -2.026 K, isentrope none")
                .containsSubsequence(
                        "line     field-supply ASRL/dev/pts/0::INSTR",
                        "line     sample-thermometer TCPIP0::127.0.0.1::5025::SOCKET");
    }

    @Test
    void leavesOutWhatARunDidNotReach() {
        var text = printed(summary("aborted", List.of(), new ShotSummary.Point(NONE, NONE, NONE, NONE, NONE)));

        assertThat(text)
                .doesNotContain("NaN")
                .doesNotContain("after the ramp")
                .doesNotContain("Ti ")
                .contains("field    asked 1 T to 0.1 T, not swept")
                .contains("rate     asked 10 T/s, not achieved")
                .contains("status   aborted: ");
    }

    @Test
    void showsADashForAPredictionThatWasNeverMade() {
        var point = new ShotSummary.Point(1, NONE, NONE, -0.5, 0.002);

        var text = printed(summary("success", List.of(point), point));

        assertThat(text).doesNotContain("NaN").containsPattern("1 s +- +-0\\.5000 ± 0\\.0020 +- +-\\R");
    }

    @Test
    void givesEveryShotItsLineAndASweptOneThatOfItsClocks() {
        var point = new ShotSummary.Point(0, -0.2468, 0.0016, -0.2451, 0.0018);

        var text = printed(summary("success", List.of(point), point));

        assertThat(text)
                .containsSubsequence(
                        "shot 1   zero-check: thermal EMF +1.500 ± 0.020 uV",
                        "shot 2   sweep: peak -0.8253 ± 0.0042 K at 19.4 s after the ramp",
                        "         (thermometer 89 of 90 readings in the ramp; monitor 90 of 90 readings in the ramp;"
                                + " nonlinearity 0.31 %, undershoot 0.20 mT; clock skew -1.5 ± 0.4 ms)",
                        "verdict");
    }

    @Test
    void countsTheGoodPhasesAndGivesTheReasonOfAllOthers() {
        var point = new ShotSummary.Point(1, -0.5, 0.004, -0.5, 0.002);

        var text = printed(summary("success", List.of(point), point));

        assertThat(text)
                .containsSubsequence(
                        "spins    in equilibrium: 0.103 % of the spins in the upper well",
                        "phases   2 of 3 good", "         sweep MARKED: the supply was at its voltage limit");
    }

    private static ShotSummary summary(String status, List<ShotSummary.Point> points, ShotSummary.Point peak) {
        var isReached = !points.isEmpty();
        return new ShotSummary(
                "simulator",
                status,
                "The crystal cooled.",
                "why it ended",
                "runs/0001",
                Map.of(
                        "sample-thermometer",
                        "TCPIP0::127.0.0.1::5025::SOCKET",
                        "field-supply",
                        "ASRL/dev/pts/0::INSTR"),
                true,
                isReached ? 4.0004 : NONE,
                isReached ? 0.0048 : NONE,
                1,
                0.1,
                isReached ? 1.00006 : NONE,
                isReached ? 0.09998 : NONE,
                10,
                isReached ? 10.114 : NONE,
                isReached ? 0.138 : NONE,
                isReached ? Optional.of("end readbacks") : Optional.empty(),
                259_987,
                isReached ? Optional.of(SPINS) : Optional.empty(),
                isReached ? -1e-5 : NONE,
                -1.947,
                -1.682,
                -2.026,
                NONE,
                0.0199,
                points,
                isReached ? Optional.of(peak) : Optional.empty(),
                Optional.empty(),
                isReached ? SHOTS : List.of(),
                isReached ? PHASES : List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String printed(ShotSummary summary) {
        var out = new StringWriter();
        new SummaryTable(new PrintWriter(out, true)).print(summary);
        return out.toString();
    }
}
