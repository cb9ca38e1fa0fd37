package org.fieldfall.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.UnfitValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Numbers of the closed formulas for a sample: one point or a grid, the last of from, to, at running fastest. */
@Command(
        name = "predict",
        description = "What the theory expects of a field quench: sudden limit, isentrope, relaxation times.",
        footer = {
            "",
            "VALUES: one with its unit (4K, 100mT), a list (0.1T,0.3T) or a range",
            "from:to:step with its end (0.1T:1T:0.1T). Several make a grid in the order",
            "from, to, at, the last fastest."
        })
final class Predict implements Action {

    private final Desk desk;

    @Option(names = "--sample", required = true, paramLabel = "SAMPLE", description = "Name or path of a sample file.")
    private String sample = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "VALUES",
            converter = Fields.class,
            description = "Initial field Bi.")
    private Grid from = new Grid(List.of());

    @Option(
            names = "--to",
            required = true,
            paramLabel = "VALUES",
            converter = Fields.class,
            description = "Final field Bf.")
    private Grid to = new Grid(List.of());

    @Option(
            names = "--at",
            required = true,
            paramLabel = "VALUES",
            converter = Temperatures.class,
            description = "Initial temperature Ti.")
    private Grid at = new Grid(List.of());

    @Option(names = "--json", description = "One JSON object on stdout; a grid is {\"points\": [...]}.")
    private boolean json;

    Predict(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        var config = desk.configs().sample(sample);
        var forecasts = forecasts(Forecast.Of.sample(config));
        if (json) {
            json(forecasts).print(desk.out());
        } else {
            new ForecastTable(desk.out()).print(config, forecasts);
        }
        return ExitCode.SUCCESS;
    }

    private List<Forecast> forecasts(Forecast.Of sample) {
        var all = new ArrayList<Forecast>();
        for (double bi : from.values()) {
            for (double bf : to.values()) {
                at.values().forEach(ti -> all.add(sample.fieldQuench(bi, bf, ti)));
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

    /** Any field. */
    static final class Fields implements ITypeConverter<Grid> {
        @Override
        public Grid convert(String text) {
            return grid(text, Measure.FIELD, "a field");
        }
    }

    /** Temperatures above zero. */
    static final class Temperatures implements ITypeConverter<Grid> {
        @Override
        public Grid convert(String text) {
            var grid = grid(text, Measure.TEMPERATURE, "a temperature above zero");
            if (grid.values().stream().anyMatch(kelvin -> kelvin <= 0)) {
                throw misfit(text, "out of range", Measure.TEMPERATURE, "a temperature above zero");
            }
            return grid;
        }
    }

    private static Grid grid(String text, Measure measure, String due) {
        try {
            return Grid.parse(text, measure);
        } catch (UnfitValueException e) {
            throw misfit(text, e.reason(), measure, due);
        }
    }

    private static TypeConversionException misfit(String text, String reason, Measure measure, String due) {
        return new TypeConversionException(
                "came \"" + text + "\" (" + reason + "), due " + due + ", like " + measure.example());
    }
}
