package org.fieldfall.app.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SpinConfig;
import org.fieldfall.app.review.SummaryFigures;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.sample.Described;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.NexusGroup;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.Source;
import org.fieldfall.protocols.run.ScalarRead;

/** What holds for the whole of a run: who, when, with what, how it ended, what it came to, what was polled. */
record NexusEntry(RecordedRun run, Manifest manifest, ShotSummary summary, SummaryFigures figures) {

    private static final double MILLIGRAMS_PER_KILOGRAM = 1e6;

    void write(NexusGroup entry) {
        identity(entry);
        sample(entry.group("sample", "NXsample"));
        instrument(entry.group("instrument", "NXinstrument"));
        provenance(entry.group("provenance", "NXcollection"));
        Numbers.write(
                entry.group("summary", "NXcollection"),
                figures,
                figures.keys().stream().filter(key -> !key.startsWith("shot ")).toList(),
                "");
        logs(entry.group("logs", "NXcollection"));
    }

    static String source(Manifest manifest) {
        return manifest.run().source().name().toLowerCase(Locale.ROOT);
    }

    /** Goes first in every title. */
    static String mark(Manifest manifest) {
        return manifest.run().source().name() + ": ";
    }

    private void identity(NexusGroup entry) {
        Manifest.Run about = manifest.run();
        entry.attribute("source", source(manifest))
                .text(
                        "title",
                        mark(manifest) + "run " + about.number() + " (" + RunFolder.shortId(about.id()) + "), "
                                + manifest.documents().sample().name() + ", "
                                + manifest.documents().protocol().name())
                .text("source", source(manifest))
                .text("entry_identifier", about.id().toString())
                .text("experiment_description", about.why())
                .text("start_time", about.started().toString())
                .text("rig_time_zero", about.rigTimeZero().toString());
        if (manifest.ending().status() != EndStatus.UNKNOWN) {
            entry.text("end_time", manifest.ending().at().toString());
        }
        entry.text("status", summary.status())
                .text("ended_because", summary.why())
                .text("seen_safe", summary.isSafe() ? "yes" : "no")
                .text("data_quality", manifest.dataQuality().mark())
                .text("verdict", summary.verdict())
                .texts("remarks", summary.remarks())
                .texts("warnings", summary.warnings());
        entry.group("user", "NXuser").text("name", about.who()).text("role", "operator");
    }

    private void sample(NexusGroup group) {
        SampleConfig sample = run.experiment().sample();
        group.text("name", sample.name())
                .text("type", manifest.run().source() == Source.SIMULATOR ? "simulated data" : "sample")
                .number(
                        "mass",
                        MILLIGRAMS_PER_KILOGRAM * sample.massKilograms().value(),
                        MILLIGRAMS_PER_KILOGRAM * sample.massKilograms().sigma(),
                        "mg")
                .number("molar_mass", 1000 * sample.molarMassKilogramsPerMole(), "g/mol")
                .number("temperature", run.main().shot().settings().initialKelvin(), "K")
                .number("magnetic_field", run.main().shot().settings().initialTesla(), "T");
        sample.formula().ifPresent(formula -> group.text("chemical_formula", formula));
        hamiltonian(group.group("hamiltonian", "NXparameters"), sample);
    }

    private static void hamiltonian(NexusGroup group, SampleConfig sample) {
        group.text("spins", Described.spins(sample))
                .text("spin_source", sample.spin().source());
        if (sample.spin() instanceof SpinConfig.Giant giant) {
            group.number("spin", giant.S(), "")
                    .number("anisotropy", giant.anisotropyKelvin(), "K")
                    .number("rhombic_anisotropy", giant.rhombicKelvin(), "K")
                    .number("g_parallel", giant.g().z(), "");
        }
        group.text("lattice", Described.lattice(sample))
                .text("lattice_source", sample.lattice().source());
        sample.relaxation()
                .ifPresent(law -> group.number("relaxation_barrier", law.barrierKelvin(), "K")
                        .number("relaxation_tau0", law.tau0Seconds(), "s")
                        .text("relaxation_source", law.source()));
    }

    private void instrument(NexusGroup group) {
        group.text("name", mark(manifest) + manifest.documents().rig().name());
        for (Manifest.Instrument box : manifest.instruments()) {
            group.group(Numbers.plain(box.name()), "NXfabrication")
                    .text("vendor", box.maker())
                    .text("model", box.model())
                    .text("serial_number", box.serial())
                    .text("firmware", box.firmware())
                    .text("resource", manifest.lines().getOrDefault(box.name(), ""));
        }
    }

    private void provenance(NexusGroup group) {
        NexusGroup process = group.group("program", "NXprocess")
                .text("program", "fieldfall")
                .text("version", manifest.versions().fieldfall())
                .text("java", manifest.versions().java());
        manifest.versions().build().ifPresent(build -> process.text("build", build));
        manifest.run().seed().ifPresent(seed -> process.whole("seed", seed));
        note(group, "sample", manifest.documents().sample());
        note(group, "rig", manifest.documents().rig());
        note(group, "protocol", manifest.documents().protocol());
        List<Manifest.Document> calibrations = manifest.documents().calibrations();
        for (int i = 0; i < calibrations.size(); i++) {
            note(group, i == 0 ? "calibration" : "calibration_" + (i + 1), calibrations.get(i));
        }
    }

    private static void note(NexusGroup group, String name, Manifest.Document document) {
        group.group(name, "NXnote")
                .text("description", document.name())
                .text("type", "text/plain")
                .text("sha256", document.sha256())
                .text("data", document.text());
    }

    private void logs(NexusGroup group) {
        Map<String, List<ScalarRead>> channels = Polled.of(run.folder().log()).channels();
        String start = manifest.run().rigTimeZero().toString();
        channels.forEach((name, readings) -> {
            NexusGroup log = group.group(Numbers.plain(name), "NXlog").attribute("source", source(manifest));
            log.text("description", name)
                    .times(
                            "time",
                            readings.stream()
                                    .mapToDouble(ScalarRead::rigSeconds)
                                    .toArray(),
                            start)
                    .numbers(
                            "value",
                            readings.stream().mapToDouble(ScalarRead::value).toArray(),
                            readings.get(0).unit())
                    .numbers(
                            "raw_value",
                            readings.stream().mapToDouble(ScalarRead::raw).toArray(),
                            readings.get(0).rawUnit());
        });
    }
}
