package org.fieldfall.protocols.sequence;

import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Figure;

/**
 * Brings the bias field to zero at the magnet's own rate. After a magnet quench there is nothing to send: the field goes by
 * itself, and this looks until it has.
 */
public final class BiasToSafety implements SafeStep {

    /** The zero error of a slow magnet's readback. */
    private static final double TOLERANCE_TESLA = 0.001;

    private static final double LOOK_SECONDS = 0.5;

    /** What its supply takes to start and to settle. */
    private static final double SPARE_SECONDS = 15;

    private final String name;
    private final BiasMagnet magnet;

    public BiasToSafety(String name, BiasMagnet magnet) {
        this.name = name;
        this.magnet = magnet.urgent();
    }

    /** Rig time that the longest way to zero takes. */
    public static double longestSeconds(BiasMagnet.Capability capability) {
        return capability.seconds(capability.largestTesla(), 0) + SPARE_SECONDS;
    }

    @Override
    public String instrument() {
        return name;
    }

    @Override
    public boolean bring(Turn turn) throws InterruptedException {
        magnet.resynchronise(turn.within());
        if (magnet.state(turn.within()) == BiasMagnet.State.MAGNET_QUENCH) {
            return isZero("magnet quench reported: nothing sent", turn);
        }
        if (Math.abs(magnet.measureTesla(turn.within())) > TOLERANCE_TESLA
                || magnet.state(turn.within()) == BiasMagnet.State.RAMPING) {
            magnet.rampTo(0, turn.within());
            while (magnet.state(turn.within()) == BiasMagnet.State.RAMPING) {
                turn.waitFor(LOOK_SECONDS);
            }
        }
        return isZero("ramp to 0 T", turn);
    }

    private boolean isZero(String asked, Turn turn) {
        double tesla = magnet.measureTesla(turn.within());
        boolean isSafe = Math.abs(tesla) <= TOLERANCE_TESLA;
        turn.tell(asked, Figure.text("%.5f T", tesla), isSafe);
        return isSafe;
    }
}
