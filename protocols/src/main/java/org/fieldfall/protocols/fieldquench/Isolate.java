package org.fieldfall.protocols.fieldquench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/**
 * Waits until the crystal has nowhere left to drift: the fitted drift ends within a tolerance of the present temperature.
 * A heat switch is opened first and has to be seen open by an {@link OpeningProof}; where nothing can show it the phase is
 * marked.
 */
final class Isolate implements Phase {

    /** Time between readings, unless the link is so fast that more are to the point. */
    private static final double SLOWEST_SECONDS = 5;

    private static final int PER_TIME_CONSTANT = 15;

    /** Readings in one fit; they span three to four time constants of the link. */
    private static final int READINGS = 60;

    static final String NAME = "isolate";

    private record Reading(double seconds, double kelvin) {}

    private static final double EVERY_SECONDS = 2;

    private final ShotContext context;
    private final SpinTrack track;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final OpeningProof proof;
    private Optional<Outcome> switchOutcome = Optional.empty();

    Isolate(ShotContext context, SpinTrack track) {
        this.context = context;
        this.track = track;
        this.proof = new OpeningProof(context);
    }

    /** By the drift, where that is known; else as long as is waited at least. */
    static Span span(ShotSettings shot, RigFacts rig, Drift drift) {
        double moving =
                rig.heatSwitch().map(RigFacts.HeatSwitchFacts::settleSeconds).orElse(0.0);
        boolean mayPulse = rig.heatSwitch().isPresent() && rig.heater().isPresent();
        double longest = moving + shot.driftGiveUpSeconds() * (mayPulse ? 2 : 1) + SLOWEST_SECONDS;
        double shortest = moving + shot.driftAtLeastSeconds();
        double expected = Double.isNaN(drift.seconds()) ? shortest : Math.max(shortest, moving + drift.seconds());
        return new Span(shortest, Math.min(expected, longest), longest);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        // Twice: a pulse that has to show an open switch is waited for like the drift before it.
        return 2 * context.shot().driftGiveUpSeconds() + 60 + Settle.BLIND_SECONDS;
    }

    @Override
    public void enter(Conduct conduct) throws InterruptedException {
        FieldDemand.initial(context, name()).meet(conduct);
        demandBath(conduct);
        if (context.roles().heatSwitch().isPresent()) {
            conduct.pace(Pace.REAL);
            context.roles().heatSwitch().get().open(context.within());
            conduct.pause(context.roles().heatSwitch().get().settleSeconds());
            proof.opened(conduct.seconds());
        }
        conduct.pace(Pace.WAITING);
    }

    /** A controller that changes its range may lose sight of the bath for a moment. */
    private void demandBath(Conduct conduct) throws InterruptedException {
        if (context.roles().bath().isEmpty()) {
            return;
        }
        double due = context.shot().initialKelvin();
        double tolerance = context.rig().bath().toleranceKelvin();
        double giveUp = conduct.seconds() + Settle.BLIND_SECONDS;
        double read = context.readBath(conduct);
        while (!(Math.abs(read - due) <= tolerance)) {
            if (conduct.seconds() >= giveUp) {
                throw new PhaseFailedException(Figure.text(
                        "isolate: the bath reads %.4f K, due %g K within %g K for parting the crystal from it",
                        read, due, tolerance));
            }
            conduct.pause(EVERY_SECONDS);
            read = context.readBath(conduct);
        }
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        waitForDrift(conduct, conduct.seconds() + context.shot().driftAtLeastSeconds());
        if (context.roles().heatSwitch().isPresent()) {
            lookAtSwitch(conduct);
        }
    }

    private void lookAtSwitch(Conduct conduct) throws InterruptedException {
        double rest = context.notes().drift().orElseThrow().asymptoteKelvin();
        if (proof.isSeen(rest)) {
            switchOutcome = Optional.of(Outcome.good(proof.seen(rest)));
        } else if (proof.canPulse()) {
            conduct.pace(Pace.REAL);
            switchOutcome = Optional.of(proof.pulse(conduct));
            conduct.pace(Pace.WAITING);
            readings.clear();
            waitForDrift(conduct, conduct.seconds());
        } else {
            switchOutcome = Optional.of(
                    Outcome.marked("the heat switch was told to open and nothing shows that it did: state UNKNOWN"));
        }
    }

    private void waitForDrift(Conduct conduct, double atLeast) throws InterruptedException {
        double giveUp = conduct.unheldSeconds() + context.shot().driftGiveUpSeconds();
        while (true) {
            take(conduct.seconds(), track.reading(conduct));
            Optional<DriftFit> fit = fit();
            fit.ifPresent(context.notes()::drift);
            boolean isOver =
                    fit.map(f -> f.isWithin(context.shot().driftKelvin())).orElse(false);
            if (isOver && conduct.seconds() >= atLeast) {
                return;
            }
            if (conduct.unheldSeconds() > giveUp) {
                throw new PhaseFailedException(givenUp(fit));
            }
            conduct.pause(Math.min(SLOWEST_SECONDS, context.plan().linkSeconds() / PER_TIME_CONSTANT));
        }
    }

    private void take(double seconds, double kelvin) {
        readings.add(new Reading(seconds, kelvin));
        proof.reading(seconds, kelvin);
        if (readings.size() > READINGS) {
            readings.remove();
        }
    }

    private Optional<DriftFit> fit() {
        return DriftFit.of(
                readings.stream().mapToDouble(Reading::seconds).toArray(),
                readings.stream().mapToDouble(Reading::kelvin).toArray(),
                context.plan().linkSeconds());
    }

    private String givenUp(Optional<DriftFit> fit) {
        String left = fit.map(f -> Figure.text(
                        "the fitted drift still has %.2f ± %.2f mK to go",
                        1000 * f.remainingKelvin().value(),
                        1000 * f.remainingKelvin().sigma()))
                .orElse("the drift could not be fitted");
        return Figure.text(
                "isolate: after %g s %s, due less than %g mK",
                context.shot().driftGiveUpSeconds(), left, 1000 * context.shot().driftKelvin());
    }

    @Override
    public Outcome leave(Conduct conduct) {
        FieldDemand.initial(context, name()).meet(conduct);
        track.readField(conduct);
        DriftFit fit = context.notes().drift().orElseThrow();
        DriftFigures.of(fit, conduct.seconds()).forEach(conduct::tell);
        String drift = Figure.text(
                "drift ends at %.4f K, %.2f ± %.2f mK from here",
                fit.asymptoteKelvin(),
                1000 * fit.remainingKelvin().value(),
                1000 * fit.remainingKelvin().sigma());
        return switchOutcome
                .map(seen -> new Outcome(seen.quality(), drift + "; " + seen.why()))
                .orElse(Outcome.good(drift));
    }
}
