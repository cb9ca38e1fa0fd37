package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.analysis.Trace;

/**
 * Where a shot starts by its baseline: a straight line through the buffered readings before the ramp, to its start.
 *
 * <p>The platform rests where its drift would end. There are two witnesses: the slope of the baseline, in which the
 * thermometer's own drift is, and what was left of the exponential drift before it. The truth is taken to be between them,
 * and what they differ by to be the thermometer's.
 *
 * @param raw reading that belongs to the start
 * @param kelvin temperature just before the ramp
 * @param sigmaKelvin systematic uncertainty of it
 * @param noiseKelvin by the scatter of the readings
 * @param restKelvin where the drift would end
 * @param restSigmaKelvin how well that is known against the start
 * @param driftKelvinPerSecond how fast the thermometer may drift by itself, a standard uncertainty
 */
public record MeasuredStart(
        double raw,
        double kelvin,
        double sigmaKelvin,
        double noiseKelvin,
        double restKelvin,
        double restSigmaKelvin,
        double driftKelvinPerSecond) {

    /** Readings this close to the ramp stay out. */
    private static final double GUARD_SECONDS = 0.1;

    private static final int FEWEST = 10;

    /** Noise over a minute is not white: a line is no better than this many times what white noise would make it. */
    private static final double COLOUR = 3;

    /** A start at rest that nobody has measured. */
    public static MeasuredStart planned(double kelvin, double toleranceKelvin) {
        return new MeasuredStart(Double.NaN, kelvin, toleranceKelvin, 0, kelvin, 0, 0);
    }

    /** Empty where the notes have no baseline, or do not know when it ended. */
    public static Optional<MeasuredStart> of(ShotNotes notes, ShotSettings shot, Crystal crystal, RigFacts rig) {
        double ramp = notes.expectedStartSeconds();
        if (!Double.isFinite(ramp)) {
            return Optional.empty();
        }
        return notes.trace()
                .flatMap(trace -> line(trace, rig, ramp - shot.baselineSeconds(), ramp - GUARD_SECONDS, ramp))
                .map(line -> line.start(notes, rig, seconds(line, notes, shot, crystal, rig)));
    }

    /** In which the platform drifts. */
    private static double seconds(Line line, ShotNotes notes, ShotSettings shot, Crystal crystal, RigFacts rig) {
        return notes.drift()
                .map(DriftFit::timeConstantSeconds)
                .filter(found -> found > 0)
                .orElseGet(() -> rig.platform().linkSeconds(crystal, shot.initialTesla(), line.kelvin));
    }

    private record Line(double raw, double kelvin, double kelvinPerSecond, double levelSigma, double slopeSigma) {

        MeasuredStart start(ShotNotes notes, RigFacts rig, double driftSeconds) {
            double bySlope = kelvinPerSecond * driftSeconds;
            double byFit = notes.drift()
                    .map(fit -> fit.remainingKelvin().value() * Math.exp(-notes.expectedStartSeconds() / driftSeconds))
                    .filter(Double::isFinite)
                    .orElse(bySlope);
            double apart = Math.abs(bySlope - byFit);
            double noise = COLOUR * slopeSigma;
            return new MeasuredStart(
                    raw,
                    kelvin,
                    rig.thermometry().absoluteSigma(raw),
                    levelSigma,
                    kelvin + (bySlope + byFit) / 2,
                    Math.hypot(apart / 2, noise * driftSeconds),
                    Math.hypot(apart / driftSeconds, noise));
        }
    }

    private static Optional<Line> line(Trace trace, RigFacts rig, double from, double to, double at) {
        DoubleUnaryOperator law = rig.thermometry().kelvin();
        double n = 0;
        double x = 0;
        double xx = 0;
        double y = 0;
        double yy = 0;
        double xy = 0;
        double reference = Double.NaN;
        for (int i = trace.indexAt(from); i < trace.indexAt(to); i++) {
            double value = trace.raw()[i];
            if (Double.isNaN(value)) {
                continue;
            }
            reference = Double.isNaN(reference) ? value : reference;
            double t = i * trace.intervalSeconds() - at;
            double off = value - reference;
            n++;
            x += t;
            xx += t * t;
            y += off;
            yy += off * off;
            xy += t * off;
        }
        double sxx = xx - x * x / n;
        if (!(n >= FEWEST) || !(sxx > 0)) {
            return Optional.empty();
        }
        double slope = (xy - x * y / n) / sxx;
        double level = y / n - slope * x / n;
        double left = Math.max(0, yy - y * y / n - slope * slope * sxx);
        double scatter = Math.sqrt(left / (n - 2));
        double raw = reference + level;
        double kelvin = law.applyAsDouble(raw);
        double step = Math.max(scatter, 1e-12 + 1e-9 * Math.abs(raw));
        double kelvinPerRaw = (law.applyAsDouble(raw + step) - law.applyAsDouble(raw - step)) / (2 * step);
        if (!Double.isFinite(kelvin) || !Double.isFinite(kelvinPerRaw)) {
            return Optional.empty();
        }
        double size = Math.abs(kelvinPerRaw) * scatter;
        double levelSigma = size * Math.sqrt(1 / n + (x / n) * (x / n) / sxx);
        return Optional.of(new Line(raw, kelvin, kelvinPerRaw * slope, levelSigma, size / Math.sqrt(sxx)));
    }
}
