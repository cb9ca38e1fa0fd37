package org.fieldfall.app.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.FaultSchedule;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.rig.WireCaptures;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.LogSummary;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.sequence.LevelGuard;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.RunEnd;
import org.fieldfall.protocols.sequence.Sequencer;
import org.fieldfall.protocols.sequence.StopSwitch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One execution of a protocol, from its files to its record. Used once, by one thread; the stop switch is for the others. */
public final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Request request;
    private final StopSwitch stop;
    private final RunObserver observer;
    private final InstantSource wall;
    private final Optional<WireCaptures> captures;
    private final List<DerivedFile> derived;

    public Execution(Request request, StopSwitch stop, RunObserver observer, InstantSource wall) {
        this(request, stop, observer, wall, Optional.empty(), List.of());
    }

    /**
     * @param captures takes what is said on the lines, if it is to be kept
     * @param derived files to be made of the record at its end
     */
    public Execution(
            Request request,
            StopSwitch stop,
            RunObserver observer,
            InstantSource wall,
            Optional<WireCaptures> captures,
            List<DerivedFile> derived) {
        this.request = request;
        this.stop = stop;
        this.observer = observer;
        this.wall = wall;
        this.captures = captures;
        this.derived = List.copyOf(derived);
    }

    /**
     * What came of it.
     *
     * @param isRecorded everything of the record was written
     */
    public record Result(ShotSummary summary, RunEnd end, boolean isRecorded) {}

    /**
     * Plans, opens, records, performs, analyses.
     *
     * @throws RefusedException if the plan refuses; nothing was opened
     * @throws org.fieldfall.protocols.instrument.InstrumentException if the rig could not be opened; nothing moved
     */
    public Result run() {
        Experiment experiment = request.experiment();
        Calibration calibration = OpenRig.calibration(experiment.rig());
        RigFacts facts = OpenRig.facts(
                experiment,
                calibration.curve(),
                experiment.rig().isSimulated() ? request.speed().fastest() : 1);
        List<Shot> shots = ShotOf.shots(experiment.protocol());
        Crystal crystal = SampleTheory.of(experiment.sample()).crystal();
        List<ShotPlan> plans = shots.stream()
                .map(shot -> ShotPlan.of(shot, crystal, facts).warning(Caveats.of(experiment)))
                .toList();
        refuse(shots, plans);
        try (OpenRig rig = OpenRig.of(
                experiment.rig(),
                experiment.sample(),
                calibration.curve(),
                request.seed(),
                request.speed(),
                captures,
                request.faults())) {
            List<FieldQuenchShot> whole = new ArrayList<>();
            for (int i = 0; i < shots.size(); i++) {
                whole.add(new FieldQuenchShot(
                        i + 1, shots.size(), shots.get(i), plans.get(i), crystal, facts, rig.roles(), WITHIN));
            }
            return recorded(rig, calibration, facts, whole);
        }
    }

    private void refuse(List<Shot> shots, List<ShotPlan> plans) {
        List<String> refusals = new ArrayList<>(ShotPlan.refusalsTogether(shots));
        for (int i = 0; i < plans.size(); i++) {
            String shot = plans.size() == 1
                    ? ""
                    : "shot " + (i + 1) + " (" + shots.get(i).kind().word() + "): ";
            plans.get(i).refusals().forEach(refusal -> refusals.add(shot + refusal));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(request.experiment().protocol().name(), refusals);
        }
    }

    private Result recorded(OpenRig rig, Calibration calibration, RigFacts facts, List<FieldQuenchShot> shots) {
        Experiment experiment = request.experiment();
        UUID id = UUID.randomUUID();
        Instant start = wall.instant();
        RunFolder folder = RunFolder.claim(request.runs(), experiment.sample().name(), id, start);
        Manifest manifest = new ManifestOf(request).begun(rig, calibration, folder, start);
        manifest.write(folder.manifest());
        // What cannot be read again must not be found out when the shot is over.
        Experiment recorded = RecordedRun.experiment(manifest.documents());
        LOG.debug("the record keeps {} whole", recorded.protocol().name());
        Optional<TruthKeeper> truth = rig.trueWorld().map(world -> new TruthKeeper(folder, world));
        observer.began(shots, rig.source(), folder.path());
        List<String> unwritten = new ArrayList<>();
        List<RunEvent> heard = new ArrayList<>();
        RunEnd end = performed(rig, facts, shots, folder, heard, unwritten);
        Manifest.Ending ending = new Manifest.Ending(status(end), why(end), wall.instant());
        // How the run ended is earned by now, whatever can be made of its data.
        Manifest ended = manifest.withEnding(ending, Manifest.DataQuality.UNKNOWN);
        complete(ended, folder, unwritten);
        truth.ifPresent(TruthKeeper::close);
        RecordedRun record = record(folder, ended, heard);
        truth.ifPresent(keeper -> Aftermath.attempt(
                () -> keeper.write(
                        record, request.seed(), rig.trueWorld().orElseThrow().drawn()),
                unwritten));
        Aftermath aftermath = new Aftermath(record);
        ShotSummary summary = aftermath.write(unwritten);
        Manifest completed = manifest.withEnding(ending, quality(summary));
        complete(completed, folder, unwritten);
        return new Result(aftermath.write(derived, completed, summary, unwritten), end, unwritten.isEmpty());
    }

    /** The run as its log tells it, so that whoever reads it later gets the same; from memory if the log is not whole. */
    private static RecordedRun record(RunFolder folder, Manifest manifest, List<RunEvent> heard) {
        try {
            RecordedRun record = RecordedRun.of(folder, manifest);
            if (record.log().isWhole()) {
                return record;
            }
        } catch (StoreException unreadable) {
            LOG.error("{}", unreadable.getMessage());
        }
        return new RecordedRun(folder, manifest, ear -> {
            heard.forEach(ear::heard);
            return LogSummary.inMemory(heard.size());
        });
    }

    /** A manifest that cannot be completed goes on saying that how the run ended is unknown. */
    private static void complete(Manifest manifest, RunFolder folder, List<String> unwritten) {
        Aftermath.attempt(() -> manifest.write(folder.manifest()), unwritten);
    }

    private List<LevelGuard> guards(RigFacts facts) {
        List<LevelGuard> guards = new ArrayList<>(FieldQuenchShot.guards(facts));
        request.experiment()
                .rig()
                .limits()
                .recordBehindSeconds()
                .ifPresent(most -> guards.add(new LevelGuard(RecordAlarm.BEHIND, 0, most, "s")));
        return guards;
    }

    private RunEnd performed(
            OpenRig rig,
            RigFacts facts,
            List<FieldQuenchShot> shots,
            RunFolder folder,
            List<RunEvent> heard,
            List<String> unwritten) {
        RecordAlarm alarm = new RecordAlarm(rig.clock());
        RunEnd end;
        try (LogWriter log = LogWriter.open(folder.log(), folder.runId(), wall, alarm);
                RunEar ear = new RunEar(log, alarm, observer, rig.clock())) {
            rig.listen(ear);
            List<Phase> phases =
                    shots.stream().flatMap(shot -> shot.phases().stream()).toList();
            Optional<FaultSchedule> faults =
                    rig.schedule(request.faults(), phases.size(), ear, () -> FullDisk.in(folder));
            Sequencer sequencer = new Sequencer(
                    rig.clock(),
                    stop,
                    guards(facts),
                    List.of(alarm),
                    faults.<RunListener>map(schedule -> event -> {
                                ear.heard(event);
                                schedule.heard(event);
                            })
                            .orElse(ear),
                    FieldQuenchShot.wayToSafety(rig.roles(), facts, WITHIN));
            faults.ifPresent(FaultSchedule::begin);
            end = sequencer.run(phases);
            faults.ifPresent(FaultSchedule::tell);
            ear.heard(new RunEnded(
                    rig.clock().seconds(), status(end).name().toLowerCase(Locale.ROOT), end.isSafe(), why(end)));
            heard.addAll(ear.all());
        }
        unwritten.addAll(alarm.missing());
        return end;
    }

    /** What ended the run, in words. */
    private static String why(RunEnd end) {
        String cause = end.cause().map(e -> String.valueOf(e.getMessage())).orElse("every phase passed its tests");
        return end.isSafe() ? cause : cause + "; THE SAFE STATE WAS NOT SEEN, look at the rig";
    }

    private static EndStatus status(RunEnd end) {
        return switch (end.status()) {
            case SUCCESS -> EndStatus.SUCCESS;
            case ABORTED -> EndStatus.ABORTED;
            case FAILED -> EndStatus.FAILED;
        };
    }

    private static Manifest.DataQuality quality(ShotSummary summary) {
        boolean isMeasured = !summary.points().isEmpty()
                || summary.shots().stream().anyMatch(line -> !line.figures().isEmpty());
        if (!isMeasured) {
            return new Manifest.DataQuality("failed", List.of("nothing could be measured"));
        }
        return new Manifest.DataQuality(summary.remarks().isEmpty() ? "good" : "marked", summary.remarks());
    }
}
