package org.fieldfall.app.cli;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.config.PageConfig;
import org.fieldfall.app.live.page.Gallery;
import org.fieldfall.app.live.page.PageServer;
import org.fieldfall.app.live.view.StoredView;
import org.fieldfall.app.meter.Meters;
import org.fieldfall.app.review.StoredRuns;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.protocols.sequence.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The page over stored runs and those in progress. */
@Command(
        name = "serve",
        description = {
            "Serve a page in the browser over the stored runs and those in progress on this machine, until stopped.",
            "Links to watch and to operate are printed; see app/docs/page.md."
        },
        footer = {
            "",
            "Listens on 127.0.0.1 alone unless --page-config names a key store for TLS.",
            "Its end, its load and its failure touch no run."
        })
final class Serve implements Action {

    private static final int USUAL_PORT = 8642;

    private final Desk desk;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on (8642); 0 for any that is free.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--page-config",
            paramLabel = "FILE",
            description = "Serve as this file says (fieldfall/page/1): to other machines, with TLS.")
    private Optional<String> config = Optional.empty();

    @Mixin
    private RunsOption runs = new RunsOption();

    Serve(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() throws InterruptedException {
        PageConfig settings = PageOptions.settings(
                desk, "--port", config, config.isPresent() ? port : port.or(() -> Optional.of(USUAL_PORT)));
        CountDownLatch stopped = new CountDownLatch(1);
        StopSignals.press(new RunControl(), words -> stopped.countDown());
        StoredRuns stored = new StoredRuns(runs.folder());
        try (Meters meters = new Meters();
                Gallery gallery = new Gallery(stored, desk.leases(), StoredView::open, Optional.empty());
                PageServer server = open(settings, gallery, meters)) {
            meters.gauge(
                    "runs.going",
                    "runs in progress that write here",
                    () -> gallery.going().size());
            for (EndStatus status : EndStatus.values()) {
                meters.gauge(
                        "runs.stored",
                        "stored runs, by how they ended",
                        () -> count(gallery, status),
                        "status",
                        word(status));
            }
            meters.gauge("page.viewers", "browsers that watch", server::viewers);
            desk.err().println("page: to watch      " + server.viewerLink());
            desk.err().println("page: to operate    " + server.operatorLink());
            desk.err()
                    .println("page: runs of " + stored.root().toAbsolutePath()
                            + (Files.isDirectory(stored.root()) ? "" : ", which is not there yet")
                            + "; Ctrl-C ends it");
            gallery.warm();
            while (server.isServing()) {
                if (stopped.await(1, TimeUnit.SECONDS)) {
                    return ExitCode.SUCCESS;
                }
            }
        }
        desk.err().println("page: the server has ended by itself; no run was touched");
        return ExitCode.FAILED;
    }

    private static String word(EndStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static long count(Gallery gallery, EndStatus status) {
        return gallery.entries().stream()
                .filter(entry -> entry.status().equals(word(status)))
                .count();
    }

    private PageServer open(PageConfig settings, Gallery gallery, Meters meters) {
        try {
            return PageServer.open(
                    settings, gallery, new DryRunStarter(desk.configs(), runs.folder()), new Scraped(meters));
        } catch (IllegalArgumentException taken) {
            throw new UsageException(String.valueOf(taken.getMessage()));
        }
    }
}
