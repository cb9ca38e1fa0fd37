package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;

/**
 * What the two-well kinetics says will happen, at the times it was asked for.
 *
 * @param seconds the times
 * @param kelvin lattice temperature of the sample
 * @param shownKelvin what the thermometer shows: the platform's temperature with the element's lag and self-heating
 * @param upperPopulations p of each species, population of its well M &gt; 0, the upper one in a positive field
 * @param spinHeatJoule Q, heat the spins took up since the start: −[∫(C<sub>ph</sub> + C<sub>add</sub>) dT + ∫K(T − Tb) dt − ∫P dt]
 */
public record Prediction(
        double[] seconds, double[] kelvin, double[] shownKelvin, double[][] upperPopulations, double[] spinHeatJoule) {

    public Prediction {
        checkSize(seconds, kelvin);
        checkSize(seconds, shownKelvin);
        checkSize(seconds, spinHeatJoule);
        if (upperPopulations.length == 0) {
            throw new IllegalArgumentException("a prediction needs populations of at least one species");
        }
        for (var ofSpecies : upperPopulations) {
            checkSize(seconds, ofSpecies);
        }
        seconds = seconds.clone();
        kelvin = kelvin.clone();
        shownKelvin = shownKelvin.clone();
        upperPopulations = copy(upperPopulations);
        spinHeatJoule = spinHeatJoule.clone();
    }

    private static void checkSize(double[] seconds, double[] values) {
        if (values.length != seconds.length) {
            throw new IllegalArgumentException(
                    "a prediction needs as many values as times (" + seconds.length + "), got " + values.length);
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    public int size() {
        return seconds.length;
    }

    @Override
    public double[] seconds() {
        return seconds.clone();
    }

    @Override
    public double[] kelvin() {
        return kelvin.clone();
    }

    @Override
    public double[] shownKelvin() {
        return shownKelvin.clone();
    }

    @Override
    public double[][] upperPopulations() {
        return copy(upperPopulations);
    }

    /** p of the main species. */
    public double[] upperPopulation() {
        return upperPopulations[0].clone();
    }

    @Override
    public double[] spinHeatJoule() {
        return spinHeatJoule.clone();
    }
}
