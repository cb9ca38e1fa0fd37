package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.fieldquench.Span;

/**
 * A whole protocol with the plans of its shots and the verdict on it: what a run is performed by and what {@code plan}
 * shows. Asks no instrument.
 *
 * @param refusals of the shots, each with its number where there are several, and of the run as a whole; empty if it may start
 * @param record what its record takes on the disk
 */
public record PlannedRun(
        Experiment experiment,
        Calibration calibration,
        RigFacts facts,
        Crystal crystal,
        List<PlannedShot> shots,
        RecordSize record,
        List<String> refusals) {

    public PlannedRun {
        shots = List.copyOf(shots);
        refusals = List.copyOf(refusals);
    }

    /**
     * Plans every shot of a protocol.
     *
     * @param speed how fast a simulated rig may go; a real one keeps to the wall clock
     * @throws org.fieldfall.drivers.calibration.CalibrationFormatException if the rig's calibration cannot be read
     */
    public static PlannedRun of(Experiment experiment, Speed speed, Disk disk) {
        return of(
                experiment,
                OpenRig.calibration(experiment.rig()),
                SampleTheory.of(experiment.sample()).crystal(),
                speed,
                disk);
    }

    /** Several protocols, each as if it were alone; what belongs to a rig or a sample that they share is worked out once. */
    public static List<PlannedRun> all(List<Experiment> experiments, Speed speed, Disk disk) {
        IdentityHashMap<RigConfig, Calibration> calibrations = new IdentityHashMap<>();
        IdentityHashMap<SampleConfig, Crystal> crystals = new IdentityHashMap<>();
        return experiments.stream()
                .map(experiment -> of(
                        experiment,
                        calibrations.computeIfAbsent(experiment.rig(), OpenRig::calibration),
                        crystals.computeIfAbsent(
                                experiment.sample(),
                                sample -> SampleTheory.of(sample).crystal()),
                        speed,
                        disk))
                .toList();
    }

    private static PlannedRun of(
            Experiment experiment, Calibration calibration, Crystal crystal, Speed speed, Disk disk) {
        RigFacts facts =
                OpenRig.facts(experiment, calibration.curve(), experiment.rig().isSimulated() ? speed.fastest() : 1);
        List<Shot> asked = ShotOf.shots(experiment.protocol());
        List<String> caveats = Caveats.of(experiment);
        List<PlannedShot> shots = new ArrayList<>();
        RigFacts before = facts;
        for (Shot shot : asked) {
            ShotPlan plan = ShotPlan.of(shot, crystal, before).warning(caveats);
            shots.add(new PlannedShot(shots.size() + 1, shot, plan));
            before = facts.withBathFrom(shot.settings().initialKelvin());
        }
        RecordSize record = RecordSize.of(asked, disk);
        return new PlannedRun(experiment, calibration, facts, crystal, shots, record, refusals(shots, record));
    }

    private static List<String> refusals(List<PlannedShot> shots, RecordSize record) {
        List<String> refusals = new ArrayList<>(
                ShotPlan.refusalsTogether(shots.stream().map(PlannedShot::shot).toList()));
        for (PlannedShot shot : shots) {
            String prefix = shots.size() == 1
                    ? ""
                    : "shot " + shot.number() + " (" + shot.shot().kind().word() + "): ";
            shot.plan().refusals().forEach(refusal -> refusals.add(prefix + refusal));
        }
        record.refusal().ifPresent(refusals::add);
        return refusals;
    }

    /** Of all shots, each once, with the number of its shot where not all have it. */
    public List<String> warnings() {
        Map<String, List<Integer>> shotsOf = new LinkedHashMap<>();
        for (PlannedShot shot : shots) {
            shot.plan()
                    .warnings()
                    .forEach(warning -> shotsOf.computeIfAbsent(warning, none -> new ArrayList<>())
                            .add(shot.number()));
        }
        return shotsOf.entrySet().stream()
                .map(warning -> warning.getValue().size() == shots.size()
                        ? warning.getKey()
                        : shots(warning.getValue()) + warning.getKey())
                .toList();
    }

    private static String shots(List<Integer> numbers) {
        return (numbers.size() == 1 ? "shot " : "shots ")
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": ";
    }

    /** Rig time from the first phase of the first shot to the last of the last. */
    public Span total() {
        return shots.stream().map(shot -> shot.plan().timetable().total()).reduce(Span.NONE, Span::plus);
    }

    public boolean isAllowed() {
        return refusals.isEmpty();
    }

    /**
     * The same, if it may start.
     *
     * @throws RefusedException with every reason if not
     */
    public PlannedRun allowed() {
        if (!isAllowed()) {
            throw new RefusedException(experiment.protocol().name(), refusals);
        }
        return this;
    }
}
