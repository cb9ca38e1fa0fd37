package org.fieldfall.protocols.fieldquench;

import java.util.Optional;

/**
 * Heat that a shot leaves in coil and circuit.
 *
 * @param circuitJoule ∫ I² R dt over the shot, R of the whole circuit
 * @param heliumJoule what of it is set free in liquid helium, losses of the sweep included; empty where the rig file does not
 *     say what of the coil is in helium
 */
public record CoilHeat(double circuitJoule, Optional<Double> heliumJoule) {

    /** Latent heat of a litre of liquid helium at 4.2 K, 20.5 J/g and 125 g/l; the gas takes up more on its way out. */
    public static final double JOULE_PER_LITRE = 2560;

    static CoilHeat none() {
        return new CoilHeat(Double.NaN, Optional.empty());
    }

    static CoilHeat of(ShotSettings shot, RigFacts rig, Timetable timetable, double sweepSeconds) {
        double atInitial = timetable.expectedSeconds(Settle.NAME, Load.NAME, Isolate.NAME, Arm.NAME, ZeroCheck.NAME);
        double atFinal = timetable.expectedSeconds(Relax.NAME, Heat.NAME);
        double rest = rig.safe().tesla();
        double bi = shot.initialTesla();
        double bf = shot.finalTesla();
        double amperesSquaredSeconds = (ramp(rest, bi, timetable.expectedSeconds(Prepare.NAME))
                        + ramp(bi, bi, atInitial)
                        + ramp(bi, bf, sweepSeconds)
                        + ramp(bf, bf, atFinal)
                        + ramp(bf, rest, timetable.expectedSeconds(Recover.NAME)))
                / (rig.teslaPerAmpere().value() * rig.teslaPerAmpere().value());
        double loss = bi == bf ? 0 : rig.coldCoil().sweepLossJoule();
        return new CoilHeat(
                amperesSquaredSeconds * rig.ohm(),
                rig.coldCoil().ohm().map(cold -> amperesSquaredSeconds * cold + loss));
    }

    /** ∫ B² dt along a straight line. */
    static double ramp(double fromTesla, double toTesla, double seconds) {
        return seconds * (fromTesla * fromTesla + fromTesla * toTesla + toTesla * toTesla) / 3;
    }

    /** Liquid helium that boils off by it. */
    public Optional<Double> heliumLitres() {
        return heliumJoule.map(joule -> joule / JOULE_PER_LITRE);
    }

    /** Liquid helium that would if all of the circuit's resistance were in it. */
    public double heliumLitresAtMost() {
        return circuitJoule / JOULE_PER_LITRE;
    }
}
