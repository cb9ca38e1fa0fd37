package org.fieldfall.protocols.theory.kinetics;

/**
 * What the two-well kinetics says will happen, at the times it was asked for.
 *
 * @param seconds the times
 * @param kelvin lattice temperature
 * @param upperPopulation p, population of the well M &gt; 0, the upper one in a positive field
 * @param spinHeatJoule Q, heat the spins took up since the start: −[∫(C<sub>ph</sub> + C<sub>add</sub>) dT + ∫K(T − Tb) dt − ∫P dt]
 */
public record Prediction(double[] seconds, double[] kelvin, double[] upperPopulation, double[] spinHeatJoule) {

    public Prediction {
        if (kelvin.length != seconds.length
                || upperPopulation.length != seconds.length
                || spinHeatJoule.length != seconds.length) {
            throw new IllegalArgumentException("a prediction needs as many values as times (" + seconds.length
                    + "), got " + kelvin.length + ", " + upperPopulation.length + " and " + spinHeatJoule.length);
        }
        seconds = seconds.clone();
        kelvin = kelvin.clone();
        upperPopulation = upperPopulation.clone();
        spinHeatJoule = spinHeatJoule.clone();
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
    public double[] upperPopulation() {
        return upperPopulation.clone();
    }

    @Override
    public double[] spinHeatJoule() {
        return spinHeatJoule.clone();
    }
}
