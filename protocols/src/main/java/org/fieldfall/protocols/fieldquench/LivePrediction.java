package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.kinetics.Departure;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;

/**
 * The two-well prediction (K1) of a shot from its measured starting temperature, with a band: each uncertain input is
 * moved by its standard uncertainty, the changes are added in squares.
 *
 * <p>It starts from the populations that the wells were followed to, in equilibrium or not, whose unknown rest is in the band.
 *
 * <p>The link leads to where the drift before the ramp ends: whatever steady power the platform carries is in both, but for
 * the {@link SpinPower}.
 */
public final class LivePrediction {

    /** A start of which less is left than this share of the spins is forgotten. */
    private static final double FORGOTTEN = 1e-6;

    /** The standard deviation of a number that may be anywhere between two, in units of their distance. */
    private static final double ONE_SIGMA = 1 / Math.sqrt(12);

    private final double[] afterRampSeconds;
    private final double[] deltaKelvin;
    private final double[] sigmaKelvin;
    private final double startKelvin;

    private LivePrediction(double[] afterRampSeconds, double[] deltaKelvin, double[] sigmaKelvin, double startKelvin) {
        this.afterRampSeconds = afterRampSeconds;
        this.deltaKelvin = deltaKelvin;
        this.sigmaKelvin = sigmaKelvin;
        this.startKelvin = startKelvin;
    }

    /** What a prediction rests on, all of it uncertain. */
    private record Inputs(
            double startKelvin,
            Departure departure,
            double moles,
            PlatformFacts platform,
            double initialTesla,
            double finalTesla) {

        Inputs warmerBy(double kelvin) {
            return new Inputs(startKelvin + kelvin, departure, moles, platform, initialTesla, finalTesla);
        }

        Inputs with(Departure other) {
            return new Inputs(startKelvin, other, moles, platform, initialTesla, finalTesla);
        }

        Inputs withMoreMoles(double more) {
            return new Inputs(startKelvin, departure, moles + more, platform, initialTesla, finalTesla);
        }

        Inputs on(PlatformFacts other) {
            return new Inputs(startKelvin, departure, moles, other, initialTesla, finalTesla);
        }

        Inputs withFieldsTimes(double factor) {
            return new Inputs(startKelvin, departure, moles, platform, factor * initialTesla, factor * finalTesla);
        }
    }

    /**
     * Where a shot starts.
     *
     * @param kelvin measured temperature just before the ramp
     * @param restKelvin where the drift before the ramp would end
     * @param sigmaKelvin of both alike
     */
    public record Start(double kelvin, double restKelvin, double sigmaKelvin) {

        /** The end of the baseline, drifting on until the ramp as it did before. */
        static Start of(ShotNotes notes, RigFacts rig) {
            DriftFit drift = notes.drift().orElseThrow();
            // The drift is the sensing element's, which its own heat keeps a little warmer than the platform.
            double rest = drift.asymptoteKelvin() - rig.platform().thermometer().offsetKelvin();
            double since = notes.sweepSentSeconds() - notes.initialSeconds();
            double found = rig.thermometry().kelvin().applyAsDouble(notes.initialRaw());
            double atRamp = (found - rest) * Math.exp(-since / drift.timeConstantSeconds());
            return new Start(rest + atRamp, rest, rig.thermometry().absoluteSigma(notes.initialRaw()));
        }

        private double driftKelvin() {
            return restKelvin - kelvin;
        }
    }

    /** Predicts from what a shot has found up to the end of its sweep. */
    static LivePrediction of(Crystal crystal, RigFacts rig, ShotNotes notes, ShotSettings shot) {
        return of(
                crystal,
                rig,
                Start.of(notes, rig),
                notes.wells(),
                notes.fieldBefore().orElseThrow().tesla(),
                notes.fieldAfter().orElseThrow().tesla(),
                shot.rateTeslaPerSecond(),
                shot.relaxSeconds());
    }

    /** Predicts from equilibrium. */
    public static LivePrediction of(
            Crystal crystal,
            RigFacts rig,
            Start start,
            double initialTesla,
            double finalTesla,
            double rateTeslaPerSecond,
            double relaxSeconds) {
        return of(crystal, rig, start, Optional.empty(), initialTesla, finalTesla, rateTeslaPerSecond, relaxSeconds);
    }

    /**
     * Predicts from the start of the ramp to the end of the relaxation.
     *
     * @param wells where the populations had come; empty for equilibrium
     * @param initialTesla field before the ramp
     * @param rateTeslaPerSecond magnitude of the rate
     */
    public static LivePrediction of(
            Crystal crystal,
            RigFacts rig,
            Start start,
            Optional<TrackedWells> wells,
            double initialTesla,
            double finalTesla,
            double rateTeslaPerSecond,
            double relaxSeconds) {
        double ramp = Math.abs(finalTesla - initialTesla) / rateTeslaPerSecond;
        double[] times = times(ramp, relaxSeconds);
        Inputs central = new Inputs(
                start.kelvin(),
                wells.map(TrackedWells::departure).orElse(Departure.none()),
                crystal.moles().value(),
                rig.platform(),
                initialTesla,
                finalTesla);
        double[] delta = delta(crystal, central, start.driftKelvin(), rateTeslaPerSecond, times);
        double[] variance = new double[times.length];
        List<Inputs> all = moved(central, crystal, rig, start.sigmaKelvin());
        wells.filter(found -> found.halfGap() > FORGOTTEN)
                .ifPresent(found -> all.add(central.with(found.departure(0.5 + ONE_SIGMA))));
        for (Inputs moved : all) {
            double[] other = delta(crystal, moved, start.driftKelvin(), rateTeslaPerSecond, times);
            for (int i = 0; i < times.length; i++) {
                variance[i] += (other[i] - delta[i]) * (other[i] - delta[i]);
            }
        }
        for (Crystal other : crystal.movedWells()) {
            double[] moved = delta(other, central, start.driftKelvin(), rateTeslaPerSecond, times);
            for (int i = 0; i < times.length; i++) {
                variance[i] += (moved[i] - delta[i]) * (moved[i] - delta[i]);
            }
        }
        double[] afterRamp = Arrays.stream(times).map(t -> t - ramp).toArray();
        double[] sigma = Arrays.stream(variance).map(Math::sqrt).toArray();
        return new LivePrediction(afterRamp, delta, sigma, start.kelvin());
    }

    private static List<Inputs> moved(Inputs c, Crystal crystal, RigFacts rig, double startSigma) {
        double field = rig.teslaPerAmpere().sigma() / rig.teslaPerAmpere().value();
        List<Inputs> moved = new ArrayList<>();
        moved.add(c.warmerBy(startSigma));
        moved.add(c.withMoreMoles(crystal.moles().sigma()));
        moved.add(c.on(c.platform.withLinkTimes(1 + c.platform.linkRelativeSigma())));
        moved.add(c.on(c.platform.withAddendaTimes(1 + c.platform.addendaRelativeSigma())));
        Uncertain eddy = c.platform.eddyWattPerTeslaPerSecondSquared();
        if (eddy.sigma() > 0) {
            moved.add(c.on(c.platform.withEddy(eddy.value() + eddy.sigma())));
        }
        moved.add(c.withFieldsTimes(1 + field));
        return moved;
    }

    private static double[] delta(Crystal crystal, Inputs inputs, double drift, double rate, double[] times) {
        double warmed = SpinPower.restKelvin(
                crystal, inputs.platform, inputs.moles, inputs.startKelvin, inputs.initialTesla, inputs.departure);
        Surroundings surroundings = inputs.platform.surroundings(inputs.moles, inputs.startKelvin + drift - warmed);
        double[] kelvin = crystal.in(surroundings)
                .predict(
                        inputs.startKelvin,
                        inputs.departure,
                        FieldHistory.ramp(inputs.initialTesla, inputs.finalTesla, 0, rate),
                        times)
                .kelvin();
        return Arrays.stream(kelvin).map(t -> t - inputs.startKelvin).toArray();
    }

    /** Times from the start of the ramp: dense in the ramp and just after it, then logarithmic. */
    static double[] times(double ramp, double relaxSeconds) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            times.add(ramp * i / 20);
        }
        for (double after = 0.005; after < relaxSeconds; after *= 1.05) {
            times.add(ramp + after);
        }
        times.add(ramp + relaxSeconds);
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double startKelvin() {
        return startKelvin;
    }

    /** Times of the curve after the end of the ramp; negative in it. */
    public double[] afterRampSeconds() {
        return afterRampSeconds.clone();
    }

    /** Predicted temperature differences from the start at those times. */
    public double[] deltaKelvin() {
        return deltaKelvin.clone();
    }

    /** Their standard uncertainties. */
    public double[] sigmaKelvin() {
        return sigmaKelvin.clone();
    }

    /**
     * Predicted difference at a time after the end of the ramp, between the points of the curve by a straight line; empty
     * beyond its ends.
     */
    public Optional<Uncertain> deltaAt(double seconds) {
        if (seconds < afterRampSeconds[0] || seconds > afterRampSeconds[afterRampSeconds.length - 1]) {
            return Optional.empty();
        }
        int above = Arrays.binarySearch(afterRampSeconds, seconds);
        if (above >= 0) {
            return Optional.of(new Uncertain(deltaKelvin[above], sigmaKelvin[above]));
        }
        int i = -above - 1;
        double share = (seconds - afterRampSeconds[i - 1]) / (afterRampSeconds[i] - afterRampSeconds[i - 1]);
        return Optional.of(new Uncertain(
                deltaKelvin[i - 1] + share * (deltaKelvin[i] - deltaKelvin[i - 1]),
                sigmaKelvin[i - 1] + share * (sigmaKelvin[i] - sigmaKelvin[i - 1])));
    }
}
