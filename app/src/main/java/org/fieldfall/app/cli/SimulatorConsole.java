package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.UnfitValueException;
import org.fieldfall.app.rig.SimulatedRig;
import org.fieldfall.app.rig.StagedFault;
import org.fieldfall.app.rig.TrueState;
import org.fieldfall.app.rig.TrueView;
import org.fieldfall.app.rig.UnfitFaultException;
import org.fieldfall.protocols.instrument.Figure;

/**
 * What the simulated rig alone can be told while it runs, one command a line: each is answered, and what is not understood
 * too. For one thread.
 */
final class SimulatorConsole {

    private static final double FASTEST = 50;
    private static final double SHOWN_SHARE = 1e-3;
    private static final String MARK = "SIMULATOR ";

    private final RigConfig rig;
    private final SimulatedRig twin;
    private final PrintWriter out;
    private final Map<String, Command> commands = new TreeMap<>();
    private double speed;
    private boolean isPaused;
    private boolean isOver;
    private double everySeconds = Double.POSITIVE_INFINITY;
    private double nextSeconds = Double.POSITIVE_INFINITY;

    /** @param speed that the world has */
    SimulatorConsole(RigConfig rig, SimulatedRig twin, double speed, PrintWriter out) {
        this.rig = rig;
        this.twin = twin;
        this.speed = speed;
        this.out = out;
        add("view", "", "the world as it really is: field, temperatures, levels", words -> view());
        add("watch", "DURATION|off", "the same every so often, of world time (watch 10s)", this::watch);
        add("fault", "NAME[/ROLE][:DURATION]", "lets something go wrong now (fault supply.trip:5s)", this::fault);
        add("faults", "", "what can go wrong", words -> StagedFault.help().forEach(out::println));
        add("speed", "N", "world seconds a second, 1 to 50", this::speed);
        add("pause", "", "holds the world; the instruments still answer", words -> pause());
        add("resume", "", "lets it go on", words -> resume());
        add("lines", "", "the resource of each role's line", words -> lines());
        add("help", "", "this", words -> help());
        add("quit", "", "ends the simulated rig, as Ctrl-C does", words -> isOver = true);
    }

    private record Command(String arguments, String effect, Action action) {}

    @FunctionalInterface
    private interface Action {
        void perform(List<String> words);
    }

    private void add(String name, String arguments, String effect, Action action) {
        commands.put(name, new Command(arguments, effect, action));
    }

    /** Performs a line; an empty one is none. */
    void hear(String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+", -1)));
        String name = words.remove(0).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return;
        }
        Command command = commands.get(name);
        if (command == null) {
            refuse("no command \"" + name + "\"; due one of " + String.join(", ", commands.keySet()));
        } else if (command.arguments.isEmpty() != words.isEmpty() || words.size() > 1) {
            refuse("came \"" + line.strip() + "\", due " + (name + " " + command.arguments).strip());
        } else {
            command.action.perform(words);
        }
        out.flush();
    }

    /** Whether it was told to end. */
    boolean isOver() {
        return isOver;
    }

    /** Tells what has gone wrong since, and what is being watched once it is time. */
    void look() {
        twin.struck().forEach(words -> out.println(MARK + words));
        TrueView view = twin.view();
        if (view.state().seconds() >= nextSeconds) {
            nextSeconds = Math.max(nextSeconds, view.state().seconds()) + everySeconds;
            show(view);
        }
        out.flush();
    }

    private void view() {
        show(twin.view());
    }

    private void show(TrueView view) {
        TrueState now = view.state();
        out.println(Figure.text(
                MARK
                        + "at %.3f s: %.4f T, %.4f A, lattice %.4f K, platform %.4f K, upper well %.4f, coil heat %.3f J%s",
                now.seconds(),
                now.tesla(),
                view.amperes(),
                now.latticeKelvin(),
                now.platformKelvin(),
                now.upperPopulation(),
                view.coilJoule(),
                isPaused ? ", paused" : ""));
        out.println("  levels" + levels(view));
    }

    private static String levels(TrueView view) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < view.populations().size(); k++) {
            double share = view.populations().get(k);
            if (share >= SHOWN_SHARE) {
                text.append(Figure.text("  m=%g: %.4f", view.m(k), share));
            }
        }
        return text.length() == 0 ? "  none: an empty platform" : text.toString();
    }

    private void watch(List<String> words) {
        if (words.get(0).equalsIgnoreCase("off")) {
            everySeconds = Double.POSITIVE_INFINITY;
            nextSeconds = Double.POSITIVE_INFINITY;
            answer("watches no more");
            return;
        }
        try {
            double seconds = Measure.DURATION.read(words.get(0));
            if (!(seconds > 0)) {
                refuse("came watch " + words.get(0) + ", due a time above 0 s");
                return;
            }
            everySeconds = seconds;
            nextSeconds = twin.view().state().seconds();
            answer(Figure.text("watches every %g s", seconds));
        } catch (UnfitValueException e) {
            refuse("came watch " + words.get(0) + " (" + e.reason() + "), due a time, like 10s, or off");
        }
    }

    private void fault(List<String> words) {
        if (words.get(0).contains("@")) {
            refuse("came fault " + words.get(0) + ", due one without @: it happens at once");
            return;
        }
        try {
            for (StagedFault fault : StagedFault.read(words, rig, List.of())) {
                if (fault.name().equals(StagedFault.DISK_FULL)) {
                    refuse(StagedFault.DISK_FULL
                            + " befalls the record of a run, and the simulated rig alone keeps none");
                } else {
                    twin.stage(fault, 0);
                    answer("staged " + fault);
                }
            }
        } catch (UnfitFaultException e) {
            e.problems().forEach(this::refuse);
        }
    }

    private void speed(List<String> words) {
        double wanted;
        try {
            wanted = Double.parseDouble(words.get(0));
        } catch (NumberFormatException e) {
            wanted = Double.NaN;
        }
        if (!(wanted >= 1 && wanted <= FASTEST)) {
            refuse("came speed " + words.get(0) + ", due 1 to 50");
            return;
        }
        speed = wanted;
        if (!isPaused) {
            twin.speed(speed);
        }
        answer(Figure.text("speed %g%s", speed, isPaused ? ", once it is resumed" : ""));
    }

    private void pause() {
        isPaused = true;
        twin.speed(0);
        answer(Figure.text("paused at %.4f s", twin.view().state().seconds()));
    }

    private void resume() {
        isPaused = false;
        twin.speed(speed);
        answer(Figure.text("runs at speed %g", speed));
    }

    private void lines() {
        new TreeMap<>(twin.resources()).forEach((role, resource) -> out.println(role + " -> " + resource));
    }

    private void help() {
        commands.forEach((name, command) -> {
            String call = (name + " " + command.arguments).strip();
            out.println("  " + call + " ".repeat(Math.max(2, 32 - call.length())) + command.effect);
        });
    }

    private void answer(String words) {
        out.println(MARK + words);
    }

    private void refuse(String words) {
        out.println("refused: " + words);
    }
}
