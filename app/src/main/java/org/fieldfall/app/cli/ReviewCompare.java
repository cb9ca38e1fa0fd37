package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.review.Comparison;
import org.fieldfall.app.review.StoredRuns;
import org.fieldfall.app.review.TraceFigure;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two stored runs beside each other. */
@Command(
        name = "compare",
        description = "Lay two stored runs beside each other: settings that differ, figures, traces.")
final class ReviewCompare implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "Likewise.")
    private String second = "";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Draw the traces over each other into this .svg or .png.")
    private Optional<Path> output = Optional.empty();

    ReviewCompare(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        output.ifPresent(ReviewCompare::checkSuffix);
        StoredRuns runs = stored.runs();
        Path one = runs.find(first);
        Path other = runs.find(second);
        Comparison comparison = Comparison.of(one, other);
        output.ifPresent(file -> TraceFigure.write(List.of(RecordedRun.open(one), RecordedRun.open(other)), file));
        if (stored.isJson()) {
            print(comparison, one, other);
        } else {
            print(comparison);
        }
        return ExitCode.SUCCESS;
    }

    private static void checkSuffix(Path file) {
        if (!file.toString().endsWith(".svg") && !file.toString().endsWith(".png")) {
            throw new UsageException("--output: came " + file + ", due a file that ends with .svg or .png");
        }
    }

    private void print(Comparison comparison, Path one, Path other) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("first", comparison.first().run());
        told.put("first_folder", one.toString());
        told.put("second", comparison.second().run());
        told.put("second_folder", other.toString());
        told.put("settings", comparison.settings());
        told.put("figures", comparison.figures());
        output.ifPresent(file -> told.put("picture", file.toString()));
        desk.out().println(Json.text(told));
    }

    private void print(Comparison comparison) {
        desk.out().println("first   " + RunName.of(comparison.first()));
        desk.out().println("second  " + RunName.of(comparison.second()));
        desk.out().println();
        if (comparison.settings().isEmpty()) {
            desk.out().println("settings: sample, rig, protocol and calibration are written alike");
        }
        comparison
                .settings()
                .forEach(setting -> desk.out()
                        .println(setting.document() + "  " + setting.key() + ": " + shown(setting.first()) + " | "
                                + shown(setting.second())));
        desk.out().println();
        row("", "first", "second", "second - first", "in sigma");
        comparison.figures().forEach(this::print);
        desk.out().println("(in sigma: as if the two shared no error; a calibration in common makes them closer)");
        output.ifPresent(file -> desk.out().println("traces  " + file));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(not there)" : value;
    }

    private void print(Comparison.Pair pair) {
        row(
                pair.key(),
                number(pair.first(), pair.firstSigma()),
                number(pair.second(), pair.secondSigma()),
                pair.difference() == 0 ? "0" : number(pair.difference(), Double.NaN),
                Double.isNaN(pair.inSigma()) ? "" : String.format(Locale.ROOT, "%+.1f", pair.inSigma()));
    }

    private static String number(double value, double sigma) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        return Double.isNaN(sigma) ? text : text + String.format(Locale.ROOT, " ± %.2g", sigma);
    }

    private void row(String... cells) {
        desk.out()
                .println(String.format(Locale.ROOT, "%-52s  %-24s  %-24s  %-15s  %8s", (Object[]) cells)
                        .stripTrailing());
    }
}
