package org.fieldfall.protocols.fieldquench;

/**
 * Coil and supply as one circuit. SI units.
 *
 * @param teslaPerAmpere coil constant
 * @param ohm of the whole circuit
 * @param complianceVolts voltage limit of the supply in current mode
 */
public record CoilCircuit(double teslaPerAmpere, double henry, double ohm, double complianceVolts) {

    /** Largest voltage of a sweep, L dI/dt + R I at the worse of its two ends. */
    public double peakVolts(double fromTesla, double toTesla, double teslaPerSecond) {
        return henry * teslaPerSecond / teslaPerAmpere + opposingVolts(fromTesla, toTesla);
    }

    /** Rate at which that voltage is the compliance, in T/s. */
    public double reachableRate(double fromTesla, double toTesla) {
        double left = Math.max(0, complianceVolts - opposingVolts(fromTesla, toTesla));
        return left / henry * teslaPerAmpere;
    }

    /** What the resistance takes from the sweep's direction; below zero if it helps. */
    private double opposingVolts(double fromTesla, double toTesla) {
        double perTesla = Math.signum(toTesla - fromTesla) * ohm / teslaPerAmpere;
        return Math.max(perTesla * fromTesla, perTesla * toTesla);
    }
}
