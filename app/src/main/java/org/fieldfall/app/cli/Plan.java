package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.report.PlanDrawing;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Disk;
import org.fieldfall.app.run.PlannedRun;
import org.fieldfall.app.run.PlannedShot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verdict and timetable from the planner that a run goes by. */
@Command(
        name = "plan",
        description = {
            "Say whether a protocol may run, and why not; when what happens; what supply, thermometer and disk are asked for",
            "and what the theory expects. Asks no instrument. run and dry-run refuse the same, in the same words.",
            "Exit code 0 if allowed, 2 if refused."
        })
final class Plan implements Action {

    private final Desk desk;

    @Parameters(arity = "1..*", paramLabel = "PROTOCOL", description = "Names or paths of protocol files.")
    private List<String> protocols = new ArrayList<>();

    @Option(names = "--rig", paramLabel = "RIG", description = "Rig file instead of the protocol's own.")
    private Optional<String> rig = Optional.empty();

    @Option(names = "--sample", paramLabel = "SAMPLE", description = "Sample file instead of the protocol's own.")
    private Optional<String> sample = Optional.empty();

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description =
                    "Draw B(t) and the predicted T(t) of each sweep into a file, .svg or .png; of further sweeps into"
                            + " FILE-02 and so on.")
    private Optional<Path> picture = Optional.empty();

    @Option(names = "--json", description = "One JSON object on stdout; {\"plans\": [...]} for several protocols.")
    private boolean json;

    Plan(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        picture.ifPresent(this::checkPicture);
        Disk disk = Disk.of(runs.folder());
        List<PlannedRun> plans = PlannedRun.all(desk.configs().experiments(protocols, sample, rig), Speed.AUTO, disk);
        if (json) {
            Json.oneOr("plans", plans.stream().map(PlanJson::of).toList()).print(desk.out());
        } else {
            plans.forEach(new PlanTable(desk.out())::print);
        }
        picture.ifPresent(file -> draw(plans.get(0), file));
        return plans.stream().allMatch(PlannedRun::isAllowed) ? ExitCode.SUCCESS : ExitCode.USAGE;
    }

    private void checkPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) {
            throw new UsageException("--picture: came " + file + ", due a file that ends with .svg or .png");
        }
        if (protocols.size() > 1) {
            throw new UsageException("--picture draws one protocol, came " + protocols.size());
        }
    }

    private void draw(PlannedRun plan, Path file) {
        List<PlannedShot> drawn =
                plan.shots().stream().filter(PlanDrawing::isDrawn).toList();
        if (!plan.isAllowed() || drawn.isEmpty()) {
            desk.err().println("no picture: " + (plan.isAllowed() ? "no sweep is predicted" : "the plan is refused"));
            return;
        }
        for (int i = 0; i < drawn.size(); i++) {
            Path target = i == 0 ? file : numbered(file, i + 1);
            Figure figure = PlanDrawing.of(plan, drawn.get(i));
            if (target.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
                figure.writeSvg(target);
            } else {
                figure.writePng(target);
            }
            desk.err().println("picture: " + target);
        }
    }

    private static Path numbered(Path file, int number) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(
                String.format(Locale.ROOT, "%s-%02d%s", name.substring(0, dot), number, name.substring(dot)));
    }
}
