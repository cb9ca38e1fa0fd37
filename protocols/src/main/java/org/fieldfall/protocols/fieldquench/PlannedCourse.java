package org.fieldfall.protocols.fieldquench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Prediction;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * The predicted temperature of a shot that starts at rest: two-well kinetics on the rig's platform. Immutable.
 *
 * <p>{@code Reached} and the lag are differences from the start.
 */
public final class PlannedCourse {

    private static final double[] ASKED_SECONDS = {0, 1, 10, 60};

    private final double[] afterRampSeconds;
    private final double[] kelvin;
    private final double[] shownKelvin;
    private final double spinHeatJoule;

    private PlannedCourse(double[] afterRampSeconds, double[] kelvin, double[] shownKelvin, double spinHeatJoule) {
        this.afterRampSeconds = afterRampSeconds;
        this.kelvin = kelvin;
        this.shownKelvin = shownKelvin;
        this.spinHeatJoule = spinHeatJoule;
    }

    /** What is left of the cooling some time after the ramp. */
    public record Reached(double afterRampSeconds, double deltaKelvin) {}

    /** @throws org.fieldfall.protocols.theory.balance.NoConvergenceException where there is no answer */
    static PlannedCourse of(ShotSettings shot, Crystal crystal, RigFacts rig) {
        double ramp = Math.abs(shot.finalTesla() - shot.initialTesla()) / shot.rateTeslaPerSecond();
        double[] times = DoubleStream.concat(
                        Arrays.stream(FollowedCourse.times(ramp, shot.relaxSeconds())),
                        Arrays.stream(ASKED_SECONDS)
                                .filter(after -> after <= shot.relaxSeconds())
                                .map(after -> ramp + after))
                .sorted()
                .distinct()
                .toArray();
        FieldHistory field = FieldHistory.ramp(shot.initialTesla(), shot.finalTesla(), 0, shot.rateTeslaPerSecond());
        TwoWells wells = crystal.in(rig.platform().surroundings(crystal.moles().value(), shot.initialKelvin()));
        Prediction found = wells.predict(shot.initialKelvin(), field, times);
        return new PlannedCourse(
                Arrays.stream(times).map(t -> t - ramp).toArray(),
                found.kelvin(),
                found.shownKelvin(),
                wells.completedHeatJoule(shot.initialKelvin(), field));
    }

    /** Negative in the ramp. */
    public double[] afterRampSeconds() {
        return afterRampSeconds.clone();
    }

    /** Lattice temperature of the crystal. */
    public double[] kelvin() {
        return kelvin.clone();
    }

    /** What the thermometer shows. */
    public double[] shownKelvin() {
        return shownKelvin.clone();
    }

    /** At 0, 1, 10 and 60 s after the ramp, as far as is recorded. */
    public List<Reached> reached() {
        return Arrays.stream(ASKED_SECONDS)
                .filter(after -> after <= afterRampSeconds[afterRampSeconds.length - 1])
                .mapToObj(this::at)
                .toList();
    }

    private Reached at(double after) {
        int nearest = 0;
        for (int i = 1; i < afterRampSeconds.length; i++) {
            nearest = Math.abs(afterRampSeconds[i] - after) < Math.abs(afterRampSeconds[nearest] - after) ? i : nearest;
        }
        return new Reached(after, kelvin[nearest] - kelvin[0]);
    }

    /** Where the temperature is furthest from its start, of the points of the curve. */
    public Reached furthest() {
        int most = 0;
        for (int i = 1; i < kelvin.length; i++) {
            most = Math.abs(kelvin[i] - kelvin[0]) > Math.abs(kelvin[most] - kelvin[0]) ? i : most;
        }
        return new Reached(afterRampSeconds[most], kelvin[most] - kelvin[0]);
    }

    /** Q∞, heat that the spins have taken up once the link has led everything back. */
    public double spinHeatJoule() {
        return spinHeatJoule;
    }

    /** By how much the shown change is behind the crystal's at most; the thermometer's lag and τ₂ together. */
    public double lagKelvin() {
        double most = 0;
        for (int i = 0; i < kelvin.length; i++) {
            most = Math.max(most, Math.abs(shownKelvin[i] - shownKelvin[0] - (kelvin[i] - kelvin[0])));
        }
        return most;
    }
}
