package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.review.Moment;
import org.fieldfall.app.review.Timeline;
import org.fieldfall.app.rig.LooseRig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;
import org.fieldfall.simulator.wire.SerialLine;
import org.fieldfall.simulator.wire.SocketLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugs are pulled in the middle of a run, as on any rig, and put back: found soon, told by name, good again. */
@Timeout(120)
class LostLineIT {

    private static final double FOUND_WITHIN_SECONDS = 2;
    private static final double REPLY_DEADLINE_SECONDS = 2;
    /** How often a run that settles reads the thermometer, and what this process may be late by. */
    private static final double POLL_SECONDS = 2 + 0.5;

    private static final long SEED = 4;

    @TempDir
    private Path folder;

    private final Configs configs = Configs.of(ShortShot.HOME, Optional.empty());
    private final BlockingQueue<RunEvent> heard = new LinkedBlockingQueue<>();

    @Test
    void aRunFindsLinesThatAreLostOrSilentAndUsesThemAgain() throws Exception {
        var stop = new RunControl();
        try (var rig = LooseRig.start(folder, SEED)) {
            var run = CompletableFuture.supplyAsync(() -> perform(rig.file(), stop));
            await(
                    event -> event instanceof PhaseStarted started
                            && started.phase().equals("settle"),
                    60);
            // Its entry test asks the supply; once the crystal is read, settling is under way.
            await(event -> event instanceof ScalarRead read && read.channel().equals("sample-temperature"), 10);

            rig.unplug("field-supply");
            var supply = await(LineState.LOST, "supply (ASRL", FOUND_WITHIN_SECONDS);
            rig.unplug("field-monitor");
            var monitor = await(LineState.LOST, "monitor (TCPIP0", FOUND_WITHIN_SECONDS);
            rig.plug("field-supply");
            rig.plug("field-monitor");
            await(LineState.BACK, "monitor (", 10);
            rig.silence("sample-thermometer", true);
            var silence = await(LineState.SILENT, "meter (TCPIP0", REPLY_DEADLINE_SECONDS + POLL_SECONDS);
            rig.silence("sample-thermometer", false);
            await(LineState.ANSWERING, "meter (", 10);
            stop.stop("test");

            var done = run.get(60, TimeUnit.SECONDS);
            assertThat(done.end().status()).as(done.summary().why()).isEqualTo(RunEnd.Status.ABORTED);
            assertThat(done.end().isSafe()).as(done.summary().why()).isTrue();
            assertThat(supply.why()).contains("unplugged");
            assertThat(monitor.why()).contains("reset");
            assertThat(silence.why()).contains("asked \"READ?\"", "nothing for", "expected a reading");
            assertRecorded(new ShortShot.Left(Path.of(done.summary().runFolder())).log());
            assertSummedUp(done.summary().lineTiming());
            assertTold(Timeline.of(Path.of(done.summary().runFolder())));
        }
    }

    private static void assertRecorded(ShortShot.Log log) {
        assertThat(log.all(SafeStateStep.class)).isNotEmpty().allMatch(SafeStateStep::isSafe);
        assertThat(log.all(LineChanged.class))
                .extracting(change -> word(change.line()) + " " + change.state())
                .containsExactlyInAnyOrder(
                        "supply LOST",
                        "monitor LOST",
                        "supply BACK",
                        "monitor BACK",
                        "meter SILENT",
                        "meter ANSWERING");
    }

    private static void assertSummedUp(List<LineTiming> lines) {
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.exchanges()).isPositive();
            assertThat(line.medianSeconds()).isPositive();
            assertThat(line.longestSeconds()).isGreaterThanOrEqualTo(line.medianSeconds());
        });
        assertThat(lines)
                .anySatisfy(line -> {
                    assertThat(line.instrument()).isEqualTo("meter");
                    assertThat(line.timeOuts()).isPositive();
                })
                .anySatisfy(line -> {
                    assertThat(line.instrument()).isEqualTo("supply");
                    assertThat(line.reconnects()).isEqualTo(1);
                });
    }

    /** Whoever reads the timeline afterwards need not look into the log. */
    private static void assertTold(Timeline timeline) {
        assertThat(timeline.moments()).extracting(Moment::text).allMatch(text -> !text.isBlank());
        assertThat(timeline.troubles())
                .extracting(Moment::text)
                .anyMatch(text -> text.startsWith("line of supply (ASRL") && text.contains("was lost: "))
                .anyMatch(text -> text.startsWith("line of supply (ASRL") && text.contains("came back"))
                .anyMatch(text -> text.startsWith("line of meter (TCPIP0") && text.contains("fell silent: asked"))
                .anyMatch(text -> text.startsWith("line of meter (TCPIP0") && text.contains("answers again"))
                .anyMatch(text -> text.equals("STOP was asked for by test"))
                .anyMatch(text -> text.startsWith("settle FAILED after ") && text.endsWith("STOP by test"))
                .anyMatch(text -> text.startsWith("the run ended, aborted: STOP by test"));
        assertThat(timeline.moments())
                .extracting(Moment::text)
                .anyMatch(text -> text.startsWith("prepare done after ") && text.contains(" of at most "))
                .anyMatch(text -> text.startsWith("field supply: output off -> output is off"))
                .anyMatch(text -> text.startsWith("every instrument was seen safe: field supply"));
    }

    private Execution.Result perform(Path rig, RunControl stop) {
        var experiment = configs.experiment(ShortShot.HASTY.toString(), Optional.empty(), Optional.of(rig.toString()));
        var request = new Request(experiment, SEED, Speed.AUTO, folder.resolve("runs"), "test", "pulled plugs");
        ShortShot.Ear ear = heard::add;
        return new Execution(request, stop, ear, InstantSource.system()).run();
    }

    private LineChanged await(LineState state, String line, double withinSeconds) throws InterruptedException {
        return (LineChanged) await(
                event -> event instanceof LineChanged changed
                        && changed.state() == state
                        && changed.line().startsWith(line),
                withinSeconds);
    }

    private RunEvent await(Predicate<RunEvent> wanted, double withinSeconds) throws InterruptedException {
        long due = System.nanoTime() + (long) (withinSeconds * 1e9);
        while (true) {
            var event = heard.poll(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertThat(event)
                    .as("what was waited for, within %s s", withinSeconds)
                    .isNotNull();
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    private static String word(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    @Test
    void anotherInstrumentOfTheSameModelIsRefusedAndTheFirstOneIsWelcomeAgain() throws Exception {
        var box = PlainBox.named(meter("MY00001"));
        var news = new LinkedBlockingQueue<String>();
        try (var supply = SerialLine.open(
                        PlainBox.named("KEPCO,BIT 4886 20-20  01-02-2020,A00001,4.01-1.80"),
                        new SerialLine.Wiring(253, 0, false),
                        Optional.empty());
                var line = SocketLine.open(box, 253);
                var rig = open(supply.resource(), line.resource())) {
            rig.listen((who, state, why) -> news.add(word(who) + " " + state + " " + why));

            line.unplug();
            box.becomes(meter("MY00002"));
            line.plug();

            assertThat(next(news)).startsWith("meter LOST");
            assertThat(next(news))
                    .startsWith("meter REFUSED opened again, it is Keysight Technologies 34465A no. MY00002")
                    .contains("expected the one that was there before, Keysight Technologies 34465A no. MY00001");

            box.becomes(meter("MY00001"));

            assertThat(next(news)).startsWith("meter BACK");
            assertThat(rig.thermometer().identify(Duration.ofSeconds(5)).serial())
                    .isEqualTo("MY00001");
        }
    }

    private OpenRig open(String supply, String meter) throws IOException {
        var file = Files.writeString(folder.resolve("rig.yaml"), ShortShot.realRig(List.of(supply, meter)));
        var rig = configs.rig(file.toString());
        return OpenRig.of(
                rig,
                configs.sample("mn12ac-experiment"),
                OpenRig.calibration(rig).curve(),
                SEED,
                Speed.AUTO);
    }

    private static String next(BlockingQueue<String> news) throws InterruptedException {
        var next = news.poll(15, TimeUnit.SECONDS);
        assertThat(next).as("news of a line").isNotNull();
        return next;
    }

    private static String meter(String serial) {
        return "Keysight Technologies,34465A," + serial + ",A.03.01-03.15-03.01-00.52-05-02";
    }
}
