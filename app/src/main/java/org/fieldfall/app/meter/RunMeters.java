package org.fieldfall.app.meter;

import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.live.view.SeriesHead;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.app.run.Works;
import org.fieldfall.drivers.transport.LineStatistics;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;

/** Measures a run while it happens; the names are in {@code app/docs/metrics.md}. Safe to share between threads. */
public final class RunMeters implements RunObserver {

    private static final String INSTRUMENT = "instrument";

    private final Meters meters;

    public RunMeters(Meters meters) {
        this.meters = meters;
    }

    /** What a page shows of the run: the newest temperature, field and residual. */
    public void watch(RunView view) {
        meters.gauge("sample.temperature.kelvin", "newest temperature of the sample", () -> last(view, "temperature"));
        meters.gauge("sample.field.tesla", "newest field", () -> last(view, "field"));
        meters.gauge(
                "residual.sigma",
                "newest measured minus predicted temperature difference, in standard uncertainties",
                () -> last(view, "residual"));
    }

    private static double last(RunView view, String series) {
        return view.series().stream()
                .filter(head -> head.id().equals(series))
                .mapToDouble(SeriesHead::lastValue)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Override
    public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
        String name =
                Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
        meters.level("run", "1; where the numbers come from", 1, "source", lower(source), "folder", name);
        meters.level("run.shots", "shots of the run", shots.size());
    }

    @Override
    public void works(Works works) {
        Map<String, Timer> latencies = works.instruments().stream()
                .collect(Collectors.toUnmodifiableMap(instrument -> instrument, this::latency));
        works.instruments().forEach(instrument -> lines(works, instrument));
        works.onAnswer((instrument, nanos) -> Optional.ofNullable(latencies.get(instrument))
                .ifPresent(timer -> timer.record(Duration.ofNanos(nanos))));
        Timer flushes = meters.timer("record.flush", "time in which the log was forced to the disk");
        works.onForce(nanos -> flushes.record(Duration.ofNanos(nanos)));
        meters.gauge("record.queue.depth", "events that wait to be written", works::waitingEvents);
        meters.counter("record.lost.events", "events that the log could not take", works::lostEvents);
    }

    private void lines(Works works, String instrument) {
        line(works, instrument, "exchanges", "exchanges begun", LineStatistics::exchanges);
        line(works, instrument, "timeouts", "exchanges without the answer due", LineStatistics::timeOuts);
        line(works, instrument, "garbled", "exchanges with another answer", LineStatistics::garbledReplies);
        line(
                works,
                instrument,
                "resynchronisations",
                "attempts to make the line believable again, each after a failed exchange and before a retry",
                LineStatistics::resynchronisations);
        line(works, instrument, "reconnects", "times it was lost and came back", LineStatistics::reconnects);
        line(works, instrument, "sent.bytes", "bytes sent", LineStatistics::bytesSent);
        line(works, instrument, "received.bytes", "bytes received", LineStatistics::bytesReceived);
    }

    private void line(
            Works works, String instrument, String what, String description, ToDoubleFunction<LineStatistics> value) {
        meters.counter(
                "line." + what,
                description,
                () -> works.line(instrument).map(value::applyAsDouble).orElse(Double.NaN),
                INSTRUMENT,
                instrument);
    }

    private Timer latency(String instrument) {
        return meters.timer(
                "line.latency",
                "from the first byte sent to the last received, of exchanges with an answer",
                INSTRUMENT,
                instrument);
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof ScalarRead read) {
            reading(read);
        } else if (event instanceof GuardTripped tripped) {
            latched(tripped.guard(), 1);
            meters.count("guard.trips", "times a guard tripped", "guard", tripped.guard());
        } else if (event instanceof OperatorSaid said && !said.about().isEmpty()) {
            latched(said.about(), 0);
        } else if (event instanceof LineChanged changed) {
            boolean isGood = changed.state() == LineState.BACK || changed.state() == LineState.ANSWERING;
            meters.level(
                    "line.suspect",
                    "1 while a line is lost, refused or silent",
                    isGood ? 0 : 1,
                    "line",
                    changed.line());
        } else if (event instanceof PhaseStarted started) {
            meters.count("phases.started", "phases begun", "phase", bare(started.phase()));
        } else if (event instanceof PhaseEnded ended) {
            ended(bare(ended.phase()), lower(ended.quality()));
        } else if (event instanceof RunEnded ended) {
            meters.count("runs", "runs over, by how they ended", "status", ended.status());
            meters.level("run.safe", "1 if every instrument was seen safe at the end", ended.isSafe() ? 1 : 0);
        }
    }

    private void reading(ScalarRead read) {
        String description = "newest polled reading";
        switch (read.unit()) {
            case "K" -> meters.level("temperature.kelvin", description, read.value(), "channel", read.channel());
            case "T" -> meters.level("field.tesla", description, read.value(), "channel", read.channel());
            default ->
                meters.level("reading", description, read.value(), "channel", read.channel(), "unit", read.unit());
        }
    }

    private void latched(String guard, double value) {
        meters.level("guard.latched", "1 from when a guard tripped until it is acknowledged", value, "guard", guard);
    }

    private void ended(String phase, String quality) {
        meters.count("phases.ended", "phases over, by their mark", "phase", phase, "quality", quality);
        if (phase.equals("recover")) {
            meters.count("shots", "shots that came to their end, by the mark of it", "status", quality);
        }
    }

    /** Phases of a run of several shots carry a label of their shot before their name. */
    private static String bare(String phase) {
        return phase.substring(phase.lastIndexOf(' ') + 1);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
