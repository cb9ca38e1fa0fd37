package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.app.config.PageConfig;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.live.Bus;
import org.fieldfall.app.live.page.Gallery;
import org.fieldfall.app.live.page.LivePage;
import org.fieldfall.app.live.page.OwnRun;
import org.fieldfall.app.meter.Meters;
import org.fieldfall.app.meter.RunMeters;
import org.fieldfall.app.run.Request;
import org.fieldfall.app.run.RunDesk;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.app.run.Works;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.RunControl;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a run is shown and published while it happens. */
final class LiveOption {

    private static final int FIRST_FREE = 1024;
    private static final int LAST = 65534;

    @Option(
            names = "--live",
            description = {
                "Show the run on a page in the browser while it happens (app/docs/page.md) and publish it on a bus of this",
                "machine (app/docs/live-bus.md). Links to watch and to operate are printed on stderr."
            })
    private boolean live;

    @Option(
            names = "--live-port",
            paramLabel = "PORT",
            description = "Publish on this port and take questions on the next one, instead of any that are free.")
    private Optional<Integer> port = Optional.empty();

    @Mixin
    private PageOptions page = new PageOptions();

    /** The bus and the page of a run, if it has them. */
    record Watched(List<RunObserver> observers, Runnable end) implements AutoCloseable {
        /** Tells the first observer before the others. */
        RunObserver beside(RunObserver first) {
            RunObserver all = first;
            for (RunObserver next : observers) {
                all = new Both(all, next);
            }
            return all;
        }

        @Override
        public void close() {
            end.run();
        }
    }

    private record Both(RunObserver first, RunObserver second) implements RunObserver {
        @Override
        public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
            first.began(shots, source, folder);
            second.began(shots, source, folder);
        }

        @Override
        public void heard(RunEvent event) {
            first.heard(event);
            second.heard(event);
        }

        @Override
        public void page(Consumer<String> told) {
            first.page(told);
            second.page(told);
        }

        @Override
        public void works(Works works) {
            first.works(works);
            second.works(works);
        }
    }

    /** For what is not published: a campaign of several runs. */
    void refuse() {
        if (isAsked()) {
            throw new UsageException("--live: a campaign is not published; perform a single run");
        }
    }

    private boolean isAsked() {
        return live || port.isPresent() || page.isAsked();
    }

    private static Watched watched(Desk desk, PageConfig settings, Request request, RunControl control, Bus bus) {
        Meters meters = new Meters();
        RunMeters measured = new RunMeters(meters);
        meters.gauge("bus.queue.depth", "events that wait to be published", bus::depth);
        meters.counter("bus.dropped", "events that were dropped for newer ones", bus::dropped);
        OwnRun own = new OwnRun(request.runId().toString(), new RunDesk(control));
        measured.watch(own);
        Gallery runs = PageOptions.gallery(desk, request, own);
        LivePage shown = PageOptions.begin(desk, settings, own, runs, request, bus, meters);
        meters.gauge("page.viewers", "browsers that watch", shown::viewers);
        return new Watched(List.of(bus, measured, shown), () -> {
            shown.close();
            runs.close();
            bus.close();
            meters.close();
        });
    }

    /** @throws UsageException if the ports cannot be had */
    Watched open(Desk desk, Request request, RunControl control) {
        if (!isAsked()) {
            return new Watched(List.of(), () -> {});
        }
        port.filter(asked -> asked < FIRST_FREE || asked > LAST).ifPresent(asked -> {
            throw new UsageException("--live-port: came " + asked + ", due is " + FIRST_FREE + " to " + LAST);
        });
        PageConfig settings = page.settings(desk);
        try {
            Bus bus = Bus.open(request.runId(), new RunDesk(control), port.orElse(0));
            desk.err()
                    .println("live: publishes on " + bus.publisher() + ", answers on " + bus.router()
                            + ", operator's token " + bus.token());
            return watched(desk, settings, request, control, bus);
        } catch (IllegalArgumentException taken) {
            throw new UsageException(String.valueOf(taken.getMessage()));
        }
    }
}
