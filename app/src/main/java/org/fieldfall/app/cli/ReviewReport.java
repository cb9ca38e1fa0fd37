package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.report.RunReport;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A stored run as a page. */
@Command(
        name = "report",
        description = "Write the report of a stored run anew: one HTML file that needs nothing beside it.")
final class ReviewReport implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String run = "";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "An .html file instead of report.html in the run's folder.")
    private Optional<Path> output = Optional.empty();

    ReviewReport(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        output.ifPresent(ReviewReport::checkName);
        RecordedRun record = RecordedRun.open(stored.runs().find(run));
        Path file = output.orElseGet(() -> record.folder().report());
        RunReport.write(record, record.manifest(), record.summary(), file);
        if (stored.isJson()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("source", record.manifest().run().source());
            told.put("file", file.toString());
            desk.out().println(Json.text(told));
        } else {
            desk.out().println(RunName.of(record.manifest()));
            desk.out().println("wrote " + file);
        }
        return ExitCode.SUCCESS;
    }

    private static void checkName(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new UsageException("--output: came " + file + ", due a file that ends with .html");
        }
    }
}
