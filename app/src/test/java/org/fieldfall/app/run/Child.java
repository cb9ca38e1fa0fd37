package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** fieldfall as a process of its own, as a person starts it. */
final class Child implements AutoCloseable {

    static final int OPERATOR = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param folder takes what it prints */
    static Child fieldfall(Path folder, String... arguments) throws IOException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        // Whoever runs this build in the background has SIGINT ignored, and Java would leave it so.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Djava.awt.headless=true"));
        command.add("-Dfieldfall.home=" + ShortShot.HOME.toAbsolutePath().normalize());
        command.add("org.fieldfall.app.cli.Fieldfall");
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Child(process, out, err);
    }

    /** A dry run of one of the tests' protocols. */
    static Child dryRun(Path protocol, Path folder, long seed) throws IOException {
        return fieldfall(
                folder,
                "dry-run",
                protocol.toString(),
                "--json",
                "--seed",
                Long.toString(seed),
                "--runs",
                folder.resolve("runs").toString());
    }

    /** Waits until it has said something about its progress. */
    void awaitSaid(String words) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!err().contains(words)) {
            assertThat(pass(5)).as("\"%s\" in %s", words, err()).isTrue();
            assertThat(System.nanoTime())
                    .as("\"%s\" in time in %s", words, err())
                    .isLessThan(until);
        }
    }

    /** Lets it run on; false if it ended meanwhile. */
    boolean pass(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** @param name as in {@code INT} or {@code KILL} */
    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    int exitCode() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(err())
                .isTrue();
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
