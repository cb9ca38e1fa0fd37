package org.fieldfall.simulator.world;

/**
 * What a coil gives off in the cold.
 *
 * @param ohm what of its circuit is there
 * @param joulePerTesla AC loss of the field that is swept
 * @param bathKelvinPerJoule how much of it warms the bath; 0 where it boils helium and no more
 */
public record ColdCoil(double ohm, double joulePerTesla, double bathKelvinPerJoule) {

    /** One that gives off nothing. */
    static final ColdCoil WARM = new ColdCoil(0, 0, 0);

    public ColdCoil {
        if (!(ohm >= 0) || !(joulePerTesla >= 0) || !(bathKelvinPerJoule >= 0)) {
            throw new IllegalArgumentException("a coil gives off no negative heat, came " + ohm + " Ohm, "
                    + joulePerTesla + " J/T, " + bathKelvinPerJoule + " K/J");
        }
    }

    double joule(double amperes, double teslaSwept, double seconds) {
        return ohm * amperes * amperes * seconds + joulePerTesla * teslaSwept;
    }
}
