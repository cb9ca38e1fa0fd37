package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;

/**
 * What a shot asks of the buffered thermometer's memory.
 *
 * @param readings that the shot asks for, spare ones included
 * @param mostReadings of one acquisition
 * @param memoryReadings that wait in the meter until they are drained
 * @param readingsPerDrain that come in from one drain to the next
 */
public record ThermometerDemand(double readings, int mostReadings, int memoryReadings, double readingsPerDrain) {

    /** Readings are drained at least so often, by the wall clock. */
    static final double DRAIN_SECONDS = 0.1;

    private static final double FEWEST_DRAINS = 4;
    private static final double FEW_DRAINS = 10;

    static ThermometerDemand none() {
        return new ThermometerDemand(Double.NaN, 0, 0, Double.NaN);
    }

    static ThermometerDemand of(Shot whole, RigFacts rig) {
        return new ThermometerDemand(
                whole.readings(),
                rig.thermometer().mostReadings(),
                rig.thermometer().memoryReadings(),
                DRAIN_SECONDS * rig.mostSpeed() / whole.settings().samplingSeconds());
    }

    /** How many drains the memory lasts. */
    public double drains() {
        return memoryReadings / readingsPerDrain;
    }

    List<String> refusals(ShotSettings shot, RigFacts rig) {
        List<String> refusals = new ArrayList<>();
        double shortest = Math.max(rig.thermometer().shortestIntervalSeconds(), rig.apertureSeconds());
        if (shot.samplingSeconds() < shortest) {
            refusals.add(Figure.text(
                    "sampling: %g s is shorter than the thermometer can, %g s", shot.samplingSeconds(), shortest));
            return refusals;
        }
        if (!rig.thermometer().isDrainedAfterStop() && drains() < FEWEST_DRAINS) {
            refusals.add(Figure.text(
                    "sampling: %g s fills the thermometer's %d readings in less than four drains of %g s",
                    shot.samplingSeconds(), memoryReadings, DRAIN_SECONDS));
        }
        if (readings > mostReadings) {
            refusals.add(Figure.text(
                    "relax: baseline and relaxation take %.0f readings at a sampling of %g s, one acquisition of the"
                            + " thermometer holds %d; sample more slowly or record for less long",
                    readings, shot.samplingSeconds(), mostReadings));
        }
        return refusals;
    }

    Optional<String> warning() {
        return drains() < FEW_DRAINS
                ? Optional.of(Figure.text(
                        "sampling: the thermometer's memory of %d readings lasts %.1f drains of %g s",
                        memoryReadings, drains(), DRAIN_SECONDS))
                : Optional.empty();
    }
}
