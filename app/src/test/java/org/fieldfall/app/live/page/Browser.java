package org.fieldfall.app.live.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A headless Chromium, spoken to by its own protocol (DevTools) over a WebSocket. Each page has cookies of its own. */
public final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private Browser(Process process, Path profile, String address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Ear())
                .join();
    }

    public static Optional<Path> found() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    public static Browser start() throws IOException {
        Path profile = Files.createTempDirectory("fieldfall-chromium");
        List<String> command = new ArrayList<>(List.of(
                found().orElseThrow().toString(),
                "--headless=new",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--hide-scrollbars",
                "--mute-audio",
                "about:blank"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        String address = "";
        for (String line = errors.readLine(); line != null && address.isEmpty(); line = errors.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                address = line.substring("DevTools listening on ".length()).strip();
                break;
            }
        }
        if (address.isEmpty()) {
            throw new IOException("chromium did not say where it listens");
        }
        Thread drain = new Thread(() -> errors.lines().forEach(line -> {}), "chromium errors");
        drain.setDaemon(true);
        drain.start();
        return new Browser(process, profile, address);
    }

    /** Errors that pages wrote to their console. */
    public List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    /** A new window in a profile of its own. */
    public Page page(int width, int height, boolean isPhone) {
        String context = call("", "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String target = call(
                        "",
                        "Target.createTarget",
                        Map.of(
                                "url", "about:blank",
                                "browserContextId", context,
                                "width", width,
                                "height", height))
                .path("targetId")
                .asText();
        String session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        Page page = new Page(session, context);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(session, domain + ".enable", Map.of());
        }
        call(
                session,
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", isPhone ? 2 : 1, "mobile", isPhone));
        if (isPhone) {
            call(session, "Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        }
        return page;
    }

    /** One window. */
    public final class Page {

        private final String session;
        private final String context;

        private Page(String session, String context) {
            this.session = session;
            this.context = context;
        }

        public void open(String address) {
            send("Page.navigate", Map.of("url", address));
        }

        public JsonNode send(String method, Map<String, Object> parameters) {
            return call(session, method, parameters);
        }

        /** What an expression is in the page; promises are awaited. */
        public JsonNode value(String expression) {
            JsonNode answer = send(
                    "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
            if (answer.has("exceptionDetails")) {
                throw new IllegalStateException(
                        expression + ": " + answer.get("exceptionDetails").toString());
            }
            return answer.path("result").path("value");
        }

        public String text(String selector) {
            return value("document.querySelector('" + selector + "')?.innerText ?? ''")
                    .asText();
        }

        public boolean isShown(String selector) {
            return value("Boolean(document.querySelector('" + selector + "')?.checkVisibility())")
                    .asBoolean();
        }

        /** Waits until an expression is true. */
        public void until(String expression, Duration within) throws InterruptedException {
            long end = System.nanoTime() + within.toNanos();
            while (!isTrue(expression)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("within " + within.toSeconds() + " s it was never true that " + expression
                            + "; the page says: " + text("body") + "\n" + complaints());
                }
                Thread.sleep(40);
            }
        }

        private boolean isTrue(String expression) {
            try {
                return value("Boolean(" + expression + ")").asBoolean();
            } catch (IllegalStateException beforeThePageIsThere) {
                return false;
            }
        }

        /** By a real press of the mouse in the middle of it. */
        public void click(String selector) {
            JsonNode at = value("(() => { const e = document.querySelector('" + selector
                    + "'); e.scrollIntoView({block: 'nearest'}); const b = e.getBoundingClientRect();"
                    + " return {x: b.x + b.width / 2, y: b.y + b.height / 2}; })()");
            for (String kind : List.of("mousePressed", "mouseReleased")) {
                send(
                        "Input.dispatchMouseEvent",
                        Map.of(
                                "type",
                                kind,
                                "x",
                                at.path("x").asDouble(),
                                "y",
                                at.path("y").asDouble(),
                                "button",
                                "left",
                                "clickCount",
                                1));
            }
        }

        public void press(String key) {
            Map<String, Object> down = new LinkedHashMap<>();
            down.put("type", key.length() == 1 ? "keyDown" : "rawKeyDown");
            down.put("key", key);
            if (key.length() == 1) {
                down.put("text", key);
            }
            send("Input.dispatchKeyEvent", down);
            send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
        }

        public void type(String selector, String words) {
            value("document.querySelector('" + selector + "').focus(), document.querySelector('" + selector
                    + "').select?.()");
            send("Input.insertText", Map.of("text", words));
        }

        public void dark(boolean isDark) {
            send(
                    "Emulation.setEmulatedMedia",
                    Map.of(
                            "features",
                            List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
        }

        /** Waits until what is due to be drawn is drawn: the page draws in the frame after the news. */
        public void drawn() {
            value("new Promise(go => requestAnimationFrame(() => requestAnimationFrame(() => go(true))))");
        }

        public Path screenshot(String name) throws IOException {
            drawn();
            Path file = Path.of("target", "screenshots", name + ".png");
            Files.createDirectories(file.getParent());
            String data = send("Page.captureScreenshot", Map.of("format", "png"))
                    .path("data")
                    .asText();
            return Files.write(file, Base64.getDecoder().decode(data));
        }

        public void close() {
            call("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
        }
    }

    private JsonNode call(String session, String method, Map<String, Object> parameters) {
        long number = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(number, answer);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", number);
        request.put("method", method);
        request.put("params", parameters);
        if (!session.isEmpty()) {
            request.put("sessionId", session);
        }
        try {
            synchronized (socket) {
                socket.sendText(JSON.writeValueAsString(request), true).join();
            }
            JsonNode said = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (said.has("error")) {
                throw new IllegalStateException(method + ": " + said.get("error"));
            }
            return said.path("result");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        } catch (ExecutionException | TimeoutException silent) {
            throw new IllegalStateException(method + ": no answer within " + PATIENCE.toSeconds() + " s", silent);
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            part.append(data);
            if (isLast) {
                hear(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void hear(String message) {
        try {
            JsonNode said = JSON.readTree(message);
            CompletableFuture<JsonNode> asked = open.remove(said.path("id").asLong(-1));
            String method = said.path("method").asText();
            if (asked != null) {
                asked.complete(said);
            } else if (method.equals("Runtime.exceptionThrown")
                    || (method.equals("Log.entryAdded")
                            && said.at("/params/entry/level").asText().equals("error"))) {
                synchronized (complaints) {
                    complaints.add(said.path("params").toString());
                }
            }
        } catch (IOException unfit) {
            throw new UncheckedIOException(unfit);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            call("", "Browser.close", Map.of());
        } catch (IllegalStateException gone) {
            process.destroy();
        }
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(profile)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
