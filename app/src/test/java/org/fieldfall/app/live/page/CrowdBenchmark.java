package org.fieldfall.app.live.page;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether those who watch disturb a run, by hand: {@code java … CrowdBenchmark [pairs]}. Whole dry runs of the first shot in a
 * process of their own, in turn with nobody and with twenty viewers, one of which reads nothing; what is compared is what the
 * run itself measured of its lines, its record and its sweep. The crowd lives on the same processors.
 */
final class CrowdBenchmark {

    private static final int CROWD = 20;
    private static final long LONGEST_SECONDS = 300;
    private static final Pattern LINK = Pattern.compile("to watch\\s+http://([^/]+)/#token=(\\S+)");
    private static final Pattern OWN_RUN = Pattern.compile("\"own_run\"\\s*:\\s*\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private CrowdBenchmark() {}

    public static void main(String... arguments) throws Exception {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        for (int i = 0; i < pairs; i++) {
            run(0);
            run(CROWD);
        }
    }

    /** The command line in a process of its own. */
    static ProcessBuilder fieldfall(String... words) {
        String home = "-Dfieldfall.home=" + System.getProperty("fieldfall.home", "..");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                home,
                "-cp",
                System.getProperty("java.class.path"),
                "org.fieldfall.app.cli.Fieldfall"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    private static void run(int viewers) throws Exception {
        Path folder = Files.createTempDirectory("crowd");
        long began = System.nanoTime();
        Process process = fieldfall(
                        "dry-run",
                        new File(System.getProperty("fieldfall.home", ".."), "config/protocols/first-shot.yaml")
                                .toString(),
                        "--rig=twin",
                        "--seed=7",
                        "--speed=20",
                        "--live",
                        "--json",
                        "--runs=" + folder)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Map<String, String> last = new TreeMap<>();
        AtomicLong bytes = new AtomicLong();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            Matcher link = link(said);
            drain(said);
            List<WebSocket> crowd = crowd(viewers, link.group(1), link.group(2), bytes);
            watch(process, link.group(1), link.group(2), last);
            crowd.forEach(WebSocket::abort);
        }
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String summary = Files.readString(folder.resolve("out"));
        System.out.println(viewers + " viewers: exit " + process.exitValue() + ", "
                + Math.round((System.nanoTime() - began) / 1e8) / 10.0 + " s, "
                + number(summary, "rate_achieved_t_per_s")
                + " +- " + number(summary, "rate_achieved_sigma_t_per_s") + " T/s; viewers got "
                + Math.round(bytes.get() / 1e5) / 10.0 + " MB");
        last.forEach((name, value) -> System.out.println("    " + name + " " + value));
    }

    static Matcher link(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher found = LINK.matcher(line);
            if (found.find()) {
                return found;
            }
        }
        throw new IllegalStateException("the run ended without a page");
    }

    static void drain(BufferedReader said) {
        Thread reader = new Thread(
                () -> {
                    try {
                        said.lines().forEach(line -> {});
                    } catch (UncheckedIOException closed) {
                        // Nobody listens any more.
                    }
                },
                "stderr");
        reader.setDaemon(true);
        reader.start();
    }

    private static String number(String json, String key) {
        Matcher found = Pattern.compile("\"" + key + "\"\\s*:\\s*([-0-9.eE]+)").matcher(json);
        return found.find() ? found.group(1) : "none";
    }

    /** Reads the run's own numbers every half second until it is over; the last ones stay. */
    private static void watch(Process process, String host, String token, Map<String, String> last)
            throws InterruptedException {
        while (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
            try {
                HttpResponse<String> numbers = HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://" + host + "/metrics"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                numbers.body().lines().filter(CrowdBenchmark::isOfInterest).forEach(line -> {
                    int blank = line.lastIndexOf(' ');
                    last.put(line.substring(0, blank), line.substring(blank + 1));
                });
            } catch (IOException over) {
                // The server ends with the run.
            }
        }
    }

    private static boolean isOfInterest(String line) {
        return line.startsWith("fieldfall_line_latency_seconds_sum")
                || line.startsWith("fieldfall_line_latency_seconds_count")
                || line.startsWith("fieldfall_line_timeouts")
                || line.startsWith("fieldfall_record_flush_seconds_sum")
                || line.startsWith("fieldfall_record_flush_seconds_count")
                || line.startsWith("fieldfall_record_lost")
                || line.startsWith("fieldfall_bus_dropped")
                || line.startsWith("fieldfall_page_viewers");
    }

    private static List<WebSocket> crowd(int viewers, String host, String token, AtomicLong bytes) throws Exception {
        List<WebSocket> crowd = new ArrayList<>();
        if (viewers == 0) {
            return crowd;
        }
        HttpResponse<String> entered = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://" + host + "/sign-in"))
                        .header(Gate.OWN_HEADER, "1")
                        .header("Origin", "http://" + host)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        Matcher own = OWN_RUN.matcher(entered.body());
        if (!own.find()) {
            throw new IllegalStateException("no run in " + entered.body());
        }
        for (int i = 0; i < viewers; i++) {
            crowd.add(HTTP.newWebSocketBuilder()
                    .header("Origin", "http://" + host)
                    .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                    .buildAsync(
                            URI.create("ws://" + host + "/runs/" + own.group(1) + "/live"),
                            new PageBenchmark.Reader(bytes, i == 0))
                    .get(10, TimeUnit.SECONDS));
        }
        return crowd;
    }
}
