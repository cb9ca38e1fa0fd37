package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/**
 * What shows that a heat switch without feedback is open: heat stays on the platform for as long as the weak link alone
 * keeps it. Behind a closed switch it is gone within a fraction of a second.
 *
 * <p>The heat that opening leaves may do; where it cannot be seen, a short pulse of the sample heater does. Used once.
 */
final class OpeningProof {

    /** Less than this, or than the bath's own tolerance, is nothing seen. */
    private static final double LEAST_KELVIN = 3e-3;

    /** What a pulse shall warm the crystal by: ten times what must be seen, a hundredth of the temperature. */
    private static final double PULSE_KELVIN = 30e-3;

    private static final double LONGEST_PULSE_SECONDS = 2;

    /** Pulse and the wait after it are short against the link's time constant. */
    private static final double SHARE_OF_LINK = 0.25;

    /** Of what a pulse's heat should leave this much must be seen; the spins, which the field holds, take little of it. */
    private static final double LEAST_SHARE = 0.5;

    private record Reading(double seconds, double kelvin) {}

    private final ShotContext context;
    private final List<Reading> afterOpening = new ArrayList<>();
    private double openedSeconds;

    OpeningProof(ShotContext context) {
        this.context = context;
    }

    void opened(double rigSeconds) {
        openedSeconds = rigSeconds;
    }

    /** Keeps a reading of the link's first time constant. */
    void reading(double rigSeconds, double kelvin) {
        if (rigSeconds - openedSeconds <= context.plan().linkSeconds()) {
            afterOpening.add(new Reading(rigSeconds, kelvin));
        }
    }

    /**
     * How far the crystal still was from where its drift ends, the least over the second half of the link's first time
     * constant; zero without a reading there.
     */
    private double keptKelvin(double restKelvin) {
        double half = openedSeconds + context.plan().linkSeconds() / 2;
        return afterOpening.stream()
                .filter(reading -> reading.seconds() >= half)
                .mapToDouble(reading -> Math.abs(reading.kelvin() - restKelvin))
                .min()
                .orElse(0);
    }

    boolean isSeen(double restKelvin) {
        return keptKelvin(restKelvin) >= leastKelvin();
    }

    private double leastKelvin() {
        return Math.max(LEAST_KELVIN, context.rig().bath().toleranceKelvin());
    }

    boolean canPulse() {
        return context.roles().heater().isPresent();
    }

    /**
     * Warms the crystal a little and looks whether it stays warm.
     *
     * @return what was seen; marked where the link may have taken the heat in the time the exchange took
     * @throws PhaseFailedException if the heat was gone at once
     */
    Outcome pulse(Conduct conduct) throws InterruptedException {
        SampleHeater heater = context.roles().heater().orElseThrow();
        double link = context.plan().linkSeconds();
        double heatCapacity = link
                * context.rig().platform().link().wattPerKelvin(context.shot().initialKelvin());
        double joule = PULSE_KELVIN * heatCapacity;
        double seconds = Math.min(LONGEST_PULSE_SECONDS, SHARE_OF_LINK * link);
        double before = context.readKelvin(conduct, SpinTrack.APERTURE_SECONDS);
        double sent = conduct.seconds();
        double watts = heater.on(Math.min(joule / seconds, heater.capability().largestWatts()), context.within());
        conduct.tell(new SendMarked(conduct.seconds(), Heat.ON, sent));
        double on = conduct.seconds();
        conduct.tell(new ScalarRead(on, Heat.POWER, watts, "W", watts, "W"));
        conduct.pause(joule / watts);
        double off = conduct.seconds();
        heater.off(context.within());
        conduct.tell(new SendMarked(conduct.seconds(), Heat.OFF, off));
        conduct.pause(seconds);
        double warmed = context.readKelvin(conduct, SpinTrack.APERTURE_SECONDS) - before;
        double supplied = watts * link / heatCapacity * -Math.expm1(-(off - on) / link);
        double due = supplied * Math.exp(-(conduct.seconds() - off) / link);
        return judged(watts * (off - on), warmed, due);
    }

    private Outcome judged(double joule, double warmed, double due) {
        if (due < leastKelvin()) {
            return Outcome.marked(Figure.text(
                    "a pulse of %.2g J may have left through the link before it was looked for: the heat switch was told to"
                            + " open, state UNKNOWN",
                    joule));
        }
        if (!(warmed >= LEAST_SHARE * due)) {
            throw new PhaseFailedException(Figure.text(
                    "isolate: the heat switch was told to open, but a pulse of %.2g J left the crystal %.1f mK warmer, due"
                            + " about %.1f mK: it is CLOSED, or the platform is not what the rig file says",
                    joule, 1000 * warmed, 1000 * due));
        }
        return Outcome.good(
                Figure.text("a pulse of %.2g J left the crystal %.1f mK warmer: switch OPEN", joule, 1000 * warmed));
    }

    /** What the drift after opening showed. */
    String seen(double restKelvin) {
        return Figure.text(
                "half a time constant of the link after opening still %.1f mK from there: switch OPEN",
                1000 * keptKelvin(restKelvin));
    }
}
