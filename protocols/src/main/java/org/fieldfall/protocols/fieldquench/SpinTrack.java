package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.theory.kinetics.PopulationTrack;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * Follows the spins of one shot from its first reading on: reads the temperature now and then, adds up the time passed at the
 * initial field in units of τ(T, Bi), and lets the theory follow the populations of the wells along what was read. What they
 * were before is not known; what any start would have come to by now is. Used by one thread.
 */
final class SpinTrack {

    static final double APERTURE_SECONDS = 0.1;

    /** Name of the count in the record. */
    static final String WAITED = "relaxation times waited";

    private final ShotContext context;
    private final TwoWells wells;
    private final PopulationTrack populations;
    private boolean isBegun;
    private double tesla = Double.NaN;
    private double countedSeconds = Double.NaN;

    SpinTrack(ShotContext context) {
        this.context = context;
        this.wells = context.crystal().in(Surroundings.isolated());
        this.populations = new PopulationTrack(context.crystal().wells());
    }

    /** Measures the field, which is taken to go there in a straight line from the last time it was measured. */
    void readField(Conduct conduct) {
        tesla = context.readField(conduct).tesla();
    }

    /** Takes a reading and returns its temperature in kelvin; the auxiliary channels get their turn. */
    double reading(Conduct conduct) {
        context.auxiliaries().read(conduct);
        double kelvin = context.readKelvin(conduct, APERTURE_SECONDS);
        count(conduct, kelvin);
        pass(conduct.seconds(), kelvin);
        return kelvin;
    }

    /** Takes a reading while the field is on its way to the initial one: there is nothing to count yet. */
    void readingOnTheWay(Conduct conduct) {
        readField(conduct);
        pass(conduct.seconds(), context.readKelvin(conduct, APERTURE_SECONDS));
    }

    private void count(Conduct conduct, double kelvin) {
        double now = conduct.seconds();
        if (!Double.isNaN(countedSeconds)) {
            double tau = wells.equilibrationSeconds(kelvin, context.shot().initialTesla());
            double inAll = context.notes().relaxationTimesWaited() + (now - countedSeconds) / tau;
            context.notes().waited(inAll);
            conduct.tell(new FigureFound(now, WAITED, inAll, Double.NaN, ""));
        }
        countedSeconds = now;
    }

    /** Goes on to a temperature that the thermometer showed at a rig time; a reading that is none is passed over. */
    void pass(double rigSeconds, double shownKelvin) {
        double kelvin = shownKelvin - context.rig().platform().thermometer().offsetKelvin();
        if (kelvin > 0 && Double.isFinite(kelvin) && Double.isFinite(tesla)) {
            populations.pass(rigSeconds, kelvin, tesla);
            isBegun = true;
        }
    }

    /** Empty before the first reading of temperature and field, and where the platform is empty. */
    Optional<TrackedWells> now() {
        boolean isCrystalThere = context.kind() != ShotKind.BLANK;
        return isBegun && isCrystalThere ? Optional.of(populations.now()) : Optional.empty();
    }

    /** Writes down where the populations have come. */
    void tell(Conduct conduct) {
        now().ifPresent(found -> {
            context.notes().wells(found);
            PopulationFigures.of(found, conduct.seconds()).forEach(conduct::tell);
        });
    }

    /** True where enough relaxation times have passed and no start can be further off than the protocol allows. */
    boolean isEquilibrated() {
        ShotSettings.Equilibrium due = context.shot().equilibrium();
        return context.notes().relaxationTimesWaited() >= due.times()
                && now().map(found -> found.departureAtMost() <= due.within()).orElse(true);
    }

    /** True where the start is forgotten so well that what is left of it is a tenth of what the protocol allows. */
    boolean isStartForgotten() {
        ShotSettings.Equilibrium due = context.shot().equilibrium();
        return context.notes().relaxationTimesWaited() >= due.times()
                && now().map(found -> 2 * found.halfGap() <= due.within() / 10).orElse(true);
    }

    /** What the populations are, in words, and whether that is what the protocol asks for. */
    Optional<SpinState> state() {
        return now().map(found ->
                SpinState.of(found, context.crystal(), context.rig().platform(), context.shot()));
    }
}
