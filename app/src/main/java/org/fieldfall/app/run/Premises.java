package org.fieldfall.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.config.ConfigFile;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.sequence.LevelGuard;

/**
 * What a run rests on, from its manifest alone: no configuration of today and no instrument is asked.
 *
 * @param monitorTesla how the field monitor's raw readings become tesla; empty without one
 * @param shots of the protocol in their order
 * @param plans one for each
 */
public record Premises(
        Manifest manifest,
        Experiment experiment,
        RigFacts facts,
        Crystal crystal,
        Optional<DoubleUnaryOperator> monitorTesla,
        List<Shot> shots,
        List<ShotPlan> plans) {

    /** Where a plan would refuse more readings than a fast dry run can drain; the run goes on or is over already. */
    private static final double NO_HURRY = 1;

    public Premises {
        shots = List.copyOf(shots);
        plans = List.copyOf(plans);
    }

    /** @throws org.fieldfall.app.config.InvalidConfigException if this version cannot read the recorded configuration */
    public static Premises of(Manifest manifest) {
        Experiment experiment = experiment(manifest.documents());
        RigFacts facts =
                OpenRig.facts(experiment, calibration(manifest, experiment).curve(), NO_HURRY);
        Crystal crystal = SampleTheory.of(experiment.sample()).crystal();
        List<Shot> shots = ShotOf.shots(experiment.protocol());
        return new Premises(
                manifest,
                experiment,
                facts,
                crystal,
                OpenRig.monitorTesla(experiment.rig()),
                shots,
                shots.stream().map(shot -> ShotPlan.of(shot, crystal, facts)).toList());
    }

    /** The configuration as the manifest keeps it. */
    static Experiment experiment(Manifest.Documents documents) {
        List<ConfigFile> tables = documents.calibrations().stream()
                .map(table -> ConfigFile.recorded(table.name(), table.text(), table.sha256(), List.of()))
                .toList();
        return Configs.recorded(
                recorded(documents.protocol(), List.of()),
                recorded(documents.sample(), tables),
                recorded(documents.rig(), tables));
    }

    private static ConfigFile recorded(Manifest.Document document, List<ConfigFile> tables) {
        return ConfigFile.recorded(document.name() + ".yaml", document.text(), document.sha256(), tables);
    }

    private static Calibration calibration(Manifest manifest, Experiment experiment) {
        Path file = experiment.rig().roles().sampleThermometer().curve();
        return Calibration.read(
                String.valueOf(file.getFileName()),
                manifest.documents().calibrations().get(0).text());
    }

    /** The thermometer's calibration as the manifest keeps it. */
    public Calibration calibration() {
        return calibration(manifest, experiment);
    }

    /** The guards that watch such a run. */
    public List<LevelGuard> guards() {
        return SafeguardsOf.guards(experiment, facts);
    }
}
