package org.fieldfall.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Grid;
import picocli.CommandLine.Option;

/** Options of {@code predict} that ask what a rig makes of a field quench. */
final class ReachOptions {

    private static final double USUAL_RATE = 10;

    @Option(
            names = "--rig",
            paramLabel = "RIG",
            description = "Name or path of a rig file: what its link, addenda and thermometer leave; needs --by.")
    private Optional<String> rig = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "TIMES",
            converter = Bounded.Times.class,
            description = "Times after the end of the ramp (1s,10s,60s); needs --rig.")
    private Optional<Grid> by = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            converter = Bounded.Rates.class,
            description = "Rate of the ramp, for --rig (10T/s).")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--optimize",
            description = "Look for the Ti and Bf with the most cooling by each of the times, within --at and --to.")
    private boolean optimize;

    boolean isAsked() {
        return rig.isPresent() || by.isPresent() || rate.isPresent() || optimize;
    }

    boolean isOptimum() {
        return optimize;
    }

    /** What is missing among these. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (isAsked() && rig.isEmpty()) {
            faults.add("missing --rig: its link and addenda decide what is reached by a time");
        }
        if (isAsked() && by.isEmpty()) {
            faults.add("missing --by: times after the end of the ramp at which the rig is asked for");
        }
        return faults;
    }

    String rig() {
        return rig.orElseThrow();
    }

    /** Ascending, each once; none where none were given. */
    List<Double> bySeconds() {
        return by.map(Grid::values).orElse(List.of()).stream()
                .distinct()
                .sorted()
                .toList();
    }

    double teslaPerSecond() {
        return rate.orElse(USUAL_RATE);
    }
}
