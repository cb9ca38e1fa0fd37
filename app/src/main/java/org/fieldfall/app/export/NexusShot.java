package org.fieldfall.app.export;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.fieldfall.app.review.SummaryFigures;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.NexusGroup;
import org.fieldfall.protocols.analysis.RampEdges;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.ShotSettings;

/**
 * One shot: what it was asked for, its readings, its prediction, what came of it.
 *
 * @param from index of the first reading of each meter that is written
 * @param most readings of a meter
 */
record NexusShot(RecordedRun run, Manifest manifest, PerformedShot shot, SummaryFigures figures, long from, int most) {

    private static final double NANOSECONDS = 1e9;

    static String name(PerformedShot shot) {
        return String.format(Locale.ROOT, "shot_%02d", shot.number());
    }

    void write(NexusGroup entry) {
        String kind = shot.shot().kind().word();
        NexusGroup group = entry.group(name(shot), "NXsubentry")
                .attribute("source", NexusEntry.source(manifest))
                .text("title", title(kind))
                .text("kind", kind);
        asked(group.group("asked", "NXparameters"));
        Readings.thermometer(run, shot).filter(this::isHere).ifPresent(meter -> {
            group.attribute("default", "temperature");
            readings(group, "temperature", "K", run.facts().thermometer().rawUnit(), meter);
        });
        Readings.monitor(run, shot)
                .filter(this::isHere)
                .ifPresent(meter -> readings(group, "field", "T", Readings.MONITOR_UNIT, meter));
        shot.notes().prediction().ifPresent(curve -> prediction(group.group("prediction", "NXdata"), curve));
        run.figures(shot).ifPresent(found -> results(group.group("results", "NXcollection"), found));
        String prefix = "shot " + shot.number() + " " + kind + ": ";
        Numbers.write(
                group.group("figures", "NXcollection"),
                figures,
                figures.keys().stream().filter(key -> key.startsWith(prefix)).toList(),
                prefix);
    }

    /** The readings of a meter may all be in the files before. */
    private boolean isHere(Readings meter) {
        return meter.size() > from;
    }

    private String title(String kind) {
        return NexusEntry.mark(manifest) + "shot " + shot.number() + ", " + kind + ", "
                + run.experiment().sample().name();
    }

    private void asked(NexusGroup group) {
        ShotSettings settings = shot.shot().settings();
        group.number("initial_field", settings.initialTesla(), "T")
                .number("final_field", settings.finalTesla(), "T")
                .number("initial_temperature", settings.initialKelvin(), "K")
                .number("rate", settings.rateTeslaPerSecond(), "T/s")
                .number("preparation_rate", settings.preparationTeslaPerSecond(), "T/s")
                .number("settle", settings.settleSeconds(), "s")
                .number("baseline", settings.baselineSeconds(), "s")
                .number("relax", settings.relaxSeconds(), "s")
                .number("sampling", settings.samplingSeconds(), "s");
    }

    /** Time counts from the start of the ramp on the meter's own clock, or from the first reading where there is no ramp. */
    private void readings(NexusGroup group, String signal, String unit, String rawUnit, Readings meter) {
        int first = Math.toIntExact(from);
        int count = Math.min(most, meter.size() - first);
        double zero = Double.isNaN(meter.rampSeconds()) ? 0 : meter.rampSeconds();
        String words = zero == 0 ? "time from the first reading (s)" : "time from the start of the ramp (s)";
        NexusGroup data = data(group.group(signal, "NXdata"), signal)
                .attribute("title", title(shot.shot().kind().word()))
                .attribute("time_counts", words);
        data.times("time", filled(count, i -> (first + i) * meter.trace().intervalSeconds() - zero), iso(meter, zero))
                .numbers(signal, filled(count, i -> meter.value(first + i)), unit)
                .numbers("raw", Arrays.copyOfRange(meter.trace().raw(), first, first + count), rawUnit)
                .number("first_reading_rig_time", meter.startSeconds(), "s")
                .whole("first_index", first)
                .whole("readings_in_all", meter.size());
    }

    private NexusGroup data(NexusGroup group, String signal) {
        return group.attribute("signal", signal)
                .attribute("axes", "time")
                .attribute("time_indices", 0)
                .attribute("source", NexusEntry.source(manifest));
    }

    private static double[] filled(int count, IntToDoubleFunction value) {
        double[] values = new double[count];
        Arrays.setAll(values, value);
        return values;
    }

    private String iso(Readings meter, double zero) {
        return iso(meter.startSeconds() + zero);
    }

    private String iso(double rigSeconds) {
        Instant zero = manifest.run().rigTimeZero();
        return Double.isNaN(rigSeconds)
                ? zero.toString()
                : zero.plusNanos(Math.round(NANOSECONDS * rigSeconds)).toString();
    }

    private void prediction(NexusGroup group, FollowedCourse curve) {
        ShotSettings settings = shot.shot().settings();
        Optional<RampEdges> edges = run.figures(shot).map(ShotFigures::edges);
        double ramp = edges.map(known -> known.durationSeconds().value())
                .orElse(Math.abs(settings.finalTesla() - settings.initialTesla()) / settings.rateTeslaPerSecond());
        double start = edges.map(known -> shot.notes().acquisitionSentSeconds()
                        + known.startSeconds().value())
                .orElse(shot.notes().sweepSentSeconds());
        data(group, "temperature")
                .attribute("title", NexusEntry.mark(manifest) + "two-well prediction")
                .times(
                        "time",
                        Arrays.stream(curve.afterRampSeconds())
                                .map(t -> t + ramp)
                                .toArray(),
                        iso(start))
                .numbers(
                        "temperature",
                        Arrays.stream(curve.deltaKelvin())
                                .map(delta -> curve.startKelvin() + delta)
                                .toArray(),
                        "K")
                .numbers("temperature_errors", curve.kelvinSigma(), "K");
    }

    private static void results(NexusGroup group, ShotFigures found) {
        RampEdges edges = found.edges();
        group.number(
                        "initial_temperature",
                        found.initialKelvin().value(),
                        found.initialKelvin().sigma(),
                        "K")
                .number("drift", found.driftKelvinPerSecond(), "K/s")
                .number(
                        "ramp_start_after_first_reading",
                        edges.startSeconds().value(),
                        edges.startSeconds().sigma(),
                        "s")
                .number(
                        "ramp_duration",
                        edges.durationSeconds().value(),
                        edges.durationSeconds().sigma(),
                        "s")
                .numbers(
                        "after_ramp",
                        found.points().stream()
                                .mapToDouble(ShotFigures.Point::afterRampSeconds)
                                .toArray(),
                        "s")
                .numbers(
                        "delta_t",
                        found.points().stream()
                                .mapToDouble(point -> point.deltaKelvin().value())
                                .toArray(),
                        "K")
                .numbers(
                        "delta_t_errors",
                        found.points().stream()
                                .mapToDouble(point -> point.deltaKelvin().sigma())
                                .toArray(),
                        "K")
                .number("peak_after_ramp", found.peak().afterRampSeconds(), "s")
                .number(
                        "peak_delta_t",
                        found.peak().deltaKelvin().value(),
                        found.peak().deltaKelvin().sigma(),
                        "K");
    }
}
