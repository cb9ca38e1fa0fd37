package org.fieldfall.app.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Disk;
import org.fieldfall.app.run.PlannedRun;

/**
 * How long 100 protocols take to be read and planned, each of another start, end and rate, in a process of their own: the first
 * hundred after start-up and, as what a warm machine can do, the fifth.
 *
 * <p>Target: 100 protocols in under 1 s after start-up. Seen on 2 virtual cores that others kept busy (load 15 to 20), OpenJDK 17,
 * two runs: of the processor 1.3 s for the first hundred, which warm the machine up, and 0.5 s for each hundred from the second
 * on; by the wall, which says more about the others, 5.7 to 7.1 s and 1.5 to 3.4 s. Before samples and rigs that several
 * protocols name were read once: 2.4 and 1.0 s of the processor.
 *
 * <p>Run from the folder {@code app} with the classes of the tests:
 *
 * <pre>java -cp target/test-classes:target/classes:CLASSPATH org.fieldfall.app.bench.PlanBenchmark FOLDER</pre>
 */
public final class PlanBenchmark {

    private static final int PROTOCOLS = 100;
    private static final int ROUNDS = 5;

    private PlanBenchmark() {}

    /** @param arguments an empty folder for the protocol files */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var configs = Configs.of(Path.of(".."), Optional.empty());
        var disk = Disk.of(folder);
        var files = write(folder);
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            for (int round = 1; round <= ROUNDS; round++) {
                long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long start = System.nanoTime();
                var plans = PlannedRun.all(
                        configs.experiments(files, Optional.empty(), Optional.empty()), Speed.AUTO, disk);
                double took = (System.nanoTime() - start) / 1e9;
                double worked = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
                long allowed = plans.stream().filter(PlannedRun::isAllowed).count();
                out.printf(
                        Locale.ROOT,
                        "round %d: %d protocols in %.3f s, %.3f s of the processor; %d of them allowed%n",
                        round,
                        files.size(),
                        took,
                        worked,
                        allowed);
            }
        }
    }

    private static List<String> write(Path folder) throws IOException {
        var text = Files.readString(Path.of("..", "config", "protocols", "first-shot.yaml"));
        for (int i = 0; i < PROTOCOLS; i++) {
            var other = text.replace("rig: twin-two-instruments", "rig: twin")
                    .replace("final-field: 0.1 T", String.format(Locale.ROOT, "final-field: %.3f T", 0.05 + 0.005 * i))
                    .replace("rate: 10 T/s", String.format(Locale.ROOT, "rate: %.2f T/s", 5 + 0.05 * i))
                    .replace(
                            "initial-temperature: 4.0 K",
                            String.format(Locale.ROOT, "initial-temperature: %.2f K", 3 + 0.02 * i));
            Files.writeString(folder.resolve("shot-" + i + ".yaml"), other);
        }
        return IntStream.range(0, PROTOCOLS)
                .mapToObj(i -> folder.resolve("shot-" + i + ".yaml").toString())
                .toList();
    }
}
