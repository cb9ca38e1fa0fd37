package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/** Reads the temperature now and then and adds up the time passed in units of τ(T, Bi). */
final class RelaxationCount {

    static final double APERTURE_SECONDS = 0.1;

    /** Name of the count in the record. */
    static final String WAITED = "relaxation times waited";

    private final ShotContext context;
    private final TwoWells wells;
    private double lastSeconds = Double.NaN;

    RelaxationCount(ShotContext context) {
        this.context = context;
        Crystal crystal = context.crystal();
        this.wells = new TwoWells(crystal.spin(), crystal.lattice(), crystal.relaxation(), Surroundings.isolated());
    }

    /** Takes a reading and returns its temperature in kelvin; the auxiliary channels get their turn. */
    double reading(Conduct conduct) {
        context.auxiliaries().read(conduct);
        double kelvin = context.readKelvin(conduct, APERTURE_SECONDS);
        double now = conduct.seconds();
        if (!Double.isNaN(lastSeconds)) {
            double tau = wells.equilibrationSeconds(kelvin, context.shot().initialTesla());
            double inAll = context.notes().relaxationTimesWaited() + (now - lastSeconds) / tau;
            context.notes().waited(inAll);
            conduct.tell(new FigureFound(now, WAITED, inAll, Double.NaN, ""));
        }
        lastSeconds = now;
        return kelvin;
    }
}
