package org.fieldfall.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that look at stored runs. */
@Command(
        name = "review",
        description = {
            "Look at stored runs: list them, show one, tell its course, compare two, write a",
            "report, recover a killed one."
        },
        synopsisSubcommandLabel = "COMMAND")
final class Review implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Review() {}

    static CommandLine commands(Desk desk) {
        return new CommandLine(new Review())
                .addSubcommand("list", new ReviewList(desk))
                .addSubcommand("show", new ReviewShow(desk))
                .addSubcommand("timeline", new ReviewTimeline(desk))
                .addSubcommand("compare", new ReviewCompare(desk))
                .addSubcommand("annotate", new ReviewAnnotate(desk))
                .addSubcommand("recover", new ReviewRecover(desk))
                .addSubcommand("report", new ReviewReport(desk))
                .addSubcommand("campaign", new ReviewCampaign(desk))
                .addSubcommand("reprocess", new ReviewReprocess(desk));
    }

    /** Called without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
