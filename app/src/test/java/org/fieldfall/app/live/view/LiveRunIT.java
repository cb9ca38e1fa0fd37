package org.fieldfall.app.live.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.guard.FakeDesk;
import org.fieldfall.app.live.Bus;
import org.fieldfall.app.live.BusFollower;
import org.fieldfall.app.live.LiveAddress;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.run.Execution;
import org.fieldfall.app.run.Request;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.RunControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole dry run on the bus, watched by a view of ours and by a client on Debian's libzmq. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveRunIT {

    private static final Path HOME = Path.of("..");
    private static final String PYTHON = "/usr/bin/python3";

    private final List<RunEvent> followed = Collections.synchronizedList(new ArrayList<>());
    private Path folder;
    private ShotSummary summary;
    private LiveView view;
    private BusFollower follower;
    private Optional<LiveAddress> told = Optional.empty();
    private Optional<Path> trace = Optional.empty();
    private int clientsExit;
    private String clientsWords = "";

    @BeforeAll
    void perform(@TempDir Path temp) throws Exception {
        var experiment = Configs.of(HOME, Optional.empty())
                .experiment(
                        Path.of("src", "test", "resources", "protocols", "short-shot.yaml")
                                .toAbsolutePath()
                                .toString(),
                        Optional.empty(),
                        Optional.of("twin"));
        var request = new Request(experiment, 3, Speed.AUTO, temp.resolve("runs"), "test", "a run to watch");
        try (var bus = Bus.open(request.runId(), new FakeDesk(), 0)) {
            var begun = new CompletableFuture<Path>();
            var run = CompletableFuture.supplyAsync(
                    () -> new Execution(request, new RunControl(), observer(bus, begun), InstantSource.system()).run());
            var unused = run.whenComplete((result, failure) -> {
                if (failure != null) {
                    begun.completeExceptionally(failure);
                }
            });
            folder = begun.get(60, TimeUnit.SECONDS);
            told = LiveAddress.of(folder);
            var client = client(bus, temp);
            view = LiveView.of(folder);
            follower = BusFollower.follow(bus.publisher(), bus.router(), event -> {
                view.heard(event);
                followed.add(event);
            });
            summary = run.get(200, TimeUnit.SECONDS).summary();
            Watched.until(Duration.ofSeconds(20), () -> follower.standing() == BusFollower.Standing.ENDED);
            if (client.isPresent()) {
                assertThat(client.get().waitFor(20, TimeUnit.SECONDS)).isTrue();
                clientsExit = client.get().exitValue();
                clientsWords = Files.readString(temp.resolve("client.err"));
            }
        }
        follower.close();
    }

    private static RunObserver observer(Bus bus, CompletableFuture<Path> begun) {
        return new RunObserver() {
            @Override
            public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path itsFolder) {
                bus.began(shots, source, itsFolder);
                begun.complete(itsFolder);
            }

            @Override
            public void heard(RunEvent event) {
                bus.heard(event);
            }
        };
    }

    private Optional<Process> client(Bus bus, Path temp) throws IOException, InterruptedException {
        Process there = new ProcessBuilder(PYTHON, "-c", "import zmq")
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("import.txt").toFile())
                .start();
        if (!there.waitFor(20, TimeUnit.SECONDS) || there.exitValue() != 0) {
            return Optional.empty();
        }
        trace = Optional.of(temp.resolve("trace.csv"));
        Path script = HOME.resolve(Path.of("app", "examples", "follow_run.py"));
        return Optional.of(new ProcessBuilder(PYTHON, script.toString(), bus.publisher(), bus.router())
                .redirectOutput(trace.get().toFile())
                .redirectError(temp.resolve("client.err").toFile())
                .start());
    }

    @Test
    void tellsTheFollowerEveryEventOfTheLog() {
        List<RunEvent> logged = new ArrayList<>();
        LogReader.read(folder.resolve("run.log"), entry -> logged.add(entry.event()));

        assertThat(follower.missed()).isZero();
        assertThat(followed).hasSameSizeAs(logged);
        var told = inOrder(followed);
        var due = inOrder(logged);
        assertThat(told).hasSameSizeAs(due);
        for (int i = 0; i < due.size(); i++) {
            assertThat(told.get(i)).hasSameClassAs(due.get(i));
            assertThat(told.get(i).rigSeconds()).isEqualTo(due.get(i).rigSeconds());
        }
    }

    /** Without what another thread than the sequencer's tells: it may come before an event that is a little older. */
    private static List<RunEvent> inOrder(List<RunEvent> events) {
        return events.stream().filter(event -> !(event instanceof LineTimed)).toList();
    }

    @Test
    void seesTheChangeThatTheAnalysisSees() throws Exception {
        var points = json(view.snapshot()).get("points");

        assertThat(points).hasSize(3);
        for (JsonNode point : points) {
            var due = summary.points().stream()
                    .filter(each ->
                            each.afterRampSeconds() == point.get("after_ramp_s").asDouble())
                    .findFirst()
                    .orElseThrow();
            assertThat(point.get("measured_delta_t_k").asDouble())
                    .as("%s", point)
                    .isCloseTo(due.measured(), within(due.measuredSigma()));
            assertThat(point.get("measured_sigma_k").asDouble())
                    .isBetween(due.measuredSigma() / 3, 3 * due.measuredSigma());
            // The recorded one knows the field by two readbacks and the rest by the drift fit: 5 mK apart at most.
            assertThat(point.get("predicted_delta_t_k").asDouble()).isCloseTo(due.predicted(), within(5e-3));
        }
    }

    @Test
    void takesUpTheHeatThatTheAnalysisFinds() throws Exception {
        var heat = summary.results().orElseThrow().numbers().stream()
                .filter(number -> number.name().equals("heat_60_s_j"))
                .findFirst()
                .orElseThrow();
        var zero = json(view.snapshot()).at("/axis/ramp_end_rig_s").asDouble();
        var points = view.between(Readings.HEAT, zero + 55, zero + 65, 100);

        assertThat(points.size()).isPositive();
        assertThat(points.low()[points.size() / 2])
                .isCloseTo(heat.value(), within(Math.max(3 * heat.sigma(), 0.03 * heat.value())));
    }

    @Test
    void showsTheRunAsItEnded() throws Exception {
        var shown = json(view.snapshot());

        assertThat(shown.get("status").asText()).isEqualTo("success");
        assertThat(shown.get("source").asText()).isEqualTo("simulator");
        assertThat(shown.at("/theory/field").asText()).isEqualTo("all");
        assertThat(shown.at("/limits/is_measured").asBoolean()).isTrue();
        assertThat(shown.get("phases"))
                .hasSize(8)
                .allSatisfy(phase -> assertThat(phase.get("quality").asText()).isEqualTo("good"));
        assertThat(shown.at("/levels/levels")).hasSize(21);
        assertThat(shown.get("words").asText())
                .contains("after the ramp the crystal is")
                .contains("theory says");
        assertThat(view.series())
                .extracting(SeriesHead::id)
                .contains("temperature", "field", "heat", "residual", "bath");
        assertThat(view.curves()).extracting(PredictedCurve::id).contains("temperature", "heat", "field", "population");
        var residual = view.since(Readings.RESIDUAL, 0, 1000);
        assertThat(residual.size()).isGreaterThan(20);
        assertThat(Arrays.stream(residual.low()).map(Math::abs).max().orElse(9)).isLessThan(4);
    }

    @Test
    void showsTheStoredRunAsTheLiveOne() throws Exception {
        try (var stored = StoredView.open(folder)) {
            assertThat(stored.await(Duration.ofSeconds(60))).isTrue();
            var shown = json(stored.snapshot());
            var live = json(view.snapshot());

            assertThat(shown.get("points")).isEqualTo(live.get("points"));
            assertThat(shown.get("status").asText()).isEqualTo("success");
            assertThat(shown.at("/end/verdict").asText()).isEqualTo(summary.verdict());
            assertThat(shown.get("is_loading").asBoolean()).isFalse();
            assertThat(shown.get("lines")).isEqualTo(live.get("lines")).allSatisfy(line -> {
                assertThat(line.get("latency_s").asDouble()).isPositive();
                assertThat(line.get("longest_s").asDouble())
                        .isGreaterThanOrEqualTo(line.get("latency_s").asDouble());
            });
            double zero = shown.at("/axis/zero_rig_s").asDouble();
            for (String series : List.of("temperature", "field")) {
                var of = stored.between(series, zero - 1, zero + 5, 500);
                assertThat(of.size()).as(series).isBetween(20, 500);
                assertThat(of.seconds()).isSorted();
            }
            assertThat(stored.since("temperature", 0, 2000).size()).isBetween(500, 2000);
        }
    }

    @Test
    void isFoundByOthersOfTheSameUserWhileItGoesOn() {
        assertThat(told).isPresent();
        assertThat(LiveAddress.of(folder)).isEmpty();
    }

    @Test
    void letsAClientOnLibzmqRebuildTheTraceWithoutAGap() throws Exception {
        boolean isContinuous = System.getenv("CI") != null;
        assumeTrue(trace.isPresent() || isContinuous, "not installed: python3-zmq");
        assertThat(clientsExit).as(clientsWords).isZero();
        List<ScalarRead> due = followed.stream()
                .filter(ScalarRead.class::isInstance)
                .map(ScalarRead.class::cast)
                .filter(read -> read.channel().equals("sample-temperature"))
                .toList();
        var lines = Files.readAllLines(trace.orElseThrow());

        assertThat(lines).hasSameSizeAs(due);
        for (int i = 0; i < lines.size(); i++) {
            var words = lines.get(i).split(",", -1);
            assertThat(Long.parseLong(words[0])).isEqualTo(i);
            assertThat(Double.parseDouble(words[1])).isEqualTo(due.get(i).rigSeconds());
            assertThat(Double.parseDouble(words[2])).isEqualTo(due.get(i).value());
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    /** Bounded waits on a condition that another thread brings about. */
    private static final class Watched {

        static void until(Duration most, BooleanSupplier condition) {
            long end = System.nanoTime() + most.toNanos();
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).as("within %s", most).isLessThan(end);
                LockSupport.parkNanos(5_000_000);
            }
        }
    }
}
