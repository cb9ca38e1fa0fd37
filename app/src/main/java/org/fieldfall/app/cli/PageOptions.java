package org.fieldfall.app.cli;

import java.util.Optional;
import org.fieldfall.app.config.PageConfig;
import org.fieldfall.app.live.Bus;
import org.fieldfall.app.live.page.BusWatch;
import org.fieldfall.app.live.page.Gallery;
import org.fieldfall.app.live.page.LivePage;
import org.fieldfall.app.live.page.OwnRun;
import org.fieldfall.app.live.view.StoredView;
import org.fieldfall.app.meter.Meters;
import org.fieldfall.app.review.StoredRuns;
import org.fieldfall.app.run.Request;
import picocli.CommandLine.Option;

/** Where the page of a run is served. */
final class PageOptions {

    private static final int LAST = 65_535;

    @Option(
            names = "--page-port",
            paramLabel = "PORT",
            description = "Serve the page on this port instead of any that is free; implies --live.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--page-config",
            paramLabel = "FILE",
            description = "Serve it as this file says (fieldfall/page/1): to other machines, with TLS; implies --live.")
    private Optional<String> config = Optional.empty();

    boolean isAsked() {
        return port.isPresent() || config.isPresent();
    }

    /** @throws UsageException if they cannot be */
    PageConfig settings(Desk desk) {
        return settings(desk, "--page-port", config, port);
    }

    /** The runs beside a run in progress. */
    static Gallery gallery(Desk desk, Request request, OwnRun own) {
        return new Gallery(new StoredRuns(request.runs()), desk.leases(), StoredView::open, Optional.of(own));
    }

    static LivePage begin(
            Desk desk, PageConfig settings, OwnRun own, Gallery runs, Request request, Bus bus, Meters meters) {
        return LivePage.begin(
                settings,
                own,
                folder -> BusWatch.of(folder, bus.publisher(), bus.router()),
                runs,
                new DryRunStarter(desk.configs(), request.runs()),
                new Scraped(meters),
                words -> desk.err().println(words));
    }

    /** @throws UsageException if the port is none */
    static PageConfig settings(Desk desk, String option, Optional<String> file, Optional<Integer> port) {
        port.filter(asked -> asked < 0 || asked > LAST).ifPresent(asked -> {
            throw new UsageException(option + ": came " + asked + ", due is 0 to " + LAST);
        });
        PageConfig settings = file.map(desk.configs()::page).orElse(PageConfig.loopback(0));
        return port.map(settings::withPort).orElse(settings);
    }
}
