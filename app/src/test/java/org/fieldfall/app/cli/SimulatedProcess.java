package org.fieldfall.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code fieldfall simulate} in a process of its own, with the rig file it wrote. */
final class SimulatedProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final Path rigFile;

    private SimulatedProcess(Process process, Path output, Path rigFile) {
        this.process = process;
        this.output = output;
        this.rigFile = rigFile;
    }

    static SimulatedProcess start(Path folder, String... options) throws IOException, InterruptedException {
        var rigFile = folder.resolve("simulated-rig.yaml");
        var output = folder.resolve("simulate.txt");
        // Whoever runs this build in the background has SIGINT ignored, and Java would leave it so.
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Fieldfall.class.getName(),
                "simulate",
                "--write-rig",
                rigFile.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var started = new SimulatedProcess(process, output, rigFile);
        started.awaitRigFile();
        return started;
    }

    /** The process ends early if it cannot start; else it writes the file in one step. */
    private void awaitRigFile() throws IOException, InterruptedException {
        var end = System.nanoTime() + TO_START.toNanos();
        while (!Files.exists(rigFile)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new AssertionError("fieldfall simulate wrote no rig file but: " + output());
            }
        }
    }

    Path rigFile() {
        return rigFile;
    }

    /** The line of a role, as it printed it. */
    String resource(String role) throws IOException {
        var start = role + " -> ";
        return output().lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    void type(String... lines) throws IOException {
        var input = process.getOutputStream();
        input.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
        input.flush();
    }

    void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    void awaitOutput(String words) throws IOException, InterruptedException {
        var end = System.nanoTime() + TO_START.toNanos();
        while (!output().contains(words)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new AssertionError("fieldfall simulate did not say \"" + words + "\" but: " + output());
            }
        }
    }

    /** Asks it to end, as Ctrl-C does. */
    int stopped() throws InterruptedException, IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor(5, TimeUnit.SECONDS);
        return ended();
    }

    /** Waits for its end. */
    int ended() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("fieldfall simulate did not end within 20 s of being told to");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
