package org.fieldfall.app.report;

import java.util.List;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.run.ShotLine;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.sample.Described;

/** What the theory says of the main shot, and with which numbers. */
final class TheoryRows {

    private TheoryRows() {}

    static List<Row> of(Told told) {
        ShotSummary s = told.summary();
        SampleConfig sample = told.run().experiment().sample();
        return List.of(
                new Row("sudden limit ΔT, eq. (9)", Amount.of(s.suddenDelta(), "K"), "crystal alone"),
                new Row(
                        "the same with addenda",
                        Amount.of(s.suddenWithAddendaDelta(), "K"),
                        "with the platform's heat capacity"),
                new Row(
                        "completed ΔT",
                        Amount.of(s.completedDelta(), "K"),
                        "the real ramp, then complete adiabatic relaxation"),
                new Row(
                        "isentrope ΔT, eq. (11)",
                        Double.isNaN(s.isentropicDelta()) ? "none" : Amount.of(s.isentropicDelta(), "K"),
                        "infinitely slow"),
                new Row("share in the ramp", Amount.of(100 * s.shareInRamp(), "%"), "of the spins' crossing"),
                new Row(
                        "time at Bi",
                        Amount.of(s.relaxationTimesWaited(), "τ"),
                        "waited at the initial field, in relaxation times of the spins"),
                spins(s),
                new Row("spin", Described.spins(sample), sample.spin().source()),
                new Row("lattice", Described.lattice(sample), sample.lattice().source()),
                relaxation(sample),
                new Row("blank", isDone(s, "blank") ? "measured" : "not measured", "nothing is subtracted"),
                new Row("controls in this run", controls(s), "each with its own line under Shots"));
    }

    private static Row spins(ShotSummary s) {
        return s.equilibrium()
                .map(spins -> new Row(
                        "spins in the upper well",
                        Amount.of(100 * spins.upperPopulation(), "%"),
                        spins.words() + "; followed from any start along the measured temperature and field"))
                .orElse(Row.missing("spins in the upper well", "the run ended before"));
    }

    private static Row relaxation(SampleConfig sample) {
        return sample.relaxation()
                .map(law -> new Row(
                        "relaxation, eq. (10)",
                        "U/kB = " + Amount.of(law.barrierKelvin(), "K") + ", τ0 = "
                                + Amount.of(1e6 * law.tau0Seconds(), "µs"),
                        law.source()))
                .orElse(Row.missing("relaxation, eq. (10)", "the sample file has none"));
    }

    private static boolean isDone(ShotSummary summary, String kind) {
        return summary.shots().stream().anyMatch(line -> line.kind().equals(kind));
    }

    private static String controls(ShotSummary summary) {
        List<String> controls = summary.shots().stream()
                .map(ShotLine::kind)
                .filter(kind -> !kind.equals("sweep"))
                .distinct()
                .toList();
        return controls.isEmpty() ? "none" : String.join(", ", controls);
    }
}
