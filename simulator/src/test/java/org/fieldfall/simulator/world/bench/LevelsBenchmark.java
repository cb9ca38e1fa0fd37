package org.fieldfall.simulator.world.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.theory.level.StevensTerm;
import org.fieldfall.simulator.world.Coil;
import org.fieldfall.simulator.world.Crystal;
import org.fieldfall.simulator.world.LevelCrystal;
import org.fieldfall.simulator.world.LevelList;
import org.fieldfall.simulator.world.Platform;
import org.fieldfall.simulator.world.Sensor;
import org.fieldfall.simulator.world.SensorCurve;
import org.fieldfall.simulator.world.Specimen;
import org.fieldfall.simulator.world.Supply;
import org.fieldfall.simulator.world.Surroundings;
import org.fieldfall.simulator.world.World;

/**
 * How many seconds of the world one core does in a second, for each form of the crystal: at rest with the field on and
 * while the crystal relaxes after a sweep (both between sweeps, steps of 10 ms), and in the sweep itself. Plain Java, warm
 * by the rounds before; the thread's own time counts, so that others on the machine change little; each figure is the best
 * of the last five of eight rounds.
 *
 * <p>Target (design.md §12): 1000 between sweeps. Seen on 2 quiet virtual cores, OpenJDK 17, at rest, relaxing and in the
 * sweep: two wells 2699, 3064, 27; levels 3800, 4663, 13; levels with dipolar field and fast species 1803, 2718, 7.5.
 */
public final class LevelsBenchmark {

    private static final Coil COIL = new Coil(0.05, 0.15, 0.1, 0.5e-3);
    private static final double MOLES = 1.942e-6;

    private LevelsBenchmark() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Specimen wells = new Crystal(new Crystal.Spin(10, -0.548, 1.173e-3, 1.94, 61.5, 2.1e-7), 38, 1, MOLES);
        measure("two wells", wells, out);
        measure("levels", levels(0, Optional.empty()), out);
        measure(
                "levels with dipolar field and fast species",
                levels(0.03, Optional.of(new LevelCrystal.FastSpecies(0.06, 23, 2.1e-7))),
                out);
    }

    private static LevelCrystal levels(double dipolarTesla, Optional<LevelCrystal.FastSpecies> fast) {
        StevensTerm b44 = new StevensTerm(4, 4, 3e-5 * 1.438776877);
        return new LevelCrystal(
                new LevelCrystal.Spin(10, -0.548, 1.173e-3, 1.94, List.of(b44)),
                new LevelCrystal.Phonons(2000, 1830, 1.21),
                new LevelCrystal.Tunnelling(0.03, 0.02),
                dipolarTesla,
                fast,
                38,
                1,
                MOLES);
    }

    private static void measure(String name, Specimen specimen, PrintStream out) {
        double rest = 0;
        double relaxing = 0;
        double sweep = 0;
        for (int round = 0; round < 8; round++) {
            World world = world(specimen);
            ramp(world, 0, 10, 200, 0.01);
            world.advanceTo(10);
            double held = rate(world, 400);
            ramp(world, 10, 1, 180, 0.0005);
            double swept = rate(world, 0.09);
            world.advanceTo(world.seconds() + 3);
            double relaxed = rate(world, 400);
            if (round >= 3) {
                rest = Math.max(rest, held);
                relaxing = Math.max(relaxing, relaxed);
                sweep = Math.max(sweep, swept);
            }
        }
        out.printf("%-44s at rest %7.0f, relaxing %7.0f, in the sweep %5.1f%n", name, rest, relaxing, sweep);
    }

    private static World world(Specimen specimen) {
        SensorCurve curve = new SensorCurve(new double[] {14_000, 3_500, 700}, new double[] {1, 4, 20}, 0, 0);
        Sensor sensor = new Sensor(curve, new Sensor.Excitation(0.45e-6, 0, 0, 0, 0), 1.5e-3, 0, 4);
        Surroundings still = Surroundings.still(new Platform(4, 0.14e-6, 1e-6));
        return new World(COIL, new Supply(COIL, 0.8e-3), specimen, still, 0.01, 1e-9, sensor);
    }

    private static void ramp(World world, double from, double to, int steps, double dwell) {
        double[] levels = new double[steps];
        double[] dwells = new double[steps];
        for (int i = 0; i < steps; i++) {
            levels[i] = from + (to - from) * (i + 1) / steps;
            dwells[i] = dwell;
        }
        world.act(() -> {
            world.supply().compliance(10);
            world.supply().regulateCurrent(true);
            world.supply().output(true);
            world.supply().runList(LevelList.of(levels, dwells, 1), world.tick());
        });
    }

    private static double rate(World world, double seconds) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long from = thread.getCurrentThreadCpuTime();
        world.advanceTo(world.seconds() + seconds);
        return seconds / ((thread.getCurrentThreadCpuTime() - from) * 1e-9);
    }
}
