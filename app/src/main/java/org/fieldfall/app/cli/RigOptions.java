package org.fieldfall.app.cli;

import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import picocli.CommandLine.Option;

/** Options of commands that work with a rig and no protocol. */
final class RigOptions {

    @Option(names = "--rig", paramLabel = "RIG", description = "Name or path of the rig file (twin).")
    private String rig = "twin";

    @Option(
            names = "--sample",
            paramLabel = "SAMPLE",
            description = "What is in the simulated rig (mn12ac-experiment).")
    private String sample = "mn12ac-experiment";

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = DryRun.Seeds.class,
            description = "What the simulated rig's imperfections are drawn from (1).")
    private long seed = 1;

    RigConfig rig(Configs configs) {
        return configs.rig(rig);
    }

    SampleConfig sample(Configs configs) {
        return configs.sample(sample);
    }

    long seed() {
        return seed;
    }
}
