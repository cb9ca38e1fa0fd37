package org.fieldfall.app.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name. Only the one that is called is made; all of them for the help that lists them. */
final class Commands {

    private static final Map<String, Function<Desk, Object>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("ack", Ack::new),
            Map.entry("check", Check::new),
            Map.entry("drill", DrillFaults::new),
            Map.entry("dry-run", DryRun::new),
            Map.entry("emergency", ActOnRun::emergency),
            Map.entry("export", Export::new),
            Map.entry("guardian", GuardianCommand::new),
            Map.entry("hold", ActOnRun::hold),
            Map.entry("note", Note::new),
            Map.entry("plan", Plan::new),
            Map.entry("predict", Predict::new),
            Map.entry("resume", ActOnRun::resume),
            Map.entry("review", Review::commands),
            Map.entry("run", Run::new),
            Map.entry("serve", Serve::new),
            Map.entry("simulate", Simulate::new),
            Map.entry("status", Status::new),
            Map.entry("stop", ActOnRun::stop),
            Map.entry("validate", Validate::new)));

    private Commands() {}

    static void addTo(CommandLine line, Desk desk, String... arguments) {
        var called = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (called != null) {
            line.addSubcommand(arguments[0], called.apply(desk));
        } else {
            ALL.forEach((name, command) -> line.addSubcommand(name, command.apply(desk)));
        }
    }
}
