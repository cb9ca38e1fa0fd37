package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fieldfall.app.figure.PaperFigure;
import org.fieldfall.app.figure.Values;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Numbers of the closed formulas for a sample: one point or a grid, the last of from, to, at running fastest; or the
 * paper's figures.
 */
@Command(
        name = "predict",
        description = "What the theory expects of a field quench: sudden limit, isentrope, relaxation times.",
        footer = {
            "",
            "VALUES: one with its unit (4K, 100mT), a list (0.1T,0.3T) or a range",
            "from:to:step with its end (0.1T:1T:0.1T). Several make a grid in the order",
            "from, to, at, the last fastest.",
            "",
            "Figures of the paper: 3 is tau(T), 4 is ΔT(Ti) for several Bf, 5 the largest",
            "cooling and its Ti against Bf, 6 the sudden limit beside the isentrope. Each",
            "writes figure-N-SAMPLE.csv, .svg and .png, in place of older ones. They choose",
            "their values themselves; --from, --to and --at give others."
        })
final class Predict implements Action {

    private final Desk desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--sample", required = true, paramLabel = "SAMPLE", description = "Name or path of a sample file.")
    private String sample = "";

    @Option(
            names = "--from",
            paramLabel = "VALUES",
            converter = Bounded.Fields.class,
            description = "Initial field Bi; required without --figure, as the next two.")
    private Optional<Grid> from = Optional.empty();

    @Option(names = "--to", paramLabel = "VALUES", converter = Bounded.Fields.class, description = "Final field Bf.")
    private Optional<Grid> to = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "VALUES",
            converter = Bounded.Temperatures.class,
            description = "Initial temperature Ti.")
    private Optional<Grid> at = Optional.empty();

    @Option(
            names = "--figure",
            paramLabel = "N",
            split = ",",
            converter = Numbered.class,
            description = "Draw figure 3, 4, 5 or 6 of the paper, or several (3,4,5,6), into --output.")
    private Set<PaperFigure> figures = new LinkedHashSet<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the files of --figure; made where it is not there.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--json",
            description = "One JSON object on stdout; a grid is {\"points\": [...]}, figures are {\"files\": [...]}.")
    private boolean json;

    Predict(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        return figures.isEmpty() ? numbers() : draw();
    }

    private ExitCode numbers() {
        if (output.isPresent()) {
            throw misuse("--output is for --figure; numbers go to the standard output");
        }
        var missing = Stream.of(missing("--from", from), missing("--to", to), missing("--at", at))
                .flatMap(Optional::stream)
                .toList();
        if (!missing.isEmpty()) {
            throw misuse("missing " + String.join(", ", missing) + " (or --figure and --output)");
        }
        checkSize();
        var config = desk.configs().sample(sample);
        var forecasts = forecasts(Forecast.Of.sample(config));
        if (json) {
            json(forecasts).print(desk.out());
        } else {
            new ForecastTable(desk.out()).print(config, forecasts);
        }
        return ExitCode.SUCCESS;
    }

    private void checkSize() {
        var points = (long) values(from).size() * values(to).size() * values(at).size();
        if (points > Grid.MOST_POINTS) {
            throw misuse("the grid has " + points + " points, due at most " + Grid.MOST_POINTS);
        }
    }

    private ExitCode draw() {
        var folder = output.filter(path -> !path.toString().isEmpty())
                .orElseThrow(() -> misuse("--figure needs --output, the folder for its files"));
        var files = new Figures(desk.configs().sample(sample), new Values(values(from), values(to), values(at)))
                .write(figures, folder);
        if (json) {
            new Json().put("files", files).print(desk.out());
        } else {
            files.forEach(file -> desk.out().println("wrote " + file));
        }
        return ExitCode.SUCCESS;
    }

    private static Optional<String> missing(String option, Optional<Grid> given) {
        return given.isPresent() ? Optional.empty() : Optional.of(option);
    }

    private static List<Double> values(Optional<Grid> grid) {
        return grid.map(Grid::values).orElse(List.of());
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private List<Forecast> forecasts(Forecast.Of sample) {
        var all = new ArrayList<Forecast>();
        for (double bi : values(from)) {
            for (double bf : values(to)) {
                all.addAll(sample.fieldQuenches(bi, bf, values(at)));
            }
        }
        return all;
    }

    private static Json json(List<Forecast> forecasts) {
        return forecasts.size() == 1
                ? forecasts.get(0).json()
                : new Json()
                        .put("points", forecasts.stream().map(Forecast::json).toList());
    }

    /** Figures by their numbers. */
    static final class Numbered implements ITypeConverter<PaperFigure> {
        @Override
        public PaperFigure convert(String text) {
            return PaperFigure.named(text)
                    .orElseThrow(() -> new TypeConversionException("came \"" + text + "\", due 3, 4, 5 or 6"));
        }
    }
}
