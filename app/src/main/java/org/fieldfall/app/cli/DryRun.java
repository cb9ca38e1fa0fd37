package org.fieldfall.app.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The whole run against the simulator, over real wires. */
@Command(
        name = "dry-run",
        description =
                "Perform a protocol against the simulated rig: the same code and the same kind of lines as a run.")
final class DryRun implements Action {

    private static final long USUAL_SEED = 1;

    private final Desk desk;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--rig", paramLabel = "RIG", description = "Rig file instead of the protocol's own.")
    private Optional<String> rig = Optional.empty();

    @Option(
            names = "--speed",
            paramLabel = "auto|N",
            converter = Speeds.class,
            description = "World seconds a second outside the sweep, 1 to 50; auto (the default) is 50 and leaps.")
    private Speed speed = Speed.AUTO;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seeds.class,
            description = "What the simulated rig's imperfections are drawn from (1).")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private FaultOption faults = new FaultOption();

    DryRun(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() throws IOException {
        Optional<String> resumed = options.resume(Map.of("--rig", rig, "--seed", seed));
        if (resumed.isPresent()) {
            options.live().refuse();
            return new Campaigns(desk, options, speed).resume(resumed.get(), Campaigns.Place.SIMULATOR);
        }
        Experiment experiment = desk.configs().experiment(options.protocol(), options.sample(), rig);
        if (!experiment.rig().isSimulated()) {
            throw new UsageException("dry-run: rig " + experiment.rig().name()
                    + " names lines of its own; perform it with 'fieldfall run'");
        }
        if (experiment.protocol().campaign().isPresent()) {
            options.live().refuse();
            return new Campaigns(desk, options, speed).begin(experiment, seed.orElse(USUAL_SEED));
        }
        return Shots.execute(
                desk,
                new Request(
                        experiment,
                        seed.orElse(USUAL_SEED),
                        speed,
                        options.runs(),
                        options.operator(),
                        options.note(),
                        faults.read(experiment.rig(), FaultOption.PHASES)),
                options);
    }

    /** A whole number. */
    static final class Seeds implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException unfit) {
                throw new TypeConversionException("'" + text + "' is no whole number");
            }
        }
    }

    /** {@code auto} or a number. */
    static final class Speeds implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return text.equals("auto") ? Speed.AUTO : Speed.atMost(Double.parseDouble(text));
            } catch (IllegalArgumentException unfit) {
                throw new TypeConversionException("'" + text + "' is neither auto nor a number from 1 to 50");
            }
        }
    }
}
