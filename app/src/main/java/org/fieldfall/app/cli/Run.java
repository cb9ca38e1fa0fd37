package org.fieldfall.app.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole run on the rig. */
@Command(name = "run", description = "Perform a protocol on the rig whose lines the rig file names.")
final class Run implements Action {

    private final Desk desk;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--rig",
            paramLabel = "RIG",
            description = "Name or path of the rig file; must be given but to resume.")
    private Optional<String> rig = Optional.empty();

    Run(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() throws IOException {
        Optional<String> resumed = options.resume(Map.of("--rig", rig));
        if (resumed.isPresent()) {
            options.live().refuse();
            return new Campaigns(desk, options, Speed.AUTO).resume(resumed.get(), Campaigns.Place.RIG);
        }
        if (rig.isEmpty()) {
            throw new UsageException("Missing required option: '--rig=RIG'");
        }
        Experiment experiment = desk.configs().experiment(options.protocol(), options.sample(), rig);
        if (experiment.rig().isSimulated()) {
            throw new UsageException(
                    "run: rig " + experiment.rig().name() + " is the simulator; perform it with 'fieldfall dry-run'");
        }
        if (experiment.protocol().campaign().isPresent()) {
            options.live().refuse();
            return new Campaigns(desk, options, Speed.AUTO).begin(experiment, 0);
        }
        return Shots.execute(
                desk,
                new Request(experiment, 0, Speed.AUTO, options.runs(), options.operator(), options.note()),
                options);
    }
}
