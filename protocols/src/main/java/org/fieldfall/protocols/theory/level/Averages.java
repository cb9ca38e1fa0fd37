package org.fieldfall.protocols.theory.level;

/**
 * Averages over levels in equilibrium at one field and temperature; energies in kelvin per spin.
 *
 * <p>Everything follows from Z = Σ exp(−E<sub>k</sub>/T), its energies counted from the lowest level. The magnetic number of a
 * level is its M where it has one and dE<sub>k</sub>/d(μ<sub>B</sub>B) elsewhere; means over orientations are means of all but Z,
 * of which the mean is the geometric one.
 *
 * @param lowestKelvin the lowest energy
 * @param partitionSum Z, counted from the lowest energy
 * @param excess U above the lowest energy
 * @param variance of the energy, K²
 * @param magneticNumber the mean of the magnetic numbers
 * @param covariance of energy and magnetic number, K
 */
public record Averages(
        double kelvin,
        double lowestKelvin,
        double partitionSum,
        double excess,
        double variance,
        double magneticNumber,
        double covariance) {

    /** U, eq. (6), in kelvin. */
    public double energy() {
        return lowestKelvin + excess;
    }

    /** S = ln Z + U/T, eq. (13), in k<sub>B</sub>. */
    public double entropy() {
        return Math.log(partitionSum) + excess / kelvin;
    }

    /** C = dU/dT at fixed field, in k<sub>B</sub>. */
    public double heatCapacity() {
        return variance / (kelvin * kelvin);
    }

    /** d⟨M⟩/dT at fixed field, per kelvin. */
    public double magneticNumberSlope() {
        return covariance / (kelvin * kelvin);
    }

    /** Z of these levels over Z of those, both at this temperature and on one scale of energy. */
    public double partitionRatioTo(Averages those) {
        return partitionSum / those.partitionSum * Math.exp((those.lowestKelvin - lowestKelvin) / kelvin);
    }
}
