package org.fieldfall.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.export.CsvExport;
import org.fieldfall.app.export.NexusExport;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A stored run in a form that others read. */
@Command(
        name = "export",
        description = "Write a stored run for others to read: CSV for pandas, NeXus (HDF5) for h5py and its like.",
        footer = {
            "",
            "csv: FILE has every reading of the thermometer; beside it FILE-field has the",
            "field monitor's on its own clock, and there are -prediction, -polled and",
            "-figures. One line of names with units; a column says where it comes from.",
            "",
            "nexus: all of it in one file with a default plot; more than 5 million",
            "readings of a meter in one shot fill numbered files.",
            "",
            "Both are made from the record, in place of older files. What a dry run's",
            "world really did is not in them."
        })
final class Export implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String run = "";

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "csv or nexus.")
    private String format = "";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "File to write: .csv, or .nxs, .h5 or .hdf5.")
    private Path output = Path.of("");

    Export(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        checkNames();
        RecordedRun record = RecordedRun.open(stored.runs().find(run));
        List<Path> files = format.equals("csv")
                ? new CsvExport(record, record.summary()).write(output)
                : new NexusExport(record, record.manifest(), record.summary()).write(output);
        if (stored.isJson()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("source", record.manifest().run().source());
            told.put("files", files.stream().map(Path::toString).toList());
            desk.out().println(Json.text(told));
        } else {
            desk.out().println(RunName.of(record.manifest()));
            files.forEach(file -> desk.out().println("wrote " + file));
        }
        return ExitCode.SUCCESS;
    }

    private void checkNames() {
        if (format.equals("parquet")) {
            throw new UsageException("--format: parquet is not offered; due csv or nexus");
        }
        if (!format.equals("csv") && !format.equals("nexus")) {
            throw new UsageException("--format: came " + format + ", due csv or nexus");
        }
        List<String> endings = format.equals("csv") ? List.of(".csv") : List.of(".nxs", ".h5", ".hdf5");
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (endings.stream().noneMatch(name::endsWith)) {
            throw new UsageException("--output: came " + output + ", due a file that ends with "
                    + String.join(" or ", endings) + " for --format " + format);
        }
        Optional.ofNullable(output.toAbsolutePath().getParent())
                .filter(folder -> !Files.isDirectory(folder))
                .ifPresent(missing -> {
                    throw new UsageException("--output: there is no folder " + missing);
                });
    }
}
