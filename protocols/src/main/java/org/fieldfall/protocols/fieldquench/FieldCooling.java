package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/**
 * Warms bath and crystal with the field at its initial value, waits there until whatever the spins were before is forgotten,
 * and sends the bath to the initial temperature. The way down is settling's to wait for.
 */
final class FieldCooling {

    /** A bath may have to come from far. */
    static final double BATH_SECONDS = 7200;

    private static final double EVERY_SECONDS = 2;

    private final ShotContext context;
    private final SpinTrack track;
    private final Bath bath;
    private final double warmKelvin;

    /** @param bath of the rig, whose own limit holds too */
    FieldCooling(ShotContext context, SpinTrack track, Bath bath) {
        this.context = context;
        this.track = track;
        this.bath = bath;
        this.warmKelvin =
                Math.min(context.equilibration().warmKelvin(), bath.capability().highestKelvin());
    }

    double warmKelvin() {
        return warmKelvin;
    }

    /**
     * @return how it went, in words
     * @throws PhaseFailedException if the bath does not come to where the spins relax
     */
    String perform(Conduct conduct) throws InterruptedException {
        conduct.pace(Pace.WAITING);
        double giveUp = conduct.unheldSeconds() + BATH_SECONDS;
        double there = Double.NaN;
        double crystal;
        do {
            conduct.pause(EVERY_SECONDS);
            crystal = track.reading(conduct);
            double read = context.readBath(conduct);
            boolean isThere =
                    Math.abs(read - warmKelvin) <= context.rig().bath().toleranceKelvin();
            there = Double.isNaN(there) && isThere ? conduct.seconds() : there;
            if (Double.isNaN(there) && conduct.unheldSeconds() > giveUp) {
                throw new PhaseFailedException(Figure.text(
                        "prepare: the bath was sent to %.3f K to relax the spins, after %g s it reads %.3f K, due within %g K",
                        warmKelvin, BATH_SECONDS, read, context.rig().bath().toleranceKelvin()));
            }
        } while (Double.isNaN(there)
                || (!track.isStartForgotten()
                        && conduct.seconds() - there < context.equilibration().budgetSeconds()));
        // The way down begins when the record says so.
        conduct.pace(Pace.REAL);
        bath.setSetpoint(context.shot().initialKelvin(), context.within());
        return Figure.text(
                "relaxed in the field at %.3f K for %.0f s, %g relaxation times; the bath is sent to %g K",
                crystal,
                conduct.seconds() - there,
                context.notes().relaxationTimesWaited(),
                context.shot().initialKelvin());
    }
}
