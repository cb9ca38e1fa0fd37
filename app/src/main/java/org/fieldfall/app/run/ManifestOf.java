package org.fieldfall.app.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.fieldfall.app.config.ConfigFile;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.Source;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.protocols.fieldquench.Shot;
import org.fieldfall.protocols.fieldquench.ShotSettings;

/** What a run's manifest says before anything has moved. */
record ManifestOf(Request request) {

    Manifest begun(OpenRig rig, Calibration calibration, RunFolder folder, Instant start) {
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
                calibrations(experiment, calibration));
        List<Manifest.Instrument> instruments = rig.identities().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Manifest.Instrument.of(entry.getKey(), entry.getValue()))
                .toList();
        Manifest begun = Manifest.begun(run, documents).asking(asked()).withInstruments(instruments, rig.resources());
        return request.campaign().map(begun::inCampaign).orElse(begun);
    }

    /** The thermometer's curve and the tables that rig and sample name. */
    private static List<Manifest.Document> calibrations(Experiment experiment, Calibration calibration) {
        RigConfig rig = experiment.rig();
        List<Manifest.Document> documents = new ArrayList<>();
        documents.add(
                Manifest.Document.of(calibration.model() + " " + calibration.serial(), OpenRig.calibrationText(rig)));
        Stream.concat(
                        rig.platform().files().stream(),
                        experiment.sample().lattice().table().map(SampleConfig.Lattice.Table::file).stream())
                .forEach(table ->
                        documents.add(document(String.valueOf(table.path().getFileName()), table)));
        return documents;
    }

    private static Manifest.Document document(String name, ConfigFile file) {
        return Manifest.Document.of(name, file.text());
    }

    private Manifest.Asked asked() {
        ShotSettings main = mainShot().settings();
        return new Manifest.Asked(main.initialKelvin(), main.initialTesla(), main.finalTesla());
    }

    /** As {@link RecordedRun#main}: the first that sweeps the field, else the first. */
    private Shot mainShot() {
        List<Shot> shots = ShotOf.shots(request.experiment().protocol());
        return shots.stream()
                .filter(shot -> shot.kind().isPredicted())
                .findFirst()
                .orElse(shots.get(0));
    }
}
