package org.fieldfall.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.review.Reprocessing;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The numbers of a stored run once more, from its record alone. */
@Command(
        name = "reprocess",
        description = {
            "Work the numbers of a stored run out again, from its record alone, and compare them to the bit.",
            "Answers 0 if they are the same, 1 if they differ."
        })
final class ReviewReprocess implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String run = "";

    @Option(
            names = "--write",
            description =
                    "Write summary, traces, pictures, run.nxs and report anew. Done anyway where there is no summary yet.")
    private boolean write;

    ReviewReprocess(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        RecordedRun record = RecordedRun.open(stored.runs().find(run));
        Reprocessing again = Reprocessing.of(record);
        boolean isWritten = write || !again.hadSummary();
        List<String> unwritten = isWritten ? record.writeDerived(Derived.FILES) : List.of();
        if (stored.isJson()) {
            print(again, isWritten, unwritten);
        } else {
            print(record, again, isWritten, unwritten);
        }
        boolean isFine = unwritten.isEmpty() && (again.isSame() || !again.hadSummary());
        return isFine ? ExitCode.SUCCESS : ExitCode.FAILED;
    }

    private void print(Reprocessing again, boolean isWritten, List<String> unwritten) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("source", again.summary().source());
        told.put("had_summary", again.hadSummary());
        told.put("same_to_the_bit", again.isSame());
        told.put("differences", again.differences());
        told.put("reasons", again.reasons());
        told.put("written", isWritten);
        told.put("unwritten", unwritten);
        told.put("summary", again.summary());
        desk.out().println(Json.text(told));
    }

    private void print(RecordedRun record, Reprocessing again, boolean isWritten, List<String> unwritten) {
        desk.out().println(RunName.of(record.manifest()));
        if (!again.hadSummary()) {
            desk.out().println("there was no summary to compare with; this one was made from the record:");
            new SummaryTable(desk.out()).print(again.summary());
        } else if (again.isSame()) {
            desk.out().println("every number is the same to the bit");
        } else {
            desk.out().println(again.differences().size() + " values differ (recorded | reprocessed):");
            again.differences()
                    .forEach(each -> desk.out()
                            .println("  " + each.key() + ": " + each.recorded() + " | " + each.reprocessed()));
        }
        if (again.hadSummary()) {
            String heading = again.isSame() ? "though " : "why: ";
            again.reasons().forEach(reason -> desk.out().println(heading + reason));
        }
        if (!again.isSame() && again.hadSummary() && again.reasons().isEmpty()) {
            desk.out().println("why: not known; version, build and Java are the same and the log is whole");
        }
        if (isWritten) {
            desk.out().println("written into " + record.folder().path());
        }
        unwritten.forEach(file -> desk.out().println("NOT WRITTEN: " + file));
    }
}
