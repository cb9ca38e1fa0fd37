package org.fieldfall.simulator.world;

/** A coil as its supply and its sample see it: inductance and resistance of the whole circuit, field constant, field lag. */
public record Coil(double henry, double ohm, double teslaPerAmpere, double fieldLagSeconds) {

    public Coil {
        if (!(henry > 0) || !(ohm > 0) || !(fieldLagSeconds >= 0)) {
            throw new IllegalArgumentException("a coil needs L and R above 0 and no negative lag, not " + henry + " H, "
                    + ohm + " Ohm, " + fieldLagSeconds + " s");
        }
    }
}
