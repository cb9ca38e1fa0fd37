package org.fieldfall.app.run;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fieldfall.app.rig.Twins;
import org.fieldfall.simulator.SteppedTwin;
import org.fieldfall.simulator.Truth;
import org.fieldfall.simulator.world.TrueHeat;

/**
 * What a stepped shot really did. The ramp and the baseline are found in the world's own field and lattice temperature as {@link
 * TruthKeeper} finds them; the heat is that of the world's own spins: their energy less the work that the field did on them.
 */
final class SteppedTruth {

    private static final double BASELINE_SECONDS = 60;
    private static final double GUARD_SECONDS = 0.2;

    private final List<Truth> rows;
    private final TrueHeat heat;
    private final double rampEnd;
    private final double startKelvin;
    private final double baselineSlope;
    private final double[] joule;

    SteppedTruth(SteppedShot shot) {
        this.rows = shot.truth();
        this.heat = SteppedTwin.heat(Twins.settings(SteppedShot.experiment()), shot.drawn());
        double before = rows.get(0).tesla();
        double after = rows.get(rows.size() - 1).tesla();
        StraightLine ramp = StraightLine.through(
                rows.stream()
                        .filter(row -> (row.tesla() - before) / (after - before) > 0.2)
                        .filter(row -> (row.tesla() - before) / (after - before) < 0.8)
                        .toList(),
                Truth::seconds,
                Truth::tesla);
        double rampStart = ramp.reaches(before);
        this.rampEnd = ramp.reaches(after);
        StraightLine baseline = StraightLine.through(
                rows.stream()
                        .filter(row -> row.seconds() >= rampStart - BASELINE_SECONDS)
                        .filter(row -> row.seconds() <= rampStart - GUARD_SECONDS)
                        .toList(),
                Truth::seconds,
                Truth::latticeKelvin);
        this.startKelvin = baseline.at(rampStart);
        this.baselineSlope = baseline.at(rampStart + 1) - startKelvin;
        this.joule = joule(rampStart);
    }

    private double[] joule(double rampStart) {
        double[] taken = new double[rows.size()];
        double start = Double.NaN;
        double work = 0;
        for (int i = 1; i < taken.length; i++) {
            Truth from = rows.get(i - 1);
            Truth to = rows.get(i);
            if (to.seconds() < rampStart - 0.01) {
                start = spinJoule(to);
            } else {
                work += (perTesla(from) + perTesla(to)) / 2 * (to.tesla() - from.tesla());
                taken[i] = spinJoule(to) - start - work;
            }
        }
        return taken;
    }

    private double spinJoule(Truth row) {
        return heat.spinJoule(row.latticeKelvin(), row.tesla(), row.upperPopulation());
    }

    private double perTesla(Truth row) {
        return heat.joulePerTesla(row.latticeKelvin(), row.tesla(), row.upperPopulation());
    }

    double startKelvin() {
        return startKelvin;
    }

    double baselineSlope() {
        return baselineSlope;
    }

    /** ΔT of the lattice at a time after the end of the ramp. */
    double deltaKelvin(double afterRampSeconds) {
        return at(afterRampSeconds, index -> rows.get(index).latticeKelvin()) - startKelvin;
    }

    /** Q at a time after the end of the ramp. */
    double jouleAt(double afterRampSeconds) {
        return at(afterRampSeconds, index -> joule[index]);
    }

    /** Q∞: the spins in equilibrium at the temperature they started from. */
    double completedJoule() {
        Truth last = rows.get(rows.size() - 1);
        double equilibrium =
                heat.spinJoule(startKelvin, last.tesla(), heat.equilibriumUpper(startKelvin, last.tesla()));
        return joule[joule.length - 1] + equilibrium - spinJoule(last);
    }

    private double at(double afterRampSeconds, ToDoubleFunction<Integer> value) {
        double seconds = rampEnd + afterRampSeconds;
        int high = 1;
        while (rows.get(high).seconds() < seconds) {
            high++;
        }
        double from = rows.get(high - 1).seconds();
        double share = (seconds - from) / (rows.get(high).seconds() - from);
        double below = value.applyAsDouble(high - 1);
        return below + share * (value.applyAsDouble(high) - below);
    }
}
