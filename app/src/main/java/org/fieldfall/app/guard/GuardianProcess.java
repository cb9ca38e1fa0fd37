package org.fieldfall.app.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fieldfall.app.store.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guardian as its run sees it: a process in a session of its own, so that a Ctrl-C at the terminal does not reach it.
 * Used by one thread at a time.
 */
final class GuardianProcess {

    private static final Logger LOG = LoggerFactory.getLogger(GuardianProcess.class);

    /** By name: the command line knows this room, not the other way round. */
    private static final String MAIN = "org.fieldfall.app.cli.Fieldfall";

    private static final String COMMAND = "guardian";

    /** Java starts within a few seconds on a loaded machine. */
    private static final Duration TO_ARM = Duration.ofSeconds(30);

    private static final Duration TO_LEAVE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);
    private static final List<String> NOT_TWICE =
            List.of("-agentlib", "-agentpath", "-javaagent", "-Xrunjdwp", "-Xdebug", "-Xms", "-Xlog");

    private final Process process;
    private final OutputStream orders;
    private final CountDownLatch armed = new CountDownLatch(1);
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean isArmed;

    private GuardianProcess(Process process) {
        this.process = process;
        this.orders = process.getOutputStream();
        var thread = new Thread(this::listen, "guardian's answers");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Starts one and waits until it is armed.
     *
     * @param log takes what its Java has to say
     * @throws GuardException if it did not come to be armed in time
     */
    static GuardianProcess start(GuardianOrders orders, Path leases, Path log) {
        try {
            var builder = new ProcessBuilder(command(leases)).redirectError(Redirect.appendTo(log.toFile()));
            var guardian = new GuardianProcess(builder.start());
            guardian.arm(orders, log);
            return guardian;
        } catch (IOException failed) {
            throw new GuardException("no guardian could be started: " + failed, failed);
        }
    }

    private static List<String> command(Path leases) {
        List<String> command = new ArrayList<>();
        setsid().ifPresentOrElse(
                        program -> command.add(program.toString()),
                        () -> LOG.warn(
                                "there is no setsid (util-linux): a Ctrl-C at the terminal ends the guardian, too"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> NOT_TWICE.stream().noneMatch(flag::startsWith))
                .forEach(command::add);
        command.add("-D" + Leases.PROPERTY + "=" + leases.toAbsolutePath());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, COMMAND));
        return command;
    }

    private static Optional<Path> setsid() {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private void arm(GuardianOrders what, Path log) {
        if (!isSaid(Json.line(what)) || !isArmedInTime()) {
            process.destroyForcibly();
            throw new GuardException("the guardian (pid " + process.pid() + ") was not armed, due within "
                    + TO_ARM.toSeconds() + " s; " + log + " may tell why");
        }
    }

    private boolean isArmedInTime() {
        try {
            return armed.await(TO_ARM.toMillis(), TimeUnit.MILLISECONDS) && isArmed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastNanos = System.nanoTime();
                if (line.equals(GuardianOrders.ARMED)) {
                    isArmed = true;
                    armed.countDown();
                }
            }
        } catch (IOException broken) {
            LOG.debug("the guardian's pipe broke: {}", broken.toString());
        }
        armed.countDown();
    }

    long pid() {
        return process.pid();
    }

    private synchronized boolean isSaid(String words) {
        try {
            orders.write((words + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    /** Says that the run is alive; answers what is wrong with the guardian, if anything is. */
    Optional<String> beat() {
        if (!process.isAlive() || !isSaid(GuardianOrders.BEAT)) {
            return Optional.of("its process ended" + (process.isAlive() ? "" : " with code " + process.exitValue()));
        }
        long silent = System.nanoTime() - lastNanos;
        return silent > LONGEST_SILENCE.toNanos()
                ? Optional.of("it has not answered for " + silent / 1_000_000 + " ms")
                : Optional.empty();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Says the last word and waits until it has left. */
    void leave(String words) {
        try {
            isSaid(words);
            orders.close();
            if (!words.equals(GuardianOrders.ABANDONED)
                    && !process.waitFor(TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            LOG.debug("the guardian was gone before the farewell: {}", gone.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
