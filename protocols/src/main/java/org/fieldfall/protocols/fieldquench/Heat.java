package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.fieldquench.ShotNotes.PulseNotes;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;

/** Gives a pulse of known heat and records how the crystal warms and cools again. */
record Heat(ShotContext context, Acquisition acquisition, Shot.Pulse pulse) implements Phase {

    static final String NAME = "heat";
    static final String ON = "heater on";
    static final String OFF = "heater off";

    /** The power that the heater answered, in watts. */
    static final String POWER = "heater-power";

    /** Near its ends the pulse runs in real time, so that its length is known. */
    private static final double REAL_SECONDS = 0.5;

    /** How far the power may be from the asked one: steps of the heater's current. */
    private static final double POWER_SHARE = 0.05;

    /** A round trip and the gap of a serial line, spread evenly. */
    static final double TIME_SIGMA_SECONDS = 0.02;

    private static final double SPARE_SECONDS = 10;

    static Span span(ShotSettings shot, Shot.Pulse pulse) {
        return Span.of(pulse.seconds() + shot.relaxSeconds(), SPARE_SECONDS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return 2 * (pulse.seconds() + context.shot().relaxSeconds()) + 60;
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.pace(Pace.REAL);
        acquisition.drain(conduct);
        FieldDemand.initial(context, NAME).meet(conduct);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        SampleHeater heater = context.roles().heater().orElseThrow();
        double beforeOn = conduct.seconds();
        double watts = heater.on(pulse.watts(), context.within());
        double on = conduct.seconds();
        conduct.tell(new SendMarked(on, ON, beforeOn));
        conduct.tell(new ScalarRead(on, POWER, watts, "W", watts, "W"));
        waitThrough(conduct, on + pulse.seconds());
        double beforeOff = conduct.seconds();
        heater.off(context.within());
        double off = conduct.seconds();
        conduct.tell(new SendMarked(off, OFF, beforeOff));
        // The heat begins with the answer that ends one call and stops with the message that begins the other.
        context.notes().pulse(new PulseNotes(on, beforeOff, TIME_SIGMA_SECONDS, watts));
        conduct.pace(Pace.ACQUIRING);
        conduct.waitUntil(off + context.shot().relaxSeconds(), now -> acquisition.drainAtLeisure(conduct));
    }

    private void waitThrough(Conduct conduct, double end) throws InterruptedException {
        if (end - conduct.seconds() > 12 * REAL_SECONDS) {
            conduct.pace(Pace.ACQUIRING);
            // The rig clock may overshoot by a beat of 100 ms at its fastest pace.
            conduct.waitUntil(end - 11 * REAL_SECONDS, now -> acquisition.drain(conduct));
            conduct.pace(Pace.REAL);
        }
        conduct.waitUntil(end, now -> acquisition.drain(conduct));
    }

    @Override
    public Outcome leave(Conduct conduct) throws InterruptedException {
        conduct.pace(Pace.REAL);
        acquisition.finish(conduct);
        Optional<String> lacking = acquisition.lackingInAll(conduct);
        FieldDemand.initial(context, NAME).meet(conduct);
        PulseNotes given = context.notes().pulse().orElseThrow();
        String words = Figure.text(
                "%g W for %g s, %d readings in all",
                given.watts(),
                given.offSeconds() - given.onSeconds(),
                context.notes().readings());
        boolean isAsAsked = Math.abs(given.watts() - pulse.watts()) <= POWER_SHARE * pulse.watts();
        words += isAsAsked
                ? ""
                : Figure.text("; %g W were asked for, due within %g %%", pulse.watts(), 100 * POWER_SHARE);
        words += lacking.map(lack -> "; " + lack).orElse("");
        return isAsAsked && lacking.isEmpty() ? Outcome.good(words) : Outcome.marked(words);
    }
}
