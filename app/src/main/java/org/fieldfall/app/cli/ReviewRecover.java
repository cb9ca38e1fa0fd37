package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.Recovery;
import org.fieldfall.app.store.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a run left whose process was killed. */
@Command(
        name = "recover",
        description = "Mark a killed run as recovered, tell what its log lacks, and make of it what can be made.")
final class ReviewRecover implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String run = "";

    ReviewRecover(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        Path folder = stored.runs().find(run);
        Recovery recovery = Recovery.of(RunFolder.at(folder));
        Optional<String> refusal = recovery.refusal();
        if (refusal.isPresent()) {
            throw new UsageException("recover: " + refusal.get());
        }
        Manifest recovered = recovery.write(InstantSource.system());
        RecordedRun record = RecordedRun.open(folder);
        List<String> unwritten = record.writeDerived(Derived.FILES);
        if (stored.isJson()) {
            print(recovery, recovered, record.summary(), unwritten);
        } else {
            print(recovery, recovered, unwritten);
            new SummaryTable(desk.out()).print(record.summary());
        }
        return unwritten.isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILED;
    }

    private void print(Recovery recovery, Manifest recovered, ShotSummary summary, List<String> unwritten) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("source", recovered.run().source());
        told.put("status", recovered.ending().status());
        told.put("why", recovered.ending().why());
        told.put("channels", recovery.channels());
        told.put("gaps", recovery.gaps());
        told.put("damages", recovery.log().damages());
        told.put("lost_events", recovery.log().lostEvents());
        told.put("unwritten", unwritten);
        told.put("summary", summary);
        desk.out().println(Json.text(told));
    }

    private void print(Recovery recovery, Manifest recovered, List<String> unwritten) {
        desk.out().println(RunName.of(recovered) + ": recovered");
        desk.out().println(recovered.ending().why());
        recovery.channels().forEach(channel -> desk.out().println("holds    " + channel));
        recovery.remarks().forEach(remark -> desk.out().println("missing  " + remark));
        unwritten.forEach(file -> desk.out().println("NOT WRITTEN: " + file));
    }
}
