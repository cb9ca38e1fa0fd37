package org.fieldfall.app.config;

import java.util.Optional;
import org.fieldfall.app.config.SampleConfig.Relaxation.FastSpecies;

/** In which form the twin has the sample of its file; SI units, energies in kelvin. */
public sealed interface CrystalConfig {

    /** Two wells that exchange with the τ of the sample file. */
    record TwoWells() implements CrystalConfig {}

    /** An empty platform. */
    record None() implements CrystalConfig {}

    /**
     * A rate equation for every level; the sample file's barrier and τ0 play no part.
     *
     * @param soundMetresPerSecond effective
     * @param doubleStep strength of phonon rates with Δm = ±2 beside those with Δm = ±1
     * @param transverseTesla across the axis
     * @param b44Kelvin B_4^4, for a sample file without
     * @param lineWidthTesla half width of the spread of fields along the axis
     * @param dipolarTesla empty for what the sample file has
     * @param fast empty for what the sample file has
     */
    record Levels(
            double soundMetresPerSecond,
            double kilogramsPerCubicMetre,
            double doubleStep,
            double transverseTesla,
            double b44Kelvin,
            double lineWidthTesla,
            Optional<Double> dipolarTesla,
            Optional<FastSpecies> fast)
            implements CrystalConfig {}
}
