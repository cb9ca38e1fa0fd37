package org.fieldfall.app.live.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.fieldfall.app.config.PageConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may go where: every route with every role over a real server, and the ways around it. */
final class RoutesTest {

    private static final String RUN = "0a1b2c3d-0000-4000-8000-000000000000";

    /** Each route and who may use it: anyone, viewer, operator; a route that has no row here makes a test fail. */
    private static final String TABLE = """
            GET  /                         anyone
            GET  /page.css                 anyone
            GET  /main.js                  anyone
            GET  /feed.js                  anyone
            GET  /charts.js                anyone
            GET  /board.js                 anyone
            GET  /levels.js                anyone
            GET  /runs.js                  anyone
            GET  /server.js                anyone
            GET  /uplot.js                 anyone
            GET  /uplot.css                anyone
            GET  /icon.svg                 anyone
            GET  /me                       anyone
            POST /sign-in                  anyone
            POST /sign-out                 anyone
            GET  /runs                     viewer
            GET  /runs/{id}/annotations    viewer
            POST /runs/{id}/annotations    operator
            GET  /runs/{id}/timeline       viewer
            GET  /runs/{id}/report         viewer
            GET  /runs/{id}/export/csv     viewer
            GET  /runs/{id}/export/nexus   viewer
            POST /runs/{id}/hold           viewer
            POST /runs/{id}/emergency      viewer
            POST /runs/{id}/resume         operator
            POST /runs/{id}/stop           operator
            POST /runs/{id}/ack            operator
            POST /runs/{id}/note           operator
            GET  /choices                  operator
            POST /plan                     operator
            POST /dry-runs                 operator
            GET  /metrics                  viewer
            WS   /runs/{id}/live           viewer
            """;

    private static final FakeRuns RUNS = new FakeRuns();
    private static final Map<Role, String> COOKIES = new LinkedHashMap<>();
    private static final PageServer SERVER = open();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static PageServer open() {
        return PageServer.open(PageConfig.loopback(0), RUNS, new NoStarter(), new FakeNumbers());
    }

    @BeforeAll
    static void signIn() throws Exception {
        RUNS.views.put(RUN, new SyntheticRun(() -> 3, 100, 0.005));
        COOKIES.put(Role.ANYONE, "");
        COOKIES.put(Role.VIEWER, cookie(SERVER.viewerLink(), ""));
        COOKIES.put(Role.OPERATOR, cookie(SERVER.operatorLink(), "Anna"));
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static String cookie(String link, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                own("POST", "/sign-in", "", "{\"token\":\"" + token(link) + "\",\"name\":\"" + name + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        String given = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(given).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
        return given.substring(0, given.indexOf(';'));
    }

    @Test
    void hasARowForEachRouteAndARouteForEachRow() {
        List<String> there = SERVER.routes().stream()
                .map(route -> route + " " + route.role().word())
                .toList();

        assertThat(rows().stream().map(row -> String.join(" ", row))).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void letsEachRoleThroughItsOwnRoutesAndNoOther() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : rows()) {
            Role needed = Role.valueOf(row.get(2).toUpperCase(Locale.ROOT));
            for (Role role : Role.values()) {
                int status = status(row.get(0), row.get(1).replace("{id}", RUN), COOKIES.getOrDefault(role, ""));
                boolean isRefused = status == 401 || status == 403;
                // Signing in without a token is refused to everybody, by what it is for.
                boolean isDue = row.get(1).equals("/sign-in") || isRefused == !role.covers(needed);
                if (!isDue) {
                    wrong.add(row + " as " + role.word() + ": " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static int status(String method, String path, String cookie) throws Exception {
        if (method.equals("WS")) {
            return upgrade(path, cookie, origin());
        }
        if (path.equals("/sign-out")) {
            return own(method, path, "", "{}").statusCode();
        }
        return own(method, path, cookie, "{}").statusCode();
    }

    @Test
    void letsProgramsReadWithATokenAndDoNothingElse() throws Exception {
        assertThat(bearing("GET", "/metrics", token(SERVER.viewerLink()))).isEqualTo(200);
        assertThat(bearing("GET", "/choices", token(SERVER.viewerLink()))).isEqualTo(403);
        assertThat(bearing("POST", "/runs/" + RUN + "/hold", token(SERVER.operatorLink())))
                .isEqualTo(401);
        assertThat(bearing("GET", "/metrics", "x".repeat(22))).isEqualTo(401);
    }

    private static int bearing(String method, String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Authorization", "Bearer " + token)
                .header("X-Fieldfall", "1")
                .header("Origin", origin())
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String token(String link) {
        return link.substring(link.indexOf("#token=") + "#token=".length());
    }

    @Test
    void keepsWhoAskedWithEachAct() throws Exception {
        String operator = COOKIES.getOrDefault(Role.OPERATOR, "");
        String viewer = COOKIES.getOrDefault(Role.VIEWER, "");
        RUNS.asked.clear();

        own("POST", "/runs/" + RUN + "/hold", viewer, "{}");
        own("POST", "/runs/" + RUN + "/stop", operator, "{}");
        own("POST", "/runs/" + RUN + "/note", operator, "{\"text\":\"the pump hums\"}");

        assertThat(RUNS.asked)
                .containsExactly(
                        "hold by a viewer (page, 127.0.0.1)",
                        "stop by Anna (page, 127.0.0.1)",
                        "note by Anna (page, 127.0.0.1): the pump hums");
    }

    @Test
    void takesNothingFromAnotherPage() throws Exception {
        String cookie = COOKIES.getOrDefault(Role.OPERATOR, "");
        String path = "/runs/" + RUN + "/stop";

        assertThat(send("POST", path, cookie, Map.of("Origin", origin())).statusCode())
                .as("without the header")
                .isEqualTo(403);
        assertThat(send("POST", path, cookie, Map.of(Gate.OWN_HEADER, "1")).statusCode())
                .as("without an origin")
                .isEqualTo(403);
        assertThat(send("POST", path, cookie, Map.of(Gate.OWN_HEADER, "1", "Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", path, cookie, Map.of(Gate.OWN_HEADER, "1", "Origin", "null"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                "POST",
                                path,
                                cookie,
                                Map.of(Gate.OWN_HEADER, "1", "Origin", origin(), "Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(upgrade("/runs/" + RUN + "/live", cookie, "http://evil.example"))
                .isEqualTo(403);
        assertThat(upgrade("/runs/" + RUN + "/live", cookie, origin())).isEqualTo(101);
    }

    @Test
    void answersToNoOtherName() throws Exception {
        // By hand: the JDK's client lets nobody lie about the host.
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.setSoTimeout(10_000);
            String request = "GET /me HTTP/1.1\r\nHost: evil.example\r\nCookie: "
                    + COOKIES.getOrDefault(Role.OPERATOR, "") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 421 ");
        }
    }

    @Test
    void leadsOutOfNoFolder() throws Exception {
        String cookie = COOKIES.getOrDefault(Role.OPERATOR, "");

        for (String id : List.of("..%2F..%2Fetc", "%2e%2e", "....", "0a1b2c3d", "%00", "a%5C..%5Cb")) {
            assertThat(own("GET", "/runs/" + id + "/report", cookie, "").statusCode())
                    .as(id)
                    .isIn(400, 404);
        }
        assertThat(own("GET", "/../pom.xml", cookie, "").statusCode()).isIn(400, 404);
        assertThat(own("GET", "/uplot-LICENSE", cookie, "").statusCode()).isEqualTo(404);
    }

    @Test
    void dressesEveryAnswerAndLetsNoOtherOriginRead() throws Exception {
        for (HttpResponse<String> answer : List.of(
                own("GET", "/", "", ""),
                own("GET", "/nowhere", "", ""),
                own("GET", "/runs", "", ""),
                send("OPTIONS", "/runs", "", Map.of("Origin", "http://evil.example")))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void takesNoLongBody() throws Exception {
        String cookie = COOKIES.getOrDefault(Role.OPERATOR, "");

        int status = own("POST", "/runs/" + RUN + "/note", cookie, "{\"text\":\"" + "x".repeat(40_000) + "\"}")
                .statusCode();

        assertThat(status).isIn(413, 400, 422);
    }

    private static List<List<String>> rows() {
        return TABLE.lines().map(row -> List.of(row.strip().split(" +", -1))).toList();
    }

    private static String origin() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    private static HttpResponse<String> own(String method, String path, String cookie, String body)
            throws IOException, InterruptedException {
        return send(method, path, cookie, Map.of(Gate.OWN_HEADER, "1", "Origin", origin()), body);
    }

    private static HttpResponse<String> send(String method, String path, String cookie, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(method, path, cookie, headers, "{}");
    }

    private static HttpResponse<String> send(
            String method, String path, String cookie, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        headers.forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        request.method(
                method,
                method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @return the status, or -1 if the answer sets a cookie: ours is given at the sign-in alone */
    private static int upgrade(String path, String cookie, String from) {
        try {
            WebSocket.Builder builder = HTTP.newWebSocketBuilder().header("Origin", from);
            if (!cookie.isEmpty()) {
                builder.header("Cookie", cookie);
            }
            builder.buildAsync(URI.create("ws://127.0.0.1:" + SERVER.port() + path), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException refused) {
            return Optional.ofNullable(refused.getCause())
                    .filter(WebSocketHandshakeException.class::isInstance)
                    .map(WebSocketHandshakeException.class::cast)
                    .filter(why ->
                            why.getResponse().headers().firstValue("Set-Cookie").isEmpty())
                    .map(why -> why.getResponse().statusCode())
                    .orElse(-1);
        }
    }
}
