package org.fieldfall.app.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.fieldfall.app.config.ConfigFile;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.rig.WireCaptures;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.LogAlarm;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.Source;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotPlan;
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

    public Execution(Request request, StopSwitch stop, RunObserver observer, InstantSource wall) {
        this(request, stop, observer, wall, Optional.empty());
    }

    /** @param captures takes what is said on the lines, if it is to be kept */
    public Execution(
            Request request,
            StopSwitch stop,
            RunObserver observer,
            InstantSource wall,
            Optional<WireCaptures> captures) {
        this.request = request;
        this.stop = stop;
        this.observer = observer;
        this.wall = wall;
        this.captures = captures;
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
        RigFacts facts = facts(experiment.rig(), calibration);
        List<Shot> shots = ShotOf.shots(experiment.protocol());
        Crystal crystal = ShotOf.crystal(experiment.sample());
        List<ShotPlan> plans =
                shots.stream().map(shot -> ShotPlan.of(shot, crystal, facts)).toList();
        refuse(shots, plans);
        try (OpenRig rig = OpenRig.of(
                experiment.rig(),
                experiment.sample(),
                calibration.curve(),
                request.seed(),
                request.speed(),
                captures)) {
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

    private RigFacts facts(RigConfig rig, Calibration calibration) {
        return ShotOf.facts(
                rig,
                calibration.curve(),
                OpenRig.supplyCapability(rig),
                OpenRig.thermometerCapability(rig),
                OpenRig.heaterCapability(rig),
                rig.isSimulated() ? request.speed().fastest() : 1);
    }

    private Result recorded(OpenRig rig, Calibration calibration, RigFacts facts, List<FieldQuenchShot> shots) {
        Experiment experiment = request.experiment();
        UUID id = UUID.randomUUID();
        Instant start = wall.instant();
        RunFolder folder = RunFolder.claim(request.runs(), experiment.sample().name(), id, start);
        Manifest manifest = manifest(rig, calibration, folder, start);
        manifest.write(folder.manifest());
        Optional<TruthKeeper> truth = rig.trueWorld().map(world -> new TruthKeeper(folder, world));
        observer.began(shots, rig.source(), folder.path());
        List<String> unwritten = new ArrayList<>();
        RunEnd end = performed(rig, facts, shots, folder, unwritten);
        Manifest.Ending ending = new Manifest.Ending(status(end), Aftermath.why(end), wall.instant());
        // How the run ended is earned by now, whatever can be made of its data.
        complete(manifest.withEnding(ending, Manifest.DataQuality.UNKNOWN), folder, unwritten);
        truth.ifPresent(TruthKeeper::close);
        ShotSummary summary = new Aftermath(request, rig, facts, shots, folder).of(end, truth, unwritten);
        complete(manifest.withEnding(ending, quality(summary)), folder, unwritten);
        return new Result(summary, end, unwritten.isEmpty());
    }

    /** A manifest that cannot be completed goes on saying that how the run ended is unknown. */
    private static void complete(Manifest manifest, RunFolder folder, List<String> unwritten) {
        try {
            manifest.write(folder.manifest());
        } catch (StoreException failure) {
            LOG.error("{}", failure.getMessage());
            unwritten.add(String.valueOf(failure.getMessage()));
        }
    }

    private RunEnd performed(
            OpenRig rig, RigFacts facts, List<FieldQuenchShot> shots, RunFolder folder, List<String> unwritten) {
        Alarm alarm = new Alarm();
        RunEnd end;
        try (LogWriter log = LogWriter.open(folder.log(), folder.runId(), wall, alarm);
                RunEar ear = new RunEar(log, observer, rig.clock())) {
            rig.listen(ear);
            Sequencer sequencer = new Sequencer(
                    rig.clock(),
                    stop,
                    FieldQuenchShot.guards(facts),
                    ear,
                    FieldQuenchShot.wayToSafety(rig.roles(), facts, WITHIN));
            end = sequencer.run(
                    shots.stream().flatMap(shot -> shot.phases().stream()).toList());
        }
        alarm.loss.ifPresent(unwritten::add);
        alarm.failure.ifPresent(unwritten::add);
        return end;
    }

    private Manifest manifest(OpenRig rig, Calibration calibration, RunFolder folder, Instant start) {
        Experiment experiment = request.experiment();
        double rigSeconds = rig.clock().seconds();
        Instant zero = start.minusNanos(Math.round(rigSeconds * 1e9));
        Source source = Source.valueOf(rig.source().name());
        OptionalLong seed = rig.trueWorld().isPresent() ? OptionalLong.of(request.seed()) : OptionalLong.empty();
        Manifest.Run run = new Manifest.Run(
                folder.runId(), folder.number(), request.who(), request.why(), source, seed, start, zero);
        Manifest.Documents documents = new Manifest.Documents(
                document(experiment.sample().name(), experiment.sample().file()),
                document(experiment.rig().name(), experiment.rig().file()),
                document(experiment.protocol().name(), experiment.protocol().file()),
                List.of(Manifest.Document.of(calibration.model() + " " + calibration.serial(), curveText())));
        List<Manifest.Instrument> instruments = rig.identities().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Manifest.Instrument.of(entry.getKey(), entry.getValue()))
                .toList();
        return Manifest.begun(run, documents).withInstruments(instruments, rig.resources());
    }

    private String curveText() {
        return OpenRig.calibrationText(request.experiment().rig());
    }

    private static Manifest.Document document(String name, ConfigFile file) {
        return Manifest.Document.of(name, file.text());
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

    /** Disk troubles are told in the program's log: the run goes on, the rig is worth more than its record. */
    private static final class Alarm implements LogAlarm {

        private volatile Optional<String> failure = Optional.empty();
        private volatile Optional<String> loss = Optional.empty();

        @Override
        public void stalled(String report) {
            LOG.warn("{}", report);
            loss = Optional.of(report);
        }

        @Override
        public void failed(String report) {
            LOG.error("{}", report);
            failure = Optional.of(report);
        }

        @Override
        public void recovered(String report) {
            LOG.warn("{}", report);
            failure = Optional.empty();
        }
    }
}
