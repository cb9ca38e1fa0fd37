package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.live.page.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real Chromium: one dry run watched on its own page, a second one, one that the page started, one that is killed
 * and their records on that of {@code serve}, which is killed in the end.
 * Skipped where there is no Chromium, but not in CI. The cases share their runs, hence their order.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LivePageIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration A_RUN = Duration.ofMinutes(2);
    private static final String FEED = "window.fieldfall.feed";
    private static final String MEASURED = FEED + ".series.get('temperature')?.n";
    private static final String PREDICTED = FEED + ".curves.get('temperature')";

    @TempDir
    private static Path folder = Path.of("");

    private static Path runs = Path.of("");
    private static Path leases = Path.of("");
    private static Optional<Browser> opened = Optional.empty();
    private static Optional<CommandProcess> served = Optional.empty();
    private static String viewerLink = "";
    private static String operatorLink = "";

    @BeforeAll
    static void start() throws Exception {
        boolean isCi = System.getenv("CI") != null;
        assumeTrue(isCi || Browser.found().isPresent(), "no chromium here: the page is not looked at in a browser");
        runs = Files.createDirectories(folder.resolve("runs"));
        leases = folder.resolve("leases");
        opened = Optional.of(Browser.start());
        serve("0");
    }

    private static void serve(String port) throws IOException, InterruptedException {
        CommandProcess serve = CommandProcess.start(folder, leases, "serve", "--port", port, "--runs", runs.toString());
        served = Optional.of(serve);
        serve.awaitSaid("page: runs of");
        viewerLink = link(serve, "to watch");
        operatorLink = link(serve, "to operate");
    }

    @AfterAll
    static void stop() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
        served.ifPresent(CommandProcess::close);
        // A run that the page started is not ours to close: it is gone unless a case failed.
        new Leases(leases)
                .holders()
                .forEach(left -> ProcessHandle.of(left.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    private static CommandProcess server() {
        return served.orElseThrow();
    }

    private static Browser browser() {
        return opened.orElseThrow();
    }

    private static String link(CommandProcess process, String what) throws IOException {
        return process.err()
                .lines()
                .filter(line -> line.startsWith("page: " + what))
                .map(line -> line.substring(line.indexOf("http")))
                .findFirst()
                .orElseThrow();
    }

    /** @param speed world seconds a second: slow enough for a browser on a busy machine */
    private static CommandProcess dryRun(int speed, String... more) throws IOException {
        Path protocol = Path.of("src", "test", "resources", "protocols", "page-shot.yaml")
                .toAbsolutePath();
        return CommandProcess.start(
                folder,
                leases,
                Stream.concat(
                                Stream.of(
                                        "dry-run",
                                        protocol.toString(),
                                        "--runs",
                                        runs.toString(),
                                        "--speed",
                                        String.valueOf(speed),
                                        "--operator",
                                        "test"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static void signIn(Browser.Page page, String link, String name) throws InterruptedException {
        page.open(link);
        page.until("document.querySelector('#sign-in')?.checkVisibility()", SOON);
        page.until("document.querySelector('#sign-in-error').textContent !== ''", SOON);
        page.type("#name", name);
        page.click("#sign-in-form button");
    }

    @Test
    @Order(1)
    void refusesAWrongTokenAndAcceptsTheLink() throws Exception {
        Browser.Page page = browser().page(1280, 800, false);
        page.open(viewerLink.substring(0, viewerLink.indexOf('#')));
        page.until("document.querySelector('#sign-in')?.checkVisibility()", SOON);

        page.type("#token", "not-the-token");
        page.click("#sign-in-form button");
        page.until("document.querySelector('#sign-in-error').textContent.includes('not')", SOON);
        page.screenshot("sign-in-refused");
        boolean isShut = !page.isShown("#runs") && !page.isShown("#run");
        page.open(viewerLink + "&again");
        page.until("document.querySelector('#runs')?.checkVisibility()", SOON);

        assertThat(isShut).isTrue();
        assertThat(page.value("location.href").asText()).doesNotContain("token");
        assertThat(page.value("document.cookie").asText()).isEmpty();
        assertThat(page.text("#who")).isEqualTo("viewer");
        assertThat(page.isShown("#start-box")).isFalse();
        page.close();
    }

    @Test
    @Order(2)
    void showsAWholeDryRunWhileItHappensAndHoldsIt() throws Exception {
        Browser.Page page = browser().page(1500, 1000, false);
        try (CommandProcess run = dryRun(5, "--live")) {
            run.awaitSaid("page: to operate");
            signIn(page, link(run, "to operate"), "Anna");
            page.until("document.querySelector('.phase') && " + MEASURED + " > 2", SOON);
            page.until(PREDICTED + "?.n > 10", SOON);
            page.screenshot("live-before-the-sweep");
            assertThat(page.text("#source-word")).isEqualTo("SIMULATOR");
            assertThat(page.value("document.title").asText()).startsWith("SIMULATOR");

            page.until(
                    FEED + ".snapshot.phase?.includes('relax') && " + FEED + ".snapshot.now?.after_ramp_s > 5", A_RUN);
            double before = page.value(MEASURED).asDouble();
            page.until(MEASURED + " > " + (before + 500), SOON);
            page.value(FEED + ".socket.close()");
            page.until(FEED + ".state !== 'connected'", SOON);
            page.until(FEED + ".state === 'connected' && " + MEASURED + " > 1000", SOON);
            assertThat(page.value(PREDICTED + ".n").asInt()).isGreaterThan(10);
            assertThat(page.value(PREDICTED + ".value[0] - Math.min(..." + PREDICTED + ".value)")
                            .asDouble())
                    .isGreaterThan(0.1);
            page.click("[data-view=shot]");
            page.press("h");
            page.until(FEED + ".snapshot.status === 'held'", SOON);
            page.until("document.querySelector('#hold').textContent.includes('RESUME')", SOON);
            page.screenshot("live-held-in-relax");
            page.click("#hold");
            page.until(FEED + ".snapshot.status === 'running'", SOON);
            page.until("document.querySelector('#said').textContent.includes('Anna')", SOON);
            page.dark(true);
            page.until("document.documentElement.dataset.theme === 'dark'", SOON);
            page.screenshot("live-relax-dark");
            page.dark(false);
            page.click("[data-view=sweep]");
            untilFine(page);
            page.screenshot("live-the-sweep");
            page.until("!document.querySelector('#stops').checkVisibility()", A_RUN);
            assertThat(run.exitCode()).as(run.err()).isZero();
            page.until("document.body.dataset.link === 'ended'", SOON);
            assertThat(page.text("#status")).startsWith("over: success, rig seen safe");
            assertThat(page.text("#link")).contains("ended with its run", "fieldfall serve");
            // Four seconds of readings came at once and thinned, but the sweep was asked for.
            assertThat(page.value(FEED + ".sweep.get('temperature').n").asInt()).isGreaterThan(100);
            page.screenshot("live-the-run-is-over");
        }
        page.close();
    }

    @Test
    @Order(3)
    void stopsARunFromASecondBrowserAndFitsOnAPhone() throws Exception {
        try (CommandProcess run = dryRun(2)) {
            run.awaitSaid("record:");
            Browser.Page first = browser().page(390, 844, true);
            first.open(viewerLink);
            first.until("document.querySelector('#runs')?.checkVisibility()", SOON);
            openGoing(first);
            Browser.Page second = browser().page(1280, 900, false);
            signIn(second, operatorLink, "Bert");
            openGoing(second);
            first.until(MEASURED + " > 2 && document.querySelector('.phase')", SOON);
            first.until(FEED + ".snapshot.lines.every(l => l.latency_s > 0)", SOON);
            assertThat(first.value("document.documentElement.scrollWidth <= innerWidth")
                            .asBoolean())
                    .as("nothing sticks out at the side")
                    .isTrue();
            assertThat(first.value("document.querySelector('#stop').disabled").asBoolean())
                    .isTrue();
            assertThat(first.value("document.querySelector('#hold').disabled").asBoolean())
                    .isFalse();
            assertThat(first.value(
                                    "Math.min(...[...document.querySelectorAll('.figure .big')].map(e => parseFloat(getComputedStyle(e).fontSize)))")
                            .asDouble())
                    .isGreaterThanOrEqualTo(32);
            first.screenshot("phone");

            second.press("s");
            second.until("document.querySelector('#stop').classList.contains('armed')", SOON);
            second.screenshot("stop-armed");
            second.press("s");

            first.until(FEED + ".snapshot.end?.is_over", A_RUN);
            assertThat(first.value(FEED + ".snapshot.end.status").asText()).isEqualTo("aborted");
            first.until("document.querySelector('#status').textContent.includes('aborted')", SOON);
            assertThat(run.exitCode()).isEqualTo(4);
            first.value("window.scrollTo(0, document.body.scrollHeight)");
            first.screenshot("phone-stopped");
            assertThat(second.text("#said")).contains("Bert");
            first.close();
            second.close();
        }
    }

    /** What the page asked for to draw the part in view finely is there, and drawn. */
    private static void untilFine(Browser.Page page) throws InterruptedException {
        page.drawn();
        page.until("window.fieldfall.charts.isFine()", SOON);
    }

    private static String row(String status) {
        return "[...document.querySelectorAll('#list tbody tr')].find(r => r.textContent.includes('" + status + "'))";
    }

    private static void openGoing(Browser.Page page) throws InterruptedException {
        page.until("document.querySelector('td.going')", SOON);
        page.value("document.querySelector('td.going').parentElement.querySelector('button').click()");
        page.until("document.querySelector('#run').checkVisibility()", SOON);
    }

    @Test
    @Order(4)
    void opensAFinishedRunOverlaysAnotherAndGivesItAway() throws Exception {
        Browser.Page page = browser().page(1500, 1000, false);
        signIn(page, operatorLink, "Anna");
        page.until(row("success") + " && " + row("aborted"), SOON);
        assertThat(page.value("document.querySelectorAll('#list tbody tr').length")
                        .asInt())
                .isEqualTo(2);
        page.until("document.querySelector('#start-protocol option')", SOON);
        page.value("document.querySelector('#start-protocol').value = 'first-shot'");
        page.click("#start-form button[type=submit]");
        page.until("document.querySelector('#plan .verdict')", SOON);
        assertThat(page.text("#plan .verdict")).contains("ALLOWED");
        page.screenshot("runs");

        String finished = page.value(row("success") + ".dataset.run").asText();
        String other = page.value(row("aborted") + ".dataset.run").asText();
        page.click("[data-run=\"" + other + "\"] input");
        page.click("[data-run=\"" + finished + "\"] button");
        page.until(FEED + "?.isOver() && " + MEASURED + " > 100 && " + PREDICTED + "?.n > 10", SOON);
        page.until("[...window.fieldfall.overlays.values()][0]?.series.get('temperature')?.n > 2", SOON);
        page.until("document.querySelector('#annotation')", SOON);
        page.type("#annotation", "a good one");
        page.click("#stored form button");
        page.until("document.querySelector('#stored').textContent.includes('a good one')", SOON);
        page.value("window.scrollTo(0, 0)");
        untilFine(page);
        page.screenshot("finished-and-overlaid");
        page.value("window.scrollTo(0, document.body.scrollHeight)");
        page.screenshot("finished-below");

        for (String part : List.of("report", "export/csv", "timeline")) {
            assertThat(page.value("fetch('/runs/" + finished + "/" + part
                                    + "').then(async a => a.status + ' ' + (await a.arrayBuffer()).byteLength)")
                            .asText())
                    .as(part)
                    .matches("200 \\d{4,}");
        }
        assertThat(page.isShown("#stops")).isFalse();
        assertThat(browser().complaints().stream().filter(said -> said.contains("exceptionDetails")))
                .isEmpty();
        page.close();
    }

    @Test
    @Order(5)
    void startsADryRunFollowsItThroughASleepOfTheServerAndStopsIt() throws Exception {
        Browser.Page page = browser().page(1280, 900, false);
        signIn(page, operatorLink, "Cleo");
        page.until("document.querySelector('#start-protocol option')", SOON);
        page.value("document.querySelector('#start-protocol').value = 'first-shot'");
        page.click("#start-form button[type=submit]");
        page.until("!document.querySelector('#start').disabled", SOON);
        page.click("#start");
        page.until("document.querySelector('#plan').textContent.includes('started as process')", SOON);
        openGoing(page);
        page.until(MEASURED + " > 2 && document.querySelector('.phase')", SOON);
        assertThat(page.value(FEED + ".snapshot.run.who").asText()).isEqualTo("Cleo");

        server().signal("STOP");
        page.until("document.body.dataset.link === 'stale'", SOON);
        page.screenshot("server-asleep");
        String asleep = page.text("#link");
        double before = page.value(MEASURED).asDouble();
        server().signal("CONT");
        page.until("document.body.dataset.link === 'connected' && " + MEASURED + " > " + before, SOON);
        assertThat(asleep).contains("no news for");

        page.press("s");
        page.until("document.querySelector('#stop').classList.contains('armed')", SOON);
        page.press("s");
        page.until(FEED + ".snapshot.end?.is_over", A_RUN);
        assertThat(page.value(FEED + ".snapshot.end.status").asText()).isEqualTo("aborted");
        assertThat(page.text("#said")).contains("Cleo");
        page.close();
    }

    @Test
    @Order(6)
    void doesNotTakeAKilledRunForALiveOne() throws Exception {
        Browser.Page page = browser().page(1280, 900, false);
        try (CommandProcess run = dryRun(2)) {
            run.awaitSaid("record:");
            signIn(page, operatorLink, "Anna");
            openGoing(page);
            page.until("document.querySelector('.phase') && " + FEED + ".snapshot.status === 'running'", SOON);
            run.signal("KILL");
            page.until(FEED + ".isOver()", SOON);
        }
        page.drawn();
        assertThat(page.text("#status")).startsWith("over: unknown (no end is recorded");
        assertThat(page.isShown("#stops")).isFalse();
        page.close();
    }

    @Test
    @Order(7)
    void comesBackToTheSignInAndToTheSameRunAfterTheServerWasKilled() throws Exception {
        Browser.Page page = browser().page(1280, 900, false);
        signIn(page, operatorLink, "Anna");
        page.until(row("success"), SOON);
        page.value(row("success") + ".querySelector('button').click()");
        page.until(FEED + "?.isOver() && " + MEASURED + " > 100", SOON);
        String shown = page.value(FEED + ".run").asText();

        server().signal("KILL");
        server().exitCode();
        page.until("document.body.dataset.link === 'broken'", SOON);
        assertThat(page.text("#link")).contains("not connected");
        String port = operatorLink.replaceAll(".*:(\\d+)/.*", "$1");
        serve(port);
        page.until("document.querySelector('#sign-in').checkVisibility()", SOON);
        page.screenshot("server-started-anew");
        assertThat(page.text("#sign-in-error")).contains("started anew");
        assertThat(page.isShown("#run")).isFalse();

        page.type("#token", operatorLink.substring(operatorLink.indexOf("token=") + "token=".length()));
        page.click("#sign-in-form button");
        page.until("document.querySelector('#run').checkVisibility()", SOON);
        page.until(FEED + ".run === '" + shown + "' && " + FEED + ".isOver() && " + MEASURED + " > 100", SOON);
        page.until("document.body.dataset.link === 'connected'", SOON);
        page.screenshot("signed-in-anew");
        assertThat(page.text("#who")).isEqualTo("Anna (operator)");
        page.close();
    }
}
