package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.analysis.Comparison;
import org.fieldfall.protocols.analysis.HeatUptake;
import org.fieldfall.protocols.analysis.LagCorrection;
import org.fieldfall.protocols.analysis.Result;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.PerformedExpectation;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.theory.kinetics.Departure;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;

/** Gathers what a swept shot shows: its numbers, the theory's beside them, and the two judgements. */
final class ResultsOf {

    private static final String K1 = "two-well kinetics";

    private final HeatModel model;
    private final ShotSettings settings;
    private final ShotNotes notes;
    private final ShotFigures figures;
    private final HeatUptake heat;
    private final PerformedExpectation expected;
    private final List<Result> numbers = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    private ResultsOf(HeatModel model, ShotSettings settings, ShotNotes notes, SweptFigures found) {
        this.model = model;
        this.settings = settings;
        this.notes = notes;
        this.figures = found.figures().orElseThrow();
        this.heat = found.heat().orElseThrow();
        this.expected = PerformedExpectation.of(model.crystal(), model.facts(), performed(found));
    }

    /** Empty where the shot did not come so far. */
    static Optional<ShotResults> of(HeatModel model, ShotSettings settings, ShotNotes notes, SweptFigures found) {
        if (found.figures().isEmpty() || found.heat().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ResultsOf(model, settings, notes, found).gather(found));
    }

    private PerformedExpectation.Performed performed(SweptFigures found) {
        double rate = found.rate(model.facts()).map(Uncertain::value).orElse(settings.rateTeslaPerSecond());
        return new PerformedExpectation.Performed(
                figures.initialKelvin(),
                notes.wells().map(TrackedWells::departure).orElse(Departure.none()),
                heat.drift().restKelvin().value(),
                found.fields().before(),
                found.fields().after(),
                rate,
                model.platform(),
                heat.points().stream()
                        .mapToDouble(HeatUptake.Point::afterRampSeconds)
                        .toArray(),
                heat.points().stream().mapToDouble(HeatUptake.Point::kelvin).toArray());
    }

    private ShotResults gather(SweptFigures found) {
        temperatures();
        heats();
        platform();
        List<Comparison> kinetics = comparisons.stream()
                .filter(comparison -> comparison.with().equals(K1))
                .toList();
        return new ShotResults(
                numbers.stream().map(ShotResults.Finding::of).toList(),
                heat.total().budget(),
                comparisons.stream().map(ShotResults.Compared::of).toList(),
                judged("The thermometry agrees with itself", new ThermometryChecks(model, notes, found).all()),
                judged("The two-well kinetics agree with the trace", kinetics));
    }

    private static ShotResults.Judgement judged(String good, List<Comparison> checks) {
        if (checks.isEmpty()) {
            return new ShotResults.Judgement(false, good + ": not known, nothing to compare", List.of());
        }
        List<ShotResults.Compared> all =
                checks.stream().map(ShotResults.Compared::of).toList();
        List<String> apart = all.stream()
                .filter(check -> !check.agrees())
                .map(check -> Figure.text("%s (%+.1f sigma)", check.of(), check.pull()))
                .toList();
        String verdict = apart.isEmpty()
                ? Figure.text("%s in all %d checks", good, all.size())
                : Figure.text("%s but for %s", good, String.join(", ", apart));
        return new ShotResults.Judgement(apart.isEmpty(), verdict, all);
    }

    private void temperatures() {
        number(
                "initial_temperature_k",
                figures.initialKelvin(),
                "K",
                "straight line through the baseline, at the start of the ramp");
        for (ShotFigures.Point point : figures.points()) {
            String method = point.afterRampSeconds() == 0
                    ? "fit of the edges of the ramp"
                    : "parabola through a window, lag and drift of the thermometer taken out";
            difference(Figure.text("delta_t_%g_s_k", point.afterRampSeconds()), point, method);
        }
        difference("peak_delta_t_k", figures.peak(), "largest of the parabolas through windows");
        number("prompt_step_k", heat.promptStepKelvin(), "K", HeatUptake.PROMPT_METHOD);
    }

    private void difference(String name, ShotFigures.Point point, String method) {
        Uncertain delta = point.deltaKelvin();
        number(name, delta, "K", method);
        compare(name, delta, "sudden limit, eq. (9)", expected.suddenKelvin());
        compare(name, delta, "sudden limit with addenda", expected.suddenWithAddendaKelvin());
        compare(name, delta, "completed adiabatic relaxation", expected.completedKelvin());
        compare(name, delta, "isentrope, eq. (11)", expected.isentropicKelvin());
        notes.prediction()
                .flatMap(predicted -> predicted.deltaAfterRamp(point.afterRampSeconds()))
                .ifPresent(predicted -> compare(name, delta, K1, predicted));
    }

    private void heats() {
        for (int i = 0; i < heat.points().size(); i++) {
            HeatUptake.Point point = heat.points().get(i);
            String name = Figure.text("heat_%g_s_j", point.afterRampSeconds());
            number(name, point.joule(), "J", "first law from just before the ramp");
            compare(name, point.joule(), K1, expected.joule().get(i));
            compare(
                    name,
                    point.joule(),
                    "spins in equilibrium at T(t)",
                    expected.equilibriumJoule().get(i));
        }
        HeatUptake.Total total = heat.total();
        number("heat_total_j", total.joule(), "J", total.extent().method() + "; K by " + model.linkSource());
        if (total.extent() != HeatUptake.Extent.LOWER_BOUND) {
            number("heat_outstanding_share", Uncertain.exact(total.outstandingShare()), "", "the tail's time constant");
            compare("heat_total_j", total.joule(), "eqs. (3) to (6)", expected.suddenJoule());
            compare("heat_total_j", total.joule(), K1, expected.completedJoule());
        }
        number(
                "heat_link_share",
                Uncertain.exact(total.linkShare()),
                "",
                "of the heat until the record's end, over the link");
    }

    private void platform() {
        HeatUptake.Drift drift = heat.drift();
        number("drift_before_k_per_s", drift.beforeKelvinPerSecond(), "K/s", "straight line through the baseline");
        number(
                "drift_after_k_per_s",
                drift.afterKelvinPerSecond(),
                "K/s",
                "straight line through as long at the record's end");
        number(
                "rest_temperature_k",
                drift.restKelvin().blurredBy(figures.initialKelvin().sigma()),
                "K",
                "fit of the drifts before and after");
        Uncertain link = model.platform().linkWattPerKelvin(drift.restKelvin().value());
        number("link_w_per_k", link, "W/K", "where the platform rests; " + model.linkSource());
        if (!Double.isNaN(drift.tailSeconds().value())) {
            number("link_time_constant_s", drift.tailSeconds(), "s", "fit of the way back, the spins in equilibrium");
        }
        double bath = model.facts().bath().fixedKelvin().orElse(settings.initialKelvin());
        Uncertain excess = drift.restKelvin()
                .blurredBy(figures.initialKelvin().sigma())
                .blurredBy(model.facts().bath().toleranceKelvin())
                .minus(Uncertain.exact(bath));
        number(
                "background_power_w",
                new Uncertain(link.value() * excess.value(), link.value() * excess.sigma())
                        .blurredBy(link.sigma() * excess.value()),
                "W",
                "K times what the platform rests above its bath");
        LagCorrection lag = LagCorrection.quiet(
                figures.edges().lagSeconds().value(),
                notes.trace().orElseThrow().intervalSeconds());
        number("lag_s", figures.edges().lagSeconds(), "s", "fit of the edges of the ramp");
        number(
                "lag_correction_noise_gain",
                Uncertain.exact(lag.noiseGain()),
                "",
                Figure.text("parabola through %.3g s", lag.windowSeconds()));
    }

    private void number(String name, Uncertain value, String unit, String method) {
        numbers.add(new Result(name, value, unit, method));
    }

    private void compare(String name, Uncertain measured, String with, Uncertain value) {
        if (!Double.isNaN(value.value())) {
            comparisons.add(new Comparison(name, measured, with, value));
        }
    }
}
