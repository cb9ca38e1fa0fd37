package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fieldfall.app.config.Grid;
import org.fieldfall.app.figure.PaperFigure;
import org.fieldfall.app.figure.Values;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Numbers of the closed formulas for a sample, or what a rig leaves of them by a time: one point or a grid, the last of from,
 * to, at running fastest; the best start on a rig; or the paper's figures.
 */
@Command(
        name = "predict",
        description =
                "What the theory expects of a field quench: sudden limit, isentrope, relaxation times; on a rig what is"
                        + " reached by a time.",
        footer = {
            "",
            "VALUES: one with its unit (4K, 100mT), a list (0.1T,0.3T) or a range",
            "from:to:step with its end (0.1T:1T:0.1T). Several make a grid in the order",
            "from, to, at, the last fastest.",
            "",
            "Figures of the paper: 3 is tau(T), 4 is ΔT(Ti) for several Bf, 5 the largest",
            "cooling and its Ti against Bf, 6 the sudden limit beside the isentrope. Each",
            "writes figure-N-SAMPLE.csv, .svg and .png, in place of older ones. They choose",
            "their values themselves; --from, --to and --at give others.",
            "",
            "With --rig and --by: the lattice's ΔT (delta_t_k), its lowest so far (coldest)",
            "and what the thermometer shows (shown), by two-well kinetics from rest at Ti,",
            "at each of the times. Beside them completed: the real ramp in endless time",
            "without link and addenda; in_well: the prompt part, no spin crossing; Q: heat",
            "the spins took up (spin_heat_j), in the end spin_heat_end_j.",
            "With --optimize: from --from the Ti and Bf that cool most until (reachable) and",
            "at (lasting) the time, and by eq. (9) (sudden), within the spans of --at and",
            "--to; left out: all the rig's temperatures, and from 0 T to Bi.",
            "",
            "Keys of --json, units at their ends (a missing value is null), for one point:",
            "initial_temperature_k, initial_field_t, final_field_t, sudden_delta_t_k,",
            "sudden_final_k, isentropic_delta_t_k, isentropic_final_k, tau_initial_s,",
            "tau_final_s, sudden_valid_below_k; with --rig also rate_t_per_s, ramp_s,",
            "sudden_with_addenda_delta_t_k, completed_delta_t_k, completed_final_k,",
            "in_well_delta_t_k, share_crossed_in_ramp, link_time_s, self_heating_k,",
            "spin_heat_end_j, warnings, reached: [{by_s, delta_t_k, temperature_k,",
            "coldest_delta_t_k, coldest_at_s, shown_delta_t_k, shown_k, spin_heat_j}].",
            "A grid is {\"points\": [...]}, figures are {\"files\": [...]}. --optimize:",
            "initial_field_t, rate_t_per_s, by_s, initial_temperature_range_k,",
            "final_field_range_t, link_time_s, why, and reachable, lasting, sudden, each",
            "{initial_temperature_k, final_field_t, coldest_delta_t_k, coldest_at_s,",
            "delta_t_k, sudden_delta_t_k, tau_start_s, tau_coldest_s,",
            "share_crossed_in_ramp, edges}; several are {\"optima\": [...]}."
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

    @Mixin
    private ReachOptions reach = new ReachOptions();

    @Option(names = "--json", description = "One JSON object on stdout; see below.")
    private boolean json;

    Predict(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        var faults = figures.isEmpty() ? faultsOfNumbers() : faultsOfFigures();
        if (!faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("; ", faults));
        }
        if (!figures.isEmpty()) {
            return draw();
        }
        if (!reach.isAsked()) {
            return numbers();
        }
        var asked = SampleOnRig.of(desk.configs(), sample, reach);
        var lowest = reach.isOptimum() && to.isEmpty() ? List.of(0.0) : values(to);
        new RigLimits(asked).check(values(from), lowest, values(at));
        var answers = new RigAnswers(asked, reach.bySeconds(), desk.out(), json);
        return reach.isOptimum()
                ? answers.best(values(from), new BestStart.Within(values(at), values(to)))
                : answers.reached(forecasts(Forecast.Of.sample(asked.sample())));
    }

    private List<String> faultsOfFigures() {
        var faults = new ArrayList<String>();
        if (folder().isEmpty()) {
            faults.add("--figure needs --output, the folder for its files");
        }
        if (reach.isAsked()) {
            faults.add("--figure draws no rig: --rig, --by, --rate and --optimize are for numbers");
        }
        return faults;
    }

    private List<String> faultsOfNumbers() {
        var faults = new ArrayList<>(reach.faults());
        if (output.isPresent()) {
            faults.add("--output is for --figure; numbers go to the standard output");
        }
        var due = reach.isOptimum()
                ? Stream.of(missing("--from", from))
                : Stream.of(missing("--from", from), missing("--to", to), missing("--at", at));
        var missing = due.flatMap(Optional::stream).toList();
        if (!missing.isEmpty()) {
            faults.add(
                    "missing " + String.join(", ", missing) + (reach.isAsked() ? "" : " (or --figure and --output)"));
        }
        if (reach.isOptimum() && values(from).contains(0.0)) {
            faults.add("--optimize: from 0 T no field falls");
        }
        tooMany().ifPresent(faults::add);
        return faults;
    }

    /** Of points, or of searches. */
    private Optional<String> tooMany() {
        if (reach.isOptimum()) {
            var searches = (long) values(from).size() * reach.bySeconds().size();
            return searches > BestStart.MOST
                    ? Optional.of("--optimize: " + searches + " searches, due at most " + BestStart.MOST)
                    : Optional.empty();
        }
        var points = (long) values(from).size() * values(to).size() * values(at).size();
        var most = reach.isAsked() ? Reach.MOST_POINTS : Grid.MOST_POINTS;
        return points > most
                ? Optional.of("the grid has " + points + " points, due at most " + most)
                : Optional.empty();
    }

    private ExitCode numbers() {
        var config = desk.configs().sample(sample);
        var forecasts = forecasts(Forecast.Of.sample(config));
        if (json) {
            Json.oneOr("points", forecasts.stream().map(Forecast::json).toList())
                    .print(desk.out());
        } else {
            new ForecastTable(desk.out()).print(config, forecasts);
        }
        return ExitCode.SUCCESS;
    }

    private ExitCode draw() {
        var files = new Figures(desk.configs().sample(sample), new Values(values(from), values(to), values(at)))
                .write(figures, folder().orElseThrow());
        if (json) {
            new Json().put("files", files).print(desk.out());
        } else {
            files.forEach(file -> desk.out().println("wrote " + file));
        }
        return ExitCode.SUCCESS;
    }

    private Optional<Path> folder() {
        return output.filter(path -> !path.toString().isEmpty());
    }

    private static Optional<String> missing(String option, Optional<Grid> given) {
        return given.isPresent() ? Optional.empty() : Optional.of(option);
    }

    private static List<Double> values(Optional<Grid> grid) {
        return grid.map(Grid::values).orElse(List.of());
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

    /** Figures by their numbers. */
    static final class Numbered implements ITypeConverter<PaperFigure> {
        @Override
        public PaperFigure convert(String text) {
            return PaperFigure.named(text)
                    .orElseThrow(() -> new TypeConversionException("came \"" + text + "\", due 3, 4, 5 or 6"));
        }
    }
}
