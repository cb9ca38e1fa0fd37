package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;

/** Whether the crystal is linked to the bath again: a closed switch brings it to the bath's temperature within seconds. */
record Relinked(ShotContext context) {

    private static final double EVERY_SECONDS = 0.5;

    /** What a crystal full of heat needs behind a closed switch, generously. */
    private static final double GIVE_UP_SECONDS = 10;

    Outcome judge(Conduct conduct, String field) throws InterruptedException {
        double kelvin = context.readKelvin(conduct, SpinTrack.APERTURE_SECONDS);
        if (context.roles().heatSwitch().isEmpty()) {
            return Outcome.good(field + Figure.text("; crystal at %.3f K", kelvin));
        }
        HeatSwitch link = context.roles().heatSwitch().get();
        double bath = context.readBath(conduct);
        double giveUp = conduct.seconds() + GIVE_UP_SECONDS;
        while (!isAt(bath, kelvin) && conduct.seconds() < giveUp) {
            conduct.pause(EVERY_SECONDS);
            kelvin = context.readKelvin(conduct, SpinTrack.APERTURE_SECONDS);
            bath = context.readBath(conduct);
        }
        HeatSwitch.State state = link.state(context.within());
        String words = field + Figure.text("; crystal at %.3f K, bath at %.3f K", kelvin, bath);
        if (state == HeatSwitch.State.OPEN || state == HeatSwitch.State.FAULT) {
            return Outcome.marked(words + "; the heat switch was told to close and answers " + state);
        }
        return isAt(bath, kelvin)
                ? Outcome.good(words + ": switch CLOSED")
                : Outcome.marked(words
                        + Figure.text(
                                ", due together within %g K behind a closed switch",
                                context.shot().toleranceKelvin()));
    }

    private boolean isAt(double bath, double kelvin) {
        return Math.abs(kelvin - bath) <= context.shot().toleranceKelvin();
    }
}
