package org.fieldfall.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.InvalidConfigException;
import org.fieldfall.app.config.Kind;
import org.fieldfall.app.live.page.Starter;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Disk;
import org.fieldfall.app.run.PlannedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dry runs from the page: planned here, performed by a process of their own, which the page's end does not touch. */
final class DryRunStarter implements Starter {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunStarter.class);
    private static final int MOST = 2;

    private final Configs configs;
    private final Path runs;
    private final List<Process> started = new ArrayList<>();

    DryRunStarter(Configs configs, Path runs) {
        this.configs = configs;
        this.runs = runs;
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of(
                "protocols",
                configs.names(Kind.PROTOCOL).stream().filter(this::isSingle).toList(),
                "rigs",
                configs.names(Kind.RIG).stream().filter(this::isSimulated).toList(),
                "samples",
                configs.names(Kind.SAMPLE));
    }

    private boolean isSingle(String protocol) {
        try {
            return configs.protocol(protocol).campaign().isEmpty();
        } catch (InvalidConfigException unfit) {
            LOG.debug("page: {}", protocol, unfit);
            return false;
        }
    }

    private boolean isSimulated(String rig) {
        try {
            return configs.rig(rig).isSimulated();
        } catch (InvalidConfigException unfit) {
            LOG.debug("page: {}", rig, unfit);
            return false;
        }
    }

    @Override
    public String plan(Choice choice) {
        return PlanJson.of(planned(choice)).toString();
    }

    private PlannedRun planned(Choice choice) {
        // A name that is on a shelf is no path.
        known("protocol", choice.protocol(), configs.names(Kind.PROTOCOL));
        choice.rig().ifPresent(name -> known("rig", name, configs.names(Kind.RIG)));
        choice.sample().ifPresent(name -> known("sample", name, configs.names(Kind.SAMPLE)));
        try {
            Experiment experiment = configs.experiment(choice.protocol(), choice.sample(), choice.rig());
            if (!experiment.rig().isSimulated()) {
                throw new IllegalArgumentException(
                        "rig " + experiment.rig().name() + " is a real one; it is run from the command line alone");
            }
            if (experiment.protocol().campaign().isPresent()) {
                throw new IllegalArgumentException("a campaign is begun from the command line");
            }
            return PlannedRun.of(experiment, Speed.AUTO, Disk.of(runs));
        } catch (InvalidConfigException unfit) {
            throw new IllegalArgumentException(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private static void known(String what, String name, List<String> names) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(what + ": there is no \"" + name + "\"");
        }
    }

    @Override
    public synchronized String start(Choice choice, String who) {
        PlannedRun plan = planned(choice);
        if (!plan.isAllowed()) {
            throw new IllegalArgumentException("refused: " + String.join("; ", plan.refusals()));
        }
        started.removeIf(process -> !process.isAlive());
        if (started.size() >= MOST) {
            throw new IllegalArgumentException(MOST + " dry runs from this page go on already");
        }
        try {
            Process process = new ProcessBuilder(command(choice, who))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            started.add(process);
            return "started as process " + process.pid() + "; it is in the list as soon as it has a record";
        } catch (IOException failure) {
            throw new IllegalArgumentException("cannot be started: " + failure.getMessage(), failure);
        }
    }

    /** This java once more, with no shell between. */
    private List<String> command(Choice choice, String who) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-XX:+UseSerialGC");
        command.add("-Djava.awt.headless=true");
        Optional.ofNullable(System.getProperty(Configs.HOME_PROPERTY))
                .ifPresent(home -> command.add("-D" + Configs.HOME_PROPERTY + "=" + home));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fieldfall.class.getName()));
        command.addAll(List.of("dry-run", choice.protocol(), "--runs", runs.toString(), "--operator=" + who));
        choice.rig().ifPresent(name -> command.addAll(List.of("--rig", name)));
        choice.sample().ifPresent(name -> command.addAll(List.of("--sample", name)));
        return command;
    }
}
