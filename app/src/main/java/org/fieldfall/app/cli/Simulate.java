package org.fieldfall.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.RigText;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.SimulatedRig;
import org.fieldfall.app.rig.StagedFault;
import org.fieldfall.protocols.sequence.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The simulated rig alone. */
@Command(
        name = "simulate",
        description =
                "Run the simulated rig alone, until stopped (Ctrl-C), and print the resource of each role's line.",
        footer = {
            "",
            "'fieldfall run PROTOCOL --rig FILE' in another process works with the file --write-rig made. It",
            "counts time by the wall clock, as on any rig, while the simulated world runs at --speed: at any",
            "speed but 1 ramps, dwells and drifts are that much faster than the run believes.",
            "The one phase that a --fault can count from is 'start', when the simulated rig begins.",
            "",
            "While it runs it takes commands, a line each: view, watch 10s, fault NAME[/ROLE][:DURATION],",
            "speed N, pause, resume, lines, help, quit. Without an input to read from it stays up all the same."
        })
final class Simulate implements Action {

    private static final double FASTEST = 50;
    private static final long LOOK_MILLIS = 100;

    private final Desk desk;

    @Mixin
    private RigOptions options = new RigOptions();

    @Option(names = "--speed", paramLabel = "N", description = "World seconds a second, 1 to 50 (1).")
    private double speed = 1;

    @Option(
            names = "--write-rig",
            paramLabel = "FILE",
            description = "Write the rig file with the lines' resources, for other processes.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private FaultOption faults = new FaultOption();

    Simulate(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() throws IOException, InterruptedException {
        if (!(speed >= 1 && speed <= FASTEST)) {
            throw new UsageException("simulate: --speed is 1 to 50, not " + speed);
        }
        RigConfig rig = options.rig(desk.configs());
        if (!rig.isSimulated()) {
            throw new UsageException("simulate: the instruments of rig " + rig.name() + " are not simulated");
        }
        List<StagedFault> staged = faults.read(rig, List.of());
        refuseDisk(staged);
        Optional<RigFile> target = file.map(RigFile::at);
        CountDownLatch stopped = new CountDownLatch(1);
        StopSignals.press(new RunControl(), words -> stopped.countDown());
        try (SimulatedRig twin = SimulatedRig.start(
                rig, options.sample(desk.configs()), OpenRig.calibration(rig).curve(), options.seed(), staged)) {
            twin.speed(speed);
            OpenRig.leftOutOfTheTwin(rig, options.sample(desk.configs()))
                    .forEach(missing -> desk.out().println("the simulated crystal has no " + missing));
            staged.forEach(fault -> desk.out().println("SIMULATOR staged " + fault));
            announce(rig, twin, target);
            attend(new SimulatorConsole(rig, twin, speed, desk.out()), stopped);
        }
        desk.out().println("SIMULATOR stopped");
        desk.out().flush();
        return ExitCode.SUCCESS;
    }

    private static void refuseDisk(List<StagedFault> faults) {
        if (faults.stream().anyMatch(fault -> fault.name().equals(StagedFault.DISK_FULL))) {
            throw new UsageException("simulate: " + StagedFault.DISK_FULL
                    + " befalls the record of a run, and the simulated rig alone keeps none");
        }
    }

    private static void attend(SimulatorConsole console, CountDownLatch stopped) throws InterruptedException {
        TypedLines typed = TypedLines.standard();
        while (!console.isOver() && !stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            typed.arrived().forEach(console::hear);
            console.look();
        }
    }

    private void announce(RigConfig rig, SimulatedRig twin, Optional<RigFile> target) throws IOException {
        new TreeMap<>(twin.resources()).forEach((role, resource) -> desk.out().println(role + " -> " + resource));
        if (target.isPresent()) {
            target.get().write(RigText.on(rig, twin.resourcesByInstrument()));
            desk.out().println("rig file: " + file.orElseThrow());
        }
        desk.out().println("SIMULATOR running, Ctrl-C or quit ends it; help tells what else it takes");
        desk.out().flush();
    }

    /** Where a rig file shall be written, in a folder that was there when it was asked for. */
    private record RigFile(Path whole) {

        static RigFile at(Path target) {
            Path whole = target.toAbsolutePath();
            Path folder = whole.getParent();
            if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(whole)) {
                throw new UsageException(
                        "simulate: --write-rig cannot write " + target + ": due is a file in a folder that is there");
            }
            return new RigFile(whole);
        }

        /** In one step, so that whoever waits for the file finds all of it. */
        void write(String text) throws IOException {
            Path part = Files.createTempFile(whole.getParent(), "rig", ".part");
            Files.writeString(part, text, UTF_8);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
