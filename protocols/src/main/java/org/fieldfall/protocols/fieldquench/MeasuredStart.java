package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * Where a shot starts by its baseline: a straight line through the buffered readings before the ramp, to its start.
 *
 * <p>The platform rests where its drift would end: what was left of the exponential drift that was waited for, less what has
 * gone since. The slope of the baseline is the second witness and the worse one, as all of the thermometer's own drift is in
 * it. They differ by most of that drift, while the fit is wrong by a third of it: so half of the difference, and the noise of
 * the slope, tell how well the rest is known. In 200 stepped shots (SteppedShotsTest) that holds the truth as often as it says.
 *
 * <p>Far from its rest nothing drifts exponentially, as link and heat capacities change on the way. Where that is most of
 * what makes the fit uncertain, the slope and the heat that it takes off through the link tell more, and are taken.
 *
 * @param raw reading that belongs to the start
 * @param kelvin temperature just before the ramp
 * @param sigmaKelvin systematic uncertainty of it
 * @param noiseKelvin by the scatter of the readings
 * @param restKelvin where the drift would end
 * @param restSigmaKelvin how well that is known against the start
 * @param driftKelvinPerSecond how fast the thermometer may drift by itself, a standard uncertainty: by its stated thermal EMF
 *     from the baseline to the end of the shot
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
                .or(() -> glances(notes, rig))
                .map(line -> line.start(notes, shot, crystal, rig, seconds(line, notes, shot, crystal, rig)));
    }

    /** Of a meter that hands its readings out only afterwards: the baseline's level by what was read of it meanwhile. */
    private static Optional<Line> glances(ShotNotes notes, RigFacts rig) {
        double raw = notes.initialRaw();
        double kelvin = rig.thermometry().kelvin().applyAsDouble(raw);
        return Double.isFinite(kelvin) ? Optional.of(new Line(raw, kelvin, Double.NaN, 0, 0)) : Optional.empty();
    }

    /** In which the platform drifts. */
    private static double seconds(Line line, ShotNotes notes, ShotSettings shot, Crystal crystal, RigFacts rig) {
        return notes.drift()
                .map(DriftFit::timeConstantSeconds)
                .filter(found -> found > 0)
                .orElseGet(() -> rig.platform().linkSeconds(crystal, shot.initialTesla(), line.kelvin));
    }

    /** @param kelvinPerSecond NaN where only the level is known */
    private record Line(double raw, double kelvin, double kelvinPerSecond, double levelSigma, double slopeSigma) {

        MeasuredStart start(ShotNotes notes, ShotSettings shot, Crystal crystal, RigFacts rig, double driftSeconds) {
            double own = rig.thermometry().offsetKelvin(raw) / (shot.baselineSeconds() + shot.relaxSeconds());
            double atRamp = kelvin + sinceRead(notes, driftSeconds);
            HeatOff heatOff = new HeatOff(crystal, rig.platform(), shot.initialTesla());
            Uncertain byFit = left(notes, driftSeconds, own);
            Optional<Uncertain> byBalance = byBalance(heatOff, shot.baselineSeconds(), own);
            double longest = byBalance
                    .filter(found -> Math.abs(found.value()) > Math.abs(byFit.value()))
                    .orElse(byFit)
                    .value();
            double uneven = heatOff.unevenness(kelvin, longest);
            Uncertain fit = byFit.blurredBy(uneven);
            Uncertain left = byBalance
                    .filter(found -> uneven > byFit.sigma() && found.sigma() < fit.sigma())
                    .orElse(fit);
            return new MeasuredStart(
                    raw,
                    atRamp,
                    rig.thermometry().absoluteSigma(raw),
                    levelSigma,
                    atRamp + left.value(),
                    left.sigma(),
                    own);
        }

        private boolean isLevelOnly() {
            return Double.isNaN(kelvinPerSecond);
        }

        /** The same by the heat that the slope takes off, whatever the drift's course was. */
        private Optional<Uncertain> byBalance(HeatOff heatOff, double baselineSeconds, double own) {
            if (isLevelOnly()) {
                return Optional.empty();
            }
            // The slope of a line is that of its middle.
            double middle = kelvin - kelvinPerSecond * baselineSeconds / 2;
            return heatOff.restKelvin(middle, kelvinPerSecond)
                    .map(rest -> new Uncertain(rest - kelvin, Math.hypot(slopeSigma, own) * heatOff.seconds(middle))
                            .blurredBy(heatOff.relativeSigma() * (rest - middle)));
        }

        /** How far the platform still is from its rest. */
        private Uncertain left(ShotNotes notes, double driftSeconds, double own) {
            Uncertain bySlope = new Uncertain(
                    isLevelOnly() ? 0 : kelvinPerSecond * driftSeconds, Math.hypot(slopeSigma, own) * driftSeconds);
            return notes.drift()
                    .map(fit -> decayed(fit, notes.expectedStartSeconds(), driftSeconds))
                    .filter(fit -> Double.isFinite(fit.value()))
                    .map(fit -> isLevelOnly()
                            ? fit.blurredBy(own * driftSeconds)
                            : fit.blurredBy((bySlope.value() - fit.value()) / 2).blurredBy(slopeSigma * driftSeconds))
                    .orElse(bySlope);
        }

        /** A level that was read some time ago has drifted on. */
        private double sinceRead(ShotNotes notes, double driftSeconds) {
            if (!isLevelOnly()) {
                return 0;
            }
            double read = notes.initialSeconds() - notes.acquisitionSentSeconds();
            return notes.drift()
                    .map(fit -> decayed(fit, read, driftSeconds).value()
                            - decayed(fit, notes.expectedStartSeconds(), driftSeconds)
                                    .value())
                    .orElse(0.0);
        }

        private static Uncertain decayed(DriftFit fit, double seconds, double driftSeconds) {
            double share = Math.exp(-seconds / driftSeconds);
            return new Uncertain(
                    fit.remainingKelvin().value() * share, fit.remainingKelvin().sigma() * share);
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
