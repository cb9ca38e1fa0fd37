package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.kinetics.Departure;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Prediction;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * What the two-well kinetics (K1) makes of a field as it was followed, from a measured start, with a band: each uncertain
 * input is moved by its standard uncertainty, the changes are added in squares. Inputs are the start's temperature and where
 * the platform rests, the amount of substance and what the sample file is not sure of, link, addenda and eddy heating of the
 * platform, coil constant, plateaus and rate of the field, and what is not known of the populations. Immutable.
 *
 * <p>It starts from the populations that the wells were followed to, in equilibrium or not, and the link leads to where the
 * drift before the ramp ends: whatever steady power the platform carries is in both, but for the {@link SpinPower}.
 */
public final class FollowedCourse {

    /** A start of which less is left than this share of the spins is forgotten. */
    private static final double FORGOTTEN = 1e-6;

    /** The standard deviation of a number that may be anywhere between two, in units of their distance. */
    private static final double ONE_SIGMA = 1 / Math.sqrt(12);

    /** Times that count from the end of the ramp come back to their start with an error of rounding. */
    private static final double ROUNDING_SECONDS = 1e-9;

    private final double[] seconds;
    private final double rampSeconds;
    private final double[] kelvin;
    private final double[] kelvinSigma;
    private final double[] joule;
    private final double[] jouleSigma;
    private final double[] upper;

    private FollowedCourse(
            double[] seconds, double rampSeconds, Curves central, double[] kelvinSigma, double[] jouleSigma) {
        this.seconds = seconds;
        this.rampSeconds = rampSeconds;
        this.kelvin = central.kelvin;
        this.kelvinSigma = kelvinSigma;
        this.joule = central.joule;
        this.jouleSigma = jouleSigma;
        this.upper = central.upper;
    }

    private record Curves(double[] kelvin, double[] joule, double[] upper) {

        /** Temperatures as differences. */
        Curves from(double start) {
            return new Curves(Arrays.stream(kelvin).map(t -> t - start).toArray(), joule, upper);
        }
    }

    @FunctionalInterface
    private interface Solver {
        Prediction predict(
                TwoWells wells, double startKelvin, Departure departure, FieldHistory field, double[] seconds);
    }

    private record Inputs(
            double startKelvin, Departure departure, double moles, PlatformFacts platform, FieldHistory field) {

        Curves course(Crystal crystal, double driftKelvin, double[] times) {
            return course(crystal, driftKelvin, times, TwoWells::predict);
        }

        /** Good enough for what differs from another such curve. */
        Curves roughCourse(Crystal crystal, double driftKelvin, double[] times) {
            return course(crystal, driftKelvin, times, TwoWells::predictRoughly).from(startKelvin);
        }

        private Curves course(Crystal crystal, double driftKelvin, double[] times, Solver solver) {
            double before = field.tesla(Math.min(0, times[0]) - 1);
            double watt = SpinPower.watt(crystal, platform, moles, startKelvin, before, departure);
            double warmed = watt == 0 ? 0 : watt / platform.link().wattPerKelvin(startKelvin);
            Surroundings surroundings = platform.surroundings(moles, startKelvin + driftKelvin - warmed);
            Prediction found = solver.predict(crystal.in(surroundings), startKelvin, departure, field, times);
            double[] joule = found.spinHeatJoule();
            for (int i = 0; i < times.length; i++) {
                // What the spins gave off before counts as the platform's steady power, in the measured heat too.
                joule[i] += watt * times[i];
            }
            return new Curves(found.kelvin(), joule, found.upperPopulation());
        }

        Inputs from(double kelvin, Departure other) {
            return new Inputs(kelvin, other, moles, platform, field);
        }

        Inputs of(double otherMoles) {
            return new Inputs(startKelvin, departure, otherMoles, platform, field);
        }

        Inputs on(PlatformFacts other) {
            return new Inputs(startKelvin, departure, moles, other, field);
        }

        Inputs in(FieldHistory other) {
            return new Inputs(startKelvin, departure, moles, platform, other);
        }
    }

    /** A history with its fields times a factor, moved by an offset, in another time. */
    private record Moved(FieldHistory of, double factor, double offsetTesla, double slower) implements FieldHistory {

        @Override
        public double tesla(double seconds) {
            return factor * of.tesla(seconds / slower) + offsetTesla;
        }

        @Override
        public double teslaPerSecond(double seconds) {
            return factor / slower * of.teslaPerSecond(seconds / slower);
        }

        @Override
        public double[] corners() {
            return Arrays.stream(of.corners()).map(t -> t * slower).toArray();
        }
    }

    /**
     * From what a shot has found up to the end of its sweep, along its program between the fields read; empty where the notes
     * lack what it starts from.
     */
    static Optional<FollowedCourse> of(Crystal crystal, RigFacts rig, ShotNotes notes, ShotSettings shot) {
        if (notes.fieldBefore().isEmpty() || notes.fieldAfter().isEmpty()) {
            return Optional.empty();
        }
        double step = rig.supply().smallestStepTesla();
        FieldFollowed field = FieldFollowed.programmed(
                new Uncertain(notes.fieldBefore().get().tesla(), step),
                new Uncertain(notes.fieldAfter().get().tesla(), step),
                shot.rateTeslaPerSecond());
        return MeasuredStart.of(notes, shot, crystal, rig)
                .map(start -> of(crystal, rig, start, notes.wells(), field, shot.relaxSeconds()));
    }

    /**
     * Follows a field from the start of its ramp to the end of the relaxation.
     *
     * @param wells where the populations had come; empty for equilibrium
     * @throws org.fieldfall.protocols.theory.balance.NoConvergenceException where there is no answer
     */
    public static FollowedCourse of(
            Crystal crystal,
            RigFacts rig,
            MeasuredStart start,
            Optional<TrackedWells> wells,
            FieldFollowed field,
            double relaxSeconds) {
        double[] times = times(field.rampSeconds(), relaxSeconds);
        Inputs central = new Inputs(
                start.kelvin(),
                wells.map(TrackedWells::departure).orElse(Departure.none()),
                crystal.moles().value(),
                rig.platform(),
                field.history());
        double drift = start.restKelvin() - start.kelvin();
        Curves found = central.course(crystal, drift, times);
        List<Supplier<Curves>> asked = new ArrayList<>();
        asked.add(() -> central.roughCourse(crystal, drift, times));
        moved(central, crystal, rig, start, wells, field)
                .forEach(moved -> asked.add(() -> moved.roughCourse(crystal, drift, times)));
        crystal.movedWells().forEach(other -> asked.add(() -> central.roughCourse(other, drift, times)));
        if (start.restSigmaKelvin() > 0) {
            asked.add(() -> central.roughCourse(crystal, drift + start.restSigmaKelvin(), times));
        }
        List<Curves> rough = asked.parallelStream().map(Supplier::get).toList();
        return new FollowedCourse(
                times, field.rampSeconds(), found, sigma(rough, Curves::kelvin), sigma(rough, Curves::joule));
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

    /** Changes from the first curve, added in squares. */
    private static double[] sigma(List<Curves> curves, Function<Curves, double[]> part) {
        double[] central = part.apply(curves.get(0));
        double[] squares = new double[central.length];
        for (Curves other : curves) {
            double[] moved = part.apply(other);
            for (int i = 0; i < squares.length; i++) {
                squares[i] += (moved[i] - central[i]) * (moved[i] - central[i]);
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private static List<Inputs> moved(
            Inputs c,
            Crystal crystal,
            RigFacts rig,
            MeasuredStart start,
            Optional<TrackedWells> wells,
            FieldFollowed field) {
        PlatformFacts platform = c.platform;
        double coil = rig.teslaPerAmpere().relativeSigma();
        List<Inputs> moved = new ArrayList<>();
        moved.add(c.from(c.startKelvin + start.sigmaKelvin(), c.departure));
        moved.add(c.of(c.moles + crystal.moles().sigma()));
        moved.add(c.on(platform.withLinkTimes(1 + platform.linkRelativeSigma())));
        moved.add(c.on(platform.withAddendaTimes(1 + platform.addendaRelativeSigma())));
        Uncertain eddy = platform.eddyWattPerTeslaPerSecondSquared();
        if (eddy.sigma() > 0) {
            moved.add(c.on(platform.withEddy(eddy.value() + eddy.sigma())));
        }
        if (coil > 0) {
            moved.add(c.in(new Moved(c.field, 1 + coil, 0, 1)));
        }
        if (field.offsetTesla() > 0) {
            moved.add(c.in(new Moved(c.field, 1, field.offsetTesla(), 1)));
        }
        if (field.rateRelative() > 0) {
            moved.add(c.in(new Moved(c.field, 1, 0, 1 + field.rateRelative())));
        }
        wells.filter(found -> found.halfGap() > FORGOTTEN)
                .ifPresent(found -> moved.add(c.from(c.startKelvin, found.departure(0.5 + ONE_SIGMA))));
        return moved;
    }

    /** Times from the start of the ramp. */
    public double[] seconds() {
        return seconds.clone();
    }

    /** The same times from the end of the ramp, negative in it. */
    public double[] afterRampSeconds() {
        return Arrays.stream(seconds).map(t -> t - rampSeconds).toArray();
    }

    public double startKelvin() {
        return kelvin[0];
    }

    /** Temperature as difference from the start. */
    public double[] deltaKelvin() {
        return Arrays.stream(kelvin).map(t -> t - kelvin[0]).toArray();
    }

    /** Temperature of the crystal's lattice. */
    public double[] kelvin() {
        return kelvin.clone();
    }

    /** How well its difference from the start is known. */
    public double[] kelvinSigma() {
        return kelvinSigma.clone();
    }

    /** Heat that the spins took up since the start of the ramp. */
    public double[] joule() {
        return joule.clone();
    }

    public double[] jouleSigma() {
        return jouleSigma.clone();
    }

    /** Share of the main species' spins in the well M &gt; 0, the upper one in a positive field. */
    public double[] upperPopulation() {
        return upper.clone();
    }

    /** ΔT from the start at a time from the start of the ramp, on straight lines; empty beyond the curve. */
    public Optional<Uncertain> deltaAt(double at) {
        return at(at, kelvin, kelvinSigma).map(found -> new Uncertain(found.value() - kelvin[0], found.sigma()));
    }

    /** The same at a time from the end of the ramp. */
    public Optional<Uncertain> deltaAfterRamp(double after) {
        return deltaAt(rampSeconds + after);
    }

    /** Heat at such a time. */
    public Optional<Uncertain> jouleAt(double at) {
        return at(at, joule, jouleSigma);
    }

    /** Population of the upper well at such a time. */
    public Optional<Double> upperAt(double at) {
        return at(at, upper, upper).map(Uncertain::value);
    }

    private Optional<Uncertain> at(double asked, double[] value, double[] sigma) {
        double last = seconds[seconds.length - 1];
        if (!(asked >= seconds[0] && asked <= last + ROUNDING_SECONDS)) {
            return Optional.empty();
        }
        double time = Math.min(asked, last);
        int found = Arrays.binarySearch(seconds, time);
        int i = found >= 0 ? found : -found - 1;
        if (i == 0) {
            return Optional.of(new Uncertain(value[0], sigma[0]));
        }
        double share = (time - seconds[i - 1]) / (seconds[i] - seconds[i - 1]);
        return Optional.of(new Uncertain(
                value[i - 1] + share * (value[i] - value[i - 1]), sigma[i - 1] + share * (sigma[i] - sigma[i - 1])));
    }

    /** Where the crystal is furthest from its start. */
    public Uncertain furthest() {
        int most = 0;
        for (int i = 1; i < kelvin.length; i++) {
            most = Math.abs(kelvin[i] - kelvin[0]) > Math.abs(kelvin[most] - kelvin[0]) ? i : most;
        }
        return new Uncertain(kelvin[most] - kelvin[0], kelvinSigma[most]);
    }
}
