package org.fieldfall.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.Nearest;
import org.fieldfall.app.drill.Drill;
import org.fieldfall.app.drill.DrillCase;
import org.fieldfall.app.drill.DrillResult;
import org.fieldfall.app.drill.DrillTable;
import org.fieldfall.app.rig.StagedFault;
import org.fieldfall.protocols.instrument.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every staged fault in every phase, against the simulator. */
@Command(
        name = "drill",
        description =
                "Stage every fault in every phase of a short shot on the simulated rig, a whole dry run each, and "
                        + "check that each ends safe, in time, with its record whole and its cause in words.",
        footer = {
            "",
            "Writes drill-<date>/drill.md and drill.csv under the runs' folder, with the record of each case that",
            "was not as due. Exit code 0 if all were. What each fault does: app/docs/faults.md."
        })
final class DrillFaults implements Action {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_JOBS = 64;

    private final Desk desk;

    @Option(names = "--rig", paramLabel = "RIG", description = "Name or path of a simulated rig file (twin).")
    private String rig = "twin";

    @Option(
            names = "--phases",
            paramLabel = "PHASE",
            split = ",",
            description =
                    "Only in these, of prepare, settle, load, isolate, arm, sweep, ramp, relax, recover, stopping.")
    private List<String> phases = new ArrayList<>(DrillCase.PHASES);

    @Option(
            names = "--faults",
            paramLabel = "FAULT",
            split = ",",
            description = "Only these, as NAME[/ROLE][:DURATIONs]; the drill chooses when they happen.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = DryRun.Seeds.class,
            description = "What the rig's imperfections and the moments of the faults are drawn from (1).")
    private long seed = 1;

    @Option(names = "--jobs", paramLabel = "N", description = "Cases at once (twice the processors; they mostly wait).")
    private int jobs = 2 * Runtime.getRuntime().availableProcessors();

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--json", description = "The results as one JSON object on stdout; progress stays on stderr.")
    private boolean json;

    DrillFaults(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() throws IOException, InterruptedException {
        Experiment experiment = desk.configs().experiment(Drill.PROTOCOL, Optional.empty(), Optional.of(rig));
        if (!experiment.rig().isSimulated()) {
            throw new UsageException("drill: the instruments of rig " + rig + " are not simulated");
        }
        refuseUnknown();
        List<StagedFault> staged = faults.isEmpty()
                ? Drill.usual(experiment.rig())
                : StagedFault.read(faults, experiment.rig(), List.of());
        Path folder = Files.createDirectories(runs.folder().resolve("drill-" + STAMP.format(Instant.now())));
        Drill drill = new Drill(
                experiment, seed, folder, jobs, done -> Shots.code(done).number());
        DrillTable table = new DrillTable(performed(drill, drill.cases(staged, phases)));
        write(folder, table);
        return table.failed().isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILED;
    }

    private void refuseUnknown() {
        List<String> problems = new ArrayList<>();
        for (String phase : phases) {
            if (!DrillCase.PHASES.contains(phase)) {
                problems.add("no phase \"" + phase + "\", nearest is "
                        + Nearest.to(phase, DrillCase.PHASES).orElse("none") + "; due are "
                        + String.join(", ", DrillCase.PHASES));
            }
        }
        faults.stream()
                .filter(fault -> fault.contains("@"))
                .forEach(fault -> problems.add(fault + ": the drill chooses when, due is NAME[/ROLE][:DURATIONs]"));
        if (jobs < 1 || jobs > MOST_JOBS) {
            problems.add("--jobs is 1 to " + MOST_JOBS + ", not " + jobs);
        }
        if (!problems.isEmpty()) {
            throw new UsageException("drill: " + String.join("\n  ", problems));
        }
    }

    private List<DrillResult> performed(Drill drill, List<DrillCase> cases) throws InterruptedException {
        long start = System.nanoTime();
        List<DrillResult> heard = new ArrayList<>();
        desk.err().println("drill: " + cases.size() + " cases, " + jobs + " at once, on the SIMULATOR");
        return drill.perform(cases, result -> {
            heard.add(result);
            double took = (System.nanoTime() - start) / 1e9;
            double left = took / heard.size() * (cases.size() - heard.size());
            desk.err()
                    .println(Figure.text(
                            "%4d/%d  %-52s %s%s  (about %.0f s left)",
                            heard.size(),
                            cases.size(),
                            result.drilled().fault(),
                            result.told(),
                            result.isAsDue() ? "" : "  NOT AS DUE: " + String.join("; ", result.complaints()),
                            left));
        });
    }

    private void write(Path folder, DrillTable table) throws IOException {
        String markdown = table.markdown("Drill on the simulated rig " + rig + ", seed " + seed);
        Files.writeString(folder.resolve("drill.md"), markdown, UTF_8);
        Files.writeString(folder.resolve("drill.csv"), table.csv(), UTF_8);
        if (json) {
            desk.out().println(new DrillJson(table).text(folder));
        } else {
            desk.out().println(markdown);
            desk.out().println("tables   " + folder.resolve("drill.md") + ", " + folder.resolve("drill.csv"));
        }
        desk.out().flush();
    }
}
