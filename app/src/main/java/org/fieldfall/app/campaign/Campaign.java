package org.fieldfall.app.campaign;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.fieldfall.app.config.CampaignConfig;
import org.fieldfall.app.store.CampaignEvent;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;
import org.fieldfall.app.store.CampaignEvent.ShotEnded;
import org.fieldfall.app.store.CampaignEvent.Stopped;
import org.fieldfall.app.store.CampaignEvent.Then;
import org.fieldfall.app.store.CampaignLog;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.protocols.instrument.Figure;

/**
 * Performs what is left of a campaign, shot after shot. What is done is told by the record alone, which has each step before
 * it is taken: after a kill at any point the next one to come goes on where it stood, and each shot has one run that counts.
 * Used by one thread.
 */
public final class Campaign {

    public static final String COMPLETE = "complete";
    public static final String ABORTED = "aborted";
    public static final String FAILED = "failed";
    public static final String OUT_OF_BUDGET = "out-of-budget";

    private final CampaignPlan plan;
    private final CampaignConfig config;
    private final ToDoubleFunction<CampaignShot> plannedSeconds;
    private final CampaignLog log;
    private final InstantSource clock;
    private final CampaignListener listener;
    private final List<CampaignEvent> events;

    /** @param plannedSeconds how long a shot is meant to take, in rig time */
    public Campaign(
            CampaignPlan plan,
            CampaignConfig config,
            ToDoubleFunction<CampaignShot> plannedSeconds,
            CampaignLog log,
            InstantSource clock,
            CampaignListener listener) {
        this.plan = plan;
        this.config = config;
        this.plannedSeconds = plannedSeconds;
        this.log = log;
        this.clock = clock;
        this.listener = listener;
        this.events = new ArrayList<>(log.read().events());
    }

    public Standing standing() {
        return new Standing(plan.shots().size(), events);
    }

    /**
     * Goes on until nothing is left, or something stops it.
     *
     * @param who performs it
     * @param isStopped whether the operator has had enough
     */
    public Stopped perform(String who, ShotPerformer performer, Mender mender, BooleanSupplier isStopped) {
        tell(
                events.isEmpty()
                        ? new CampaignEvent.Begun(
                                clock.instant(), who, plan.shots().size())
                        : new CampaignEvent.Resumed(clock.instant(), who));
        standing().unended().forEach(begun -> end(begun, mender.mend(begun)));
        while (true) {
            Optional<Stopped> stopped = reasonToStop(isStopped);
            if (stopped.isEmpty()) {
                ShotEnded end = performed(plan.shot(standing().next().orElseThrow()), performer);
                stopped = end.then() == Then.STOPPED ? Optional.of(stopped(end)) : Optional.empty();
            }
            if (stopped.isPresent()) {
                tell(stopped.get());
                return stopped.get();
            }
        }
    }

    private Optional<Stopped> reasonToStop(BooleanSupplier isStopped) {
        Standing standing = standing();
        OptionalInt next = standing.next();
        if (next.isEmpty()) {
            int skipped = standing.skipped();
            return Optional.of(stopped(
                    COMPLETE, skipped == 0 ? "every shot is done" : "every shot is done but " + skipped + " skipped"));
        }
        if (isStopped.getAsBoolean()) {
            return Optional.of(stopped(ABORTED, "stopped by the operator before shot " + next.getAsInt()));
        }
        double due = plannedSeconds.applyAsDouble(plan.shot(next.getAsInt()));
        double used = standing.usedSeconds();
        return config.budgetSeconds().isPresent()
                        && used + due > config.budgetSeconds().getAsDouble()
                ? Optional.of(stopped(
                        OUT_OF_BUDGET,
                        Figure.text(
                                "shot %d takes %.2f h by the plan, %.2f h of %.2f h are left",
                                next.getAsInt(),
                                due / 3600,
                                (config.budgetSeconds().getAsDouble() - used) / 3600,
                                config.budgetSeconds().getAsDouble() / 3600)))
                : Optional.empty();
    }

    private ShotEnded performed(CampaignShot shot, ShotPerformer performer) {
        ShotBegun begun = new ShotBegun(
                clock.instant(),
                shot.number(),
                standing().nextAttempt(shot.number()),
                UUID.randomUUID(),
                shot.shot().kind().word(),
                shot.settings(),
                shot.seed());
        tell(begun);
        Performed performed = performer.perform(
                shot,
                begun,
                folder -> tell(new CampaignEvent.ShotRecorded(clock.instant(), shot.number(), begun.runId(), folder)));
        return end(begun, performed);
    }

    private ShotEnded end(ShotBegun begun, Performed performed) {
        ShotEnded end = new ShotEnded(
                clock.instant(),
                begun.shot(),
                begun.attempt(),
                begun.runId(),
                performed.runFolder(),
                performed.status(),
                performed.why(),
                performed.quality(),
                performed.verdict(),
                performed.seconds(),
                performed.figures(),
                then(begun.shot(), performed));
        tell(end);
        return end;
    }

    private Then then(int shot, Performed performed) {
        Standing standing = standing();
        if (performed.status() == EndStatus.RECOVERED || performed.status() == EndStatus.UNKNOWN) {
            return Then.BROKEN;
        }
        if (performed.status() == EndStatus.ABORTED || !performed.isSound()) {
            return Then.STOPPED;
        }
        if (performed.status() == EndStatus.SUCCESS && !performed.quality().equals("failed")) {
            boolean isRepeated =
                    performed.quality().equals("marked") && standing.setAside(shot) < config.repeatsOfMarked();
            return isRepeated ? Then.SET_ASIDE : Then.COUNTED;
        }
        if (standing.failedAgain(shot) < config.onFailed().repeats()) {
            return Then.AGAIN;
        }
        return config.onFailed().isSkipped() ? Then.SKIPPED : Then.STOPPED;
    }

    private Stopped stopped(ShotEnded end) {
        return stopped(end.status() == EndStatus.ABORTED ? ABORTED : FAILED, "shot " + end.shot() + ": " + end.why());
    }

    private Stopped stopped(String status, String why) {
        return new Stopped(clock.instant(), status, why);
    }

    private void tell(CampaignEvent event) {
        log.add(event);
        events.add(event);
        listener.told(event, outlook());
    }

    private CampaignListener.Outlook outlook() {
        Standing standing = standing();
        double whole = plan.shots().stream().mapToDouble(plannedSeconds).sum();
        double open = standing.open()
                .mapToDouble(number -> plannedSeconds.applyAsDouble(plan.shot(number)))
                .sum();
        double pace = whole > open ? standing.usedSeconds() / (whole - open) : 1;
        return new CampaignListener.Outlook(
                standing.counted(),
                standing.skipped(),
                standing.shots(),
                pace * open,
                config.budgetSeconds().isPresent()
                        ? OptionalDouble.of(config.budgetSeconds().getAsDouble() - standing.usedSeconds())
                        : OptionalDouble.empty());
    }
}
