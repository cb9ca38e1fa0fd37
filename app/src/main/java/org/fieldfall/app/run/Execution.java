package org.fieldfall.app.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.guard.GuardException;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.rig.FaultSchedule;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.WireCaptures;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.LogSummary;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;
import org.fieldfall.protocols.sequence.Sequencer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One execution of a protocol, from its files to its record. Used once, by one thread; the run's control is for the others. */
public final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Request request;
    private final RunControl control;
    private final RunObserver observer;
    private final InstantSource wall;
    private final Optional<WireCaptures> captures;
    private final List<DerivedFile> derived;
    private final Optional<Leases> leases;

    public Execution(Request request, RunControl control, RunObserver observer, InstantSource wall) {
        this(request, control, observer, wall, Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * @param captures takes what is said on the lines, if it is to be kept
     * @param derived files to be made of the record at its end
     * @param leases where the rig is taken from; without them nobody watches from outside
     */
    public Execution(
            Request request,
            RunControl control,
            RunObserver observer,
            InstantSource wall,
            Optional<WireCaptures> captures,
            List<DerivedFile> derived,
            Optional<Leases> leases) {
        this.request = request;
        this.control = control;
        this.observer = observer;
        this.wall = wall;
        this.captures = captures;
        this.derived = List.copyOf(derived);
        this.leases = leases;
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
     * @throws org.fieldfall.app.guard.RigTakenException if the rig is in use or latched; nothing was opened
     * @throws org.fieldfall.protocols.instrument.InstrumentException if the rig could not be opened; nothing moved
     */
    public Result run() {
        Experiment experiment = request.experiment();
        PlannedRun planned = PlannedRun.of(experiment, request.speed(), Disk.of(request.runs()))
                .allowed();
        Calibration calibration = planned.calibration();
        try (Vigil watch = Vigil.begin(leases, request, wall);
                OpenRig rig = OpenRig.of(
                        experiment.rig(),
                        experiment.sample(),
                        calibration.curve(),
                        request.seed(),
                        request.speed(),
                        captures,
                        request.faults())) {
            List<FieldQuenchShot> whole = planned.shots().stream()
                    .map(shot -> new FieldQuenchShot(
                            shot.number(),
                            planned.shots().size(),
                            shot.shot(),
                            shot.plan(),
                            planned.crystal(),
                            planned.facts(),
                            rig.roles(),
                            WITHIN))
                    .toList();
            return recorded(rig, watch, calibration, planned.facts(), whole);
        }
    }

    private Result recorded(
            OpenRig rig, Vigil watch, Calibration calibration, RigFacts facts, List<FieldQuenchShot> shots) {
        Experiment experiment = request.experiment();
        Instant start = wall.instant();
        RunFolder folder = RunFolder.claim(request.runs(), experiment.sample().name(), request.runId(), start);
        Manifest manifest = new ManifestOf(request).begun(rig, calibration, folder, start);
        manifest.write(folder.manifest());
        // What cannot be read again must not be found out when the shot is over.
        Experiment recorded = Premises.experiment(manifest.documents());
        LOG.debug("the record keeps {} whole", recorded.protocol().name());
        post(watch, folder, rig, manifest);
        observer.page(watch::page);
        Optional<TruthKeeper> truth = rig.trueWorld().map(world -> new TruthKeeper(folder, world));
        observer.began(shots, rig.source(), folder.path());
        List<String> unwritten = new ArrayList<>();
        List<RunEvent> heard = new ArrayList<>();
        RunEnd end = performed(rig, watch, facts, shots, folder, heard, unwritten);
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
        Manifest completed = manifest.withEnding(ending, summary.quality());
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

    private RunEnd performed(
            OpenRig rig,
            Vigil watch,
            RigFacts facts,
            List<FieldQuenchShot> shots,
            RunFolder folder,
            List<RunEvent> heard,
            List<String> unwritten) {
        RecordAlarm alarm = new RecordAlarm(rig.clock());
        RunEnd end;
        try (LogWriter log = LogWriter.open(folder.log(), folder.runId(), wall, alarm);
                RunEar ear = new RunEar(log, alarm, observer, rig.clock())) {
            Works works = new Works(rig, log);
            observer.works(works);
            rig.listen(ear);
            watch.listen(ear, rig.clock());
            LinesWatch lines = new LinesWatch();
            rig.listen(lines);
            List<Phase> phases =
                    shots.stream().flatMap(shot -> shot.phases().stream()).toList();
            Optional<FaultSchedule> faults =
                    rig.schedule(request.faults(), phases.size(), ear, () -> FullDisk.in(folder));
            Sequencer sequencer = new Sequencer(
                    rig.clock(),
                    control,
                    SafeguardsOf.experiment(request.experiment(), facts, List.of(alarm, lines)),
                    faults.<RunListener>map(schedule -> event -> {
                                ear.heard(event);
                                schedule.heard(event);
                            })
                            .orElse(ear),
                    rig.wayToSafety(facts));
            faults.ifPresent(FaultSchedule::begin);
            try (LineTimings timings = new LineTimings(works, ear, rig.clock())) {
                timings.begin();
                end = sequencer.run(phases);
            }
            faults.ifPresent(FaultSchedule::tell);
            watch.ended(end, why(end));
            ear.heard(new RunEnded(
                    rig.clock().seconds(), status(end).name().toLowerCase(Locale.ROOT), end.isSafe(), why(end)));
            heard.addAll(ear.all());
        }
        unwritten.addAll(alarm.missing());
        return end;
    }

    /** Without those who watch nothing moves, and the record says so. */
    private void post(Vigil watch, RunFolder folder, OpenRig rig, Manifest manifest) {
        try {
            watch.post(folder, rig.source(), control);
        } catch (GuardException failed) {
            String why = String.valueOf(failed.getMessage());
            complete(
                    manifest.withEnding(
                            new Manifest.Ending(EndStatus.FAILED, why, wall.instant()), Manifest.DataQuality.UNKNOWN),
                    folder,
                    new ArrayList<>());
            throw failed;
        }
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
}
