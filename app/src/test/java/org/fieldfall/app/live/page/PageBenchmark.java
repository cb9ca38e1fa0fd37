package org.fieldfall.app.live.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import org.fieldfall.app.config.PageConfig;
import org.jspecify.annotations.Nullable;

/**
 * How fast the page is, by hand: {@code java … PageBenchmark [readings a second]}. A made-up run of four series in batches of 5 ms,
 * a real Chromium; then the same with twenty more viewers, one of which reads nothing. {@code PageBenchmark run [speed]} watches a
 * dry run of {@code page-shot.yaml} instead, which goes on with its simulator on the same processors.
 */
final class PageBenchmark {

    private static final String RUN = "00000000-0000-4000-8000-000000000000";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int SECONDS = 10;
    private static final String WATCH = """
            (() => {
              const charts = fieldfall.charts, feed = fieldfall.feed, frame = charts.frame.bind(charts);
              window.late = [];
              window.spent = [];
              charts.frame = (...all) => {
                const began = performance.now();
                frame(...all);
                window.spent.push(performance.now() - began);
                const s = feed.series.get('temperature');
                const now = performance.timeOrigin + performance.now();
                if (s?.n) window.late.push(now - window.began - 1000 * s.t[s.n - 1]);
              };
              window.from = [charts.frames, feed.frames, performance.now()];
              return true;
            })()""";
    private static final String TELL = """
            (() => {
              const passed = (performance.now() - window.from[2]) / 1000;
              const sorted = window.late.sort((a, b) => a - b);
              const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1);
              return `${((fieldfall.charts.frames - window.from[0]) / passed).toFixed(1)} frames/s drawn, `
                + `${((fieldfall.feed.frames - window.from[1]) / passed).toFixed(1)} batches/s received; reading to canvas `
                + `(${(window.spent.reduce((a, b) => a + b, 0) / window.spent.length).toFixed(1)} ms to draw) p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
            })()""";

    private static final Duration A_RUN = Duration.ofMinutes(3);
    private static final String TELL_FRAMES = """
            (() => {
              const passed = (performance.now() - window.from[2]) / 1000;
              return `${((fieldfall.charts.frames - window.from[0]) / passed).toFixed(1)} frames/s drawn, `
                + `${((fieldfall.feed.frames - window.from[1]) / passed).toFixed(1)} batches/s received, `
                + `${fieldfall.feed.series.get('temperature')?.n} readings there`;
            })()""";

    private PageBenchmark() {}

    public static void main(String... arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            watchARun(arguments.length > 1 ? arguments[1] : "1");
        } else {
            watchAMadeUpOne(arguments);
        }
    }

    private static void watchARun(String speed) throws Exception {
        Path folder = Files.createTempDirectory("watched");
        Process process = CrowdBenchmark.fieldfall(
                        "dry-run",
                        Path.of("src", "test", "resources", "protocols", "page-shot.yaml")
                                .toAbsolutePath()
                                .toString(),
                        "--seed=7",
                        "--speed=" + speed,
                        "--live",
                        "--runs=" + folder)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Browser browser = Browser.start();
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            Matcher link = CrowdBenchmark.link(said);
            CrowdBenchmark.drain(said);
            Browser.Page page = browser.page(1400, 900, false);
            page.open("http://" + link.group(1) + "/#token=" + link.group(2));
            page.until("fieldfall?.feed?.snapshot?.phase?.includes('relax')", A_RUN);
            for (int i = 0; i < 2; i++) {
                measureFrames(page, "run at speed " + speed + " in relax, whole run");
            }
            page.value("fieldfall.charts.setView('last')");
            for (int i = 0; i < 2; i++) {
                measureFrames(page, "run at speed " + speed + " in relax, last 10 s");
            }
        } finally {
            process.destroy();
            if (!process.waitFor(A_RUN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Of a run whose clock is not that of the wall: frames alone. */
    private static void measureFrames(Browser.Page page, String what) throws InterruptedException {
        page.value("window.from = [fieldfall.charts.frames, fieldfall.feed.frames, performance.now()]");
        Thread.sleep(SECONDS * 500L);
        System.out.println(what + ": " + page.value(TELL_FRAMES).asText());
    }

    private static void watchAMadeUpOne(String... arguments) throws Exception {
        double perSecond = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10_000;
        FakeRuns runs = new FakeRuns();
        runs.own = RUN;
        try (Browser browser = Browser.start()) {
            Browser.Page page = browser.page(1400, 900, false);
            page.open("about:blank");
            long begin = System.nanoTime();
            long wall = System.currentTimeMillis();
            runs.views.put(RUN, new SyntheticRun(() -> (System.nanoTime() - begin) / 1e9, perSecond, 0.005));
            try (PageServer server =
                    PageServer.open(PageConfig.loopback(0), runs, new NoStarter(), new FakeNumbers())) {
                page.open(server.viewerLink());
                page.until(
                        "window.fieldfall?.charts?.frames > 0 && fieldfall.feed.series.get('temperature')?.n > 0",
                        SOON);
                System.out.printf(
                        Locale.ROOT, "server start to first picture: %.2f s%n", (System.nanoTime() - begin) / 1e9);
                measure(page, wall, perSecond + " readings/s of 4 series, whole run");
                page.value("fieldfall.charts.setView('last')");
                measure(page, wall, perSecond + " readings/s, last 10 s");
                crowd(server, page, wall);
            }
        }
    }

    private static void measure(Browser.Page page, long wall, String what) throws InterruptedException {
        page.value("window.began = " + wall + ";" + WATCH);
        Thread.sleep(SECONDS * 1000L);
        System.out.printf(Locale.ROOT, "%s: %s%n", what, page.value(TELL).asText());
    }

    private static void crowd(PageServer server, Browser.Page page, long wall) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String cookie = signIn(http, server);
        AtomicLong bytes = new AtomicLong();
        List<WebSocket> crowd = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            crowd.add(http.newWebSocketBuilder()
                    .header("Origin", origin(server))
                    .header("Cookie", cookie)
                    .buildAsync(
                            URI.create("ws://127.0.0.1:" + server.port() + "/runs/" + RUN + "/live"),
                            new Reader(bytes, i == 0))
                    .get());
        }
        Runtime.getRuntime().gc();
        long before = used();
        measure(page, wall, "with 20 more viewers, one of them stuck");
        Runtime.getRuntime().gc();
        System.out.printf(
                Locale.ROOT,
                "viewers left %d; the others got %.1f MB; heap %+.1f MB%n",
                server.viewers(),
                bytes.get() / 1e6,
                (used() - before) / 1e6);
        crowd.forEach(WebSocket::abort);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String origin(PageServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    private static String signIn(HttpClient http, PageServer server) throws IOException, InterruptedException {
        String token = server.viewerLink().substring(server.viewerLink().indexOf('=') + 1);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(origin(server) + "/sign-in"))
                        .header(Gate.OWN_HEADER, "1")
                        .header("Origin", origin(server))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String given = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return given.substring(0, given.indexOf(';'));
    }

    /** One that reads, or does not. */
    record Reader(AtomicLong bytes, boolean isStuck) implements WebSocket.Listener {
        @Override
        public void onOpen(WebSocket socket) {
            if (!isStuck) {
                socket.request(Long.MAX_VALUE);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean isLast) {
            bytes.addAndGet(data.remaining());
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
            bytes.addAndGet(data.length());
            return null;
        }
    }
}
