package org.fieldfall.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.picture.ShotPicture;
import org.fieldfall.app.rig.FaultSchedule;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.LogSummary;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.analysis.FieldRamp;
import org.fieldfall.protocols.analysis.ShotFigures;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.RunReplay;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunListener;

/**
 * A run as its record tells it: the manifest with the texts of its files, and the events of its log. Nothing else is asked,
 * no configuration of today and no instrument, so that whoever opens the same record with the same build gets the same
 * numbers to the bit. What {@code run} prints at its end comes through here as well. Used by one thread.
 */
public final class RecordedRun {

    private final RunFolder folder;
    private final Premises premises;
    private final List<PerformedShot> shots;
    private final LogSummary log;
    private final HeatModel model;
    private final PhaseLines phases = new PhaseLines();
    private final LinesTimed lines = new LinesTimed();
    private final Map<PerformedShot, SweptFigures> swept = new LinkedHashMap<>();
    private final List<String> staged = new ArrayList<>();
    private Optional<RunEnded> end = Optional.empty();

    /** @param events tells each event of the record to whom it is given, and answers what it found beside them */
    RecordedRun(RunFolder folder, Manifest manifest, Function<RunListener, LogSummary> events) {
        this.folder = folder;
        this.premises = Premises.of(manifest);
        RunReplay replay = new RunReplay(premises.shots(), premises.plans(), premises.crystal(), premises.facts());
        this.log = events.apply(event -> {
            replay.heard(event);
            phases.heard(event);
            lines.heard(event);
            end = event instanceof RunEnded ended ? Optional.of(ended) : end;
            if (event instanceof Remark remark && FaultSchedule.isOfFault(remark)) {
                staged.add(remark.text());
            }
        });
        this.shots = replay.shots();
        this.model = model();
        for (PerformedShot shot : shots) {
            if (shot.shot().kind().isSwept()) {
                swept.put(shot, SweptFigures.of(shot, model, premises.monitorTesla()));
            }
        }
    }

    /** What was staged to go wrong in the simulated rig, and what of it happened. */
    List<String> staged() {
        return List.copyOf(staged);
    }

    /** With the link of the run's last heater pulse, where that knows it better than the rig file. */
    private HeatModel model() {
        HeatModel best = HeatModel.ofFiles(premises.crystal(), premises.facts());
        for (PerformedShot shot : shots) {
            best = MeasuredLink.of(best, shot);
        }
        return best;
    }

    /**
     * Reads the record in a run's folder. A damaged log gives what is left of it.
     *
     * @throws org.fieldfall.app.store.StoreException if manifest or log cannot be read at all
     * @throws org.fieldfall.app.config.InvalidConfigException if this version cannot read the recorded configuration
     */
    public static RecordedRun open(Path folder) {
        Manifest manifest = Manifest.read(folder.resolve("manifest.json"));
        return of(RunFolder.of(folder, manifest), manifest);
    }

    static RecordedRun of(RunFolder folder, Manifest manifest) {
        return new RecordedRun(
                folder, manifest, ear -> LogReader.read(folder.log(), entry -> ear.heard(entry.event())));
    }

    /** The thermometer's calibration as the manifest keeps it. */
    public Calibration calibration() {
        return premises.calibration();
    }

    public RunFolder folder() {
        return folder;
    }

    public Manifest manifest() {
        return premises.manifest();
    }

    /** Sample, rig and protocol as they were used. */
    public Experiment experiment() {
        return premises.experiment();
    }

    public RigFacts facts() {
        return premises.facts();
    }

    public Crystal crystal() {
        return premises.crystal();
    }

    /** How the field monitor's raw readings become tesla; empty without one. */
    public Optional<DoubleUnaryOperator> monitorTesla() {
        return premises.monitorTesla();
    }

    /** What the log holds beside its events: damages, lost events, whether it was closed in order. */
    public LogSummary log() {
        return log;
    }

    /** How the run ended; empty if its log never came so far. */
    public Optional<RunEnded> end() {
        return end;
    }

    /** All shots of the protocol with what was found in them; those that were not reached have empty notes. */
    public List<PerformedShot> shots() {
        return List.copyOf(shots);
    }

    /** The shot that the summary's own numbers are of: the first that sweeps the field, else the first. */
    public PerformedShot main() {
        return shots.stream()
                .filter(shot -> shot.shot().kind().isPredicted())
                .findFirst()
                .orElse(shots.get(0));
    }

    /** What the analysis makes of a swept shot; empty if it did not come so far. */
    public Optional<ShotFigures> figures(PerformedShot shot) {
        return swept(shot).figures();
    }

    /** The ramp by the field monitor; empty without one. */
    public Optional<FieldRamp> ramp(PerformedShot shot) {
        return swept(shot).ramp();
    }

    /** The phases of all shots in their order, with the marks they earned. */
    public List<PhaseLine> phases() {
        return phases.lines();
    }

    /** How each line did over the run; of records that tell it. */
    List<LineTiming> lines() {
        return lines.lines();
    }

    HeatModel heatModel() {
        return model;
    }

    SweptFigures swept(PerformedShot shot) {
        return swept.getOrDefault(shot, SweptFigures.NONE);
    }

    Map<PerformedShot, SweptFigures> swept() {
        return swept;
    }

    /** The picture of a shot; empty where it was not measured or nothing was predicted. */
    public Optional<ShotPicture> picture(PerformedShot shot) {
        return figures(shot)
                .flatMap(figures -> shot.notes()
                        .prediction()
                        .map(predicted -> new ShotCurves(
                                        shot.notes(),
                                        predicted,
                                        shot.shot().settings(),
                                        facts().thermometry().kelvin(),
                                        figures)
                                .picture(
                                        experiment().sample().name(),
                                        manifest().run().source(),
                                        shot.plan())));
    }

    /** What the run came to. */
    public ShotSummary summary() {
        return new SummaryOf(this).summary(List.of());
    }

    /**
     * Writes what is derived from the record into its folder: traces, pictures, summary. A file that cannot be written
     * spares the next.
     *
     * @param more files that other rooms make of it
     * @return what could not be written
     */
    public List<String> writeDerived(List<DerivedFile> more) {
        List<String> unwritten = new ArrayList<>();
        Aftermath aftermath = new Aftermath(this);
        ShotSummary summary = aftermath.write(unwritten);
        more.forEach(file -> Aftermath.attempt(() -> aftermath.shielded(file, manifest(), summary), unwritten));
        return unwritten;
    }
}
