package org.fieldfall.app.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.DerivedFile;
import org.fieldfall.app.run.Execution;
import org.fieldfall.app.run.Request;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.app.store.TextFile;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.RunEnd;

/** Performs each shot as a run with its own record; the rig is opened for it and closed, at its safe state, after it. */
public final class ExecutedShots implements ShotPerformer {

    private final OpenCampaign campaign;
    private final Speed speed;
    private final String who;
    private final String why;
    private final ShotControls controls;
    private final RunObserver observer;
    private final InstantSource wall;
    private final List<DerivedFile> derived;
    private final Leases leases;
    private Optional<Exception> unopened = Optional.empty();
    private Optional<RunEnd> lastEnd = Optional.empty();

    /** @param observer hears each of the runs */
    public ExecutedShots(
            OpenCampaign campaign,
            Speed speed,
            String who,
            String why,
            ShotControls controls,
            RunObserver observer,
            InstantSource wall,
            List<DerivedFile> derived,
            Leases leases) {
        this.campaign = campaign;
        this.speed = speed;
        this.who = who;
        this.why = why;
        this.controls = controls;
        this.observer = observer;
        this.wall = wall;
        this.derived = List.copyOf(derived);
        this.leases = leases;
    }

    /** How the last run ended; empty where there was none, or its rig could not be opened. */
    public Optional<RunEnd> lastEnd() {
        return lastEnd;
    }

    /** Why the last run never was one. */
    public Optional<Exception> unopened() {
        return unopened;
    }

    @Override
    public Performed perform(CampaignShot shot, ShotBegun begun, Consumer<String> recorded) {
        Experiment experiment = campaign.experiment(shot);
        lastEnd = Optional.empty();
        unopened = Optional.empty();
        try {
            keep(shot, experiment);
            return performed(experiment, shot, begun, recorded);
        } catch (InstrumentException notOpened) {
            unopened = Optional.of(notOpened);
            return Performed.nothing(EndStatus.FAILED, String.valueOf(notOpened.getMessage()), true);
        } catch (StoreException unwritable) {
            unopened = Optional.of(unwritable);
            return Performed.nothing(EndStatus.FAILED, String.valueOf(unwritable.getMessage()), false);
        }
    }

    private void keep(CampaignShot shot, Experiment experiment) {
        Path file = campaign.folder().protocol(shot.number());
        if (!Files.exists(file)) {
            TextFile.write(file, experiment.protocol().file().text());
        }
    }

    private Performed performed(Experiment experiment, CampaignShot shot, ShotBegun begun, Consumer<String> recorded) {
        Ear ear = new Ear(folder -> recorded.accept(campaign.folder().relative(folder)));
        Request request = new Request(
                experiment,
                shot.seed(),
                speed,
                campaign.folder().root(),
                who,
                why,
                begun.runId(),
                Optional.of(new Manifest.CampaignShot(campaign.head().id(), begun.shot(), begun.attempt())),
                List.of());
        Execution.Result result = new Execution(
                        request, controls.next(), ear, wall, Optional.empty(), derived, Optional.of(leases))
                .run();
        lastEnd = Optional.of(result.end());
        ShotSummary summary = result.summary();
        return new Performed(
                campaign.folder().relative(Path.of(summary.runFolder())),
                EndStatus.valueOf(result.end().status().name()),
                summary.why(),
                summary.quality().mark(),
                summary.verdict(),
                ear.seconds(),
                figures(summary),
                result.isRecorded() && result.end().isSafe());
    }

    /** A run of a campaign has one shot. */
    static Map<String, Double> figures(ShotSummary summary) {
        return summary.shots().stream().findFirst().map(line -> line.figures()).orElse(Map.of());
    }

    /** Hears where the record lies and how long the run takes, and passes everything on. */
    private final class Ear implements RunObserver {

        private final Consumer<Path> recorded;
        private double first = Double.NaN;
        private double last = Double.NaN;

        Ear(Consumer<Path> recorded) {
            this.recorded = recorded;
        }

        @Override
        public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
            recorded.accept(folder);
            observer.began(shots, source, folder);
        }

        @Override
        public void heard(RunEvent event) {
            first = Double.isNaN(first) ? event.rigSeconds() : first;
            last = event.rigSeconds();
            observer.heard(event);
        }

        double seconds() {
            return Double.isNaN(first) ? 0 : last - first;
        }
    }
}
