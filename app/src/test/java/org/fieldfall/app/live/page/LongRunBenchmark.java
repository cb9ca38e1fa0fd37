package org.fieldfall.app.live.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.fieldfall.app.live.QuietAlarm;
import org.fieldfall.app.store.LogFollower;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.Pyramid;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RunEvent;

/**
 * How soon a very long run is to be seen on a page that is open, by hand: {@code java … LongRunBenchmark RUN-FOLDER [readings]}.
 * The record of a finished dry run is written once more with its relaxation drawn out to so many readings of the sample
 * thermometer (a hundred million if left out), then opened from the list that {@code serve} has shown for five seconds, in a real
 * Chromium, some times, each time by a server that has not seen it before.
 */
final class LongRunBenchmark {

    private static final String THERMOMETER = "sample-temperature";
    private static final String LONG_RUN = "00000000-0000-4000-8000-000000000001";
    private static final int TIMES = 3;
    private static final Duration TO_RUN = Duration.ofSeconds(5);
    private static final int BLOCK = 5000;
    private static final int MOST_UNWRITTEN = 500;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OPEN = """
            (() => {
              const began = performance.now(), row = document.querySelector('[data-run="RUN"] button');
              window.seen = 0;
              const look = () => {
                const s = fieldfall.feed?.series.get('temperature');
                if (s?.n > 100 && s.t[s.n - 1] - s.t[0] > SECONDS && fieldfall.charts.frames > 0) {
                  window.drawn ??= fieldfall.charts.frames;
                  if (fieldfall.charts.frames > window.drawn) window.seen = performance.now() - began;
                }
                if (!window.seen) requestAnimationFrame(look);
              };
              row.click();
              look();
              return true;
            })()""";

    private LongRunBenchmark() {}

    public static void main(String... arguments) throws Exception {
        long readings = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000_000L;
        Path root = Files.createTempDirectory("long-run");
        Path day = root.resolve("2026").resolve("01").resolve("01");
        Path folder = day.resolve("0002_long");
        copy(Path.of(arguments[0]), day.resolve("0001_as-it-was"), "run.log");
        double seconds = drawOut(Path.of(arguments[0]), folder, readings);
        long begin = System.nanoTime();
        Pyramid.build(RunFolder.at(folder));
        System.out.printf(
                Locale.ROOT,
                "%d readings, %.0f s of rig time; log %.0f MB; pyramid in %.1f s%n",
                readings,
                seconds,
                Files.size(folder.resolve("run.log")) / 1e6,
                (System.nanoTime() - begin) / 1e9);
        for (int i = 0; i < TIMES; i++) {
            open(root, seconds);
        }
    }

    private static void copy(Path from, Path to, String... more) throws IOException {
        Files.createDirectories(to);
        for (String name : Stream.concat(Stream.of("manifest.json", "summary.json"), Stream.of(more))
                .toList()) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    /** @return how long the drawn-out relaxation lasts */
    private static double drawOut(Path from, Path to, long readings) throws IOException {
        copy(from, to);
        Path told = to.resolve("manifest.json");
        String id = Manifest.read(told).run().id().toString();
        Files.writeString(told, Files.readString(told).replace(id, LONG_RUN));
        List<RunEvent> events = new ArrayList<>();
        try (LogFollower log = LogFollower.of(from.resolve("run.log"))) {
            log.poll(entry -> events.add(entry.event()));
        }
        int last = -1;
        for (int i = 0; i < events.size(); i++) {
            last = events.get(i) instanceof BlockTaken taken && taken.channel().equals(THERMOMETER) ? i : last;
        }
        BlockTaken end = (BlockTaken) events.get(last);
        double dt = end.block().intervalSeconds();
        double[] raw = end.block().raw();
        double[] again = new double[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            again[i] = raw[i % raw.length];
        }
        Manifest manifest = Manifest.read(to.resolve("manifest.json"));
        try (LogWriter log =
                LogWriter.open(to.resolve("run.log"), manifest.run().id(), InstantSource.system(), new QuietAlarm())) {
            for (RunEvent event : events.subList(0, last + 1)) {
                heard(log, event);
            }
            long first = end.block().firstIndex() + raw.length;
            for (long done = 0; done < readings; done += BLOCK) {
                heard(
                        log,
                        new BlockTaken(
                                end.rigSeconds() + (done + BLOCK) * dt,
                                THERMOMETER,
                                end.acquisition(),
                                new SampleBlock(first + done, dt, again),
                                end.rawUnit()));
            }
            for (RunEvent event : events.subList(last + 1, events.size())) {
                heard(log, event);
            }
        }
        return readings * dt;
    }

    private static void heard(LogWriter log, RunEvent event) {
        while (log.recorded() - log.acknowledged() > MOST_UNWRITTEN) {
            LockSupport.parkNanos(100_000);
        }
        log.heard(event);
    }

    private static void open(Path root, double seconds) throws Exception {
        long begin = System.nanoTime();
        Process serve = CrowdBenchmark.fieldfall("serve", "--port=0", "--runs=" + root)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Browser browser = Browser.start();
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(serve.getErrorStream(), StandardCharsets.UTF_8))) {
            Browser.Page page = browser.page(1400, 900, false);
            Matcher link = CrowdBenchmark.link(said);
            page.open("http://" + link.group(1) + "/#token=" + link.group(2));
            page.until("document.querySelector('#list tbody tr button')", SOON);
            double listed = (System.nanoTime() - begin) / 1e9;
            Thread.sleep(TO_RUN.toMillis());
            page.value(OPEN.replace("RUN", LONG_RUN).replace("SECONDS", Double.toString(0.9 * seconds)));
            page.until("window.seen > 0", SOON);
            System.out.printf(
                    Locale.ROOT,
                    "server and browser start to list %.2f s; click to picture of the whole run %.0f ms",
                    listed,
                    page.value("window.seen").asDouble());
            page.until("fieldfall.feed.snapshot.is_loading === false", Duration.ofMinutes(10));
            System.out.printf(
                    Locale.ROOT, "; log gone through %.1f s after the start%n", (System.nanoTime() - begin) / 1e9);
        } finally {
            serve.destroy();
            if (!serve.waitFor(10, TimeUnit.SECONDS)) {
                serve.destroyForcibly();
            }
        }
    }
}
