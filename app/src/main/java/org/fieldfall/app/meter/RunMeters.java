package org.fieldfall.app.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
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

/**
 * Measures a run while it happens, for Prometheus to read; the names are in {@code app/docs/metrics.md}. Base units, all
 * names begin with {@code fieldfall_} but those of the Java process. Safe to share between threads.
 */
public final class RunMeters implements RunObserver, AutoCloseable {

    private static final String INSTRUMENT = "instrument";
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<String, Double> readings = new ConcurrentHashMap<>();
    private final Map<String, Double> levels = new ConcurrentHashMap<>();
    // Meters hold what they ask by a weak reference.
    private final List<Object> kept = new CopyOnWriteArrayList<>();

    public RunMeters() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** What Prometheus reads, in its text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    /** The kind of content that {@link #scrape} answers. */
    public static String contentType() {
        return "text/plain; version=0.0.4; charset=utf-8";
    }

    /**
     * A number that is asked for whenever somebody reads.
     *
     * @param name with dots, as in {@code bus.queue.depth}
     */
    public void gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder("fieldfall." + name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** As {@link #gauge}, of what only grows. */
    public void counter(String name, String description, DoubleSupplier value) {
        FunctionCounter.builder("fieldfall." + name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .register(registry);
        kept.add(value);
    }

    /** What a page shows of the run: the newest temperature, field and residual. */
    public void watch(RunView view) {
        gauge("sample.temperature.kelvin", "newest temperature of the sample", () -> last(view, "temperature"));
        gauge("sample.field.tesla", "newest field", () -> last(view, "field"));
        gauge(
                "residual.sigma",
                "newest measured minus predicted temperature, in standard uncertainties",
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
        Gauge.builder("fieldfall.run", () -> 1)
                .description("a run is there; its source and its sample")
                .tags("source", source.name().toLowerCase(Locale.ROOT), "folder", name(folder))
                .register(registry);
        level("run.shots", "shots of the run", Tags.empty(), shots.size());
    }

    private static String name(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "" : name.toString();
    }

    @Override
    public void works(Works works) {
        works.lines().keySet().forEach(instrument -> lines(works, instrument));
        works.onAnswer((instrument, nanos) -> latency(instrument).record(Duration.ofNanos(nanos)));
        Timer flushes = timer("record.flush", "time in which the log was forced to the disk", Tags.empty());
        works.onForce(nanos -> flushes.record(Duration.ofNanos(nanos)));
        gauge("record.queue.depth", "events that wait to be written", works::waitingEvents);
        counter("record.lost.events", "events that the log could not take", works::lostEvents);
    }

    private void lines(Works works, String instrument) {
        var unused = latency(instrument);
        line(works, instrument, "line.exchanges", "exchanges begun", LineStatistics::exchanges);
        line(works, instrument, "line.timeouts", "exchanges without the answer due", LineStatistics::timeOuts);
        line(works, instrument, "line.garbled", "exchanges with another answer", LineStatistics::garbledReplies);
        line(
                works,
                instrument,
                "line.resynchronisations",
                "attempts to make the line believable again, each after a failed exchange and before a retry",
                LineStatistics::resynchronisations);
        line(works, instrument, "line.reconnects", "times it was lost and came back", LineStatistics::reconnects);
        line(works, instrument, "line.sent.bytes", "bytes sent", LineStatistics::bytesSent);
        line(works, instrument, "line.received.bytes", "bytes received", LineStatistics::bytesReceived);
    }

    private void line(
            Works works, String instrument, String name, String description, ToDoubleFunction<LineStatistics> value) {
        FunctionCounter.builder(
                        "fieldfall." + name,
                        works,
                        all -> all.lines().entrySet().stream()
                                .filter(line -> line.getKey().equals(instrument))
                                .mapToDouble(line -> value.applyAsDouble(line.getValue()))
                                .sum())
                .description(description)
                .tags(INSTRUMENT, instrument)
                .register(registry);
        kept.add(works);
    }

    private Timer latency(String instrument) {
        return timer(
                "line.latency",
                "from the first byte sent to the last received, of exchanges with an answer",
                Tags.of(INSTRUMENT, instrument));
    }

    private Timer timer(String name, String description, Tags tags) {
        return Timer.builder("fieldfall." + name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof ScalarRead read) {
            reading(read);
        } else if (event instanceof GuardTripped tripped) {
            level("guard.latched", "1 from when a guard tripped until it is acknowledged", guard(tripped.guard()), 1);
            count("guard.trips", "times a guard tripped", guard(tripped.guard()));
        } else if (event instanceof OperatorSaid said && !said.about().isEmpty()) {
            level("guard.latched", "1 from when a guard tripped until it is acknowledged", guard(said.about()), 0);
        } else if (event instanceof LineChanged changed) {
            suspect(changed);
        } else if (event instanceof PhaseStarted started) {
            count("phases.started", "phases begun", Tags.of("phase", bare(started.phase())));
        } else if (event instanceof PhaseEnded ended) {
            count(
                    "phases.ended",
                    "phases over, by their mark",
                    Tags.of(
                            "phase",
                            bare(ended.phase()),
                            "quality",
                            ended.quality().name().toLowerCase(Locale.ROOT)));
            if (bare(ended.phase()).equals("recover")) {
                count("shots", "shots that came to their end, by the mark of it", quality(ended));
            }
        } else if (event instanceof RunEnded ended) {
            count("runs", "runs over, by how they ended", Tags.of("status", ended.status()));
            level("run.safe", "1 if every instrument was seen safe at the end", Tags.empty(), ended.isSafe() ? 1 : 0);
        }
    }

    private static Tags quality(PhaseEnded ended) {
        return Tags.of("status", ended.quality().name().toLowerCase(Locale.ROOT));
    }

    /** Phases of a run of several shots carry a label of their shot before their name. */
    private static String bare(String phase) {
        return phase.substring(phase.lastIndexOf(' ') + 1);
    }

    private static Tags guard(String name) {
        return Tags.of("guard", name);
    }

    private void suspect(LineChanged changed) {
        boolean isGood = changed.state() == LineState.BACK || changed.state() == LineState.ANSWERING;
        level(
                "line.suspect",
                "1 while a line is lost, refused or silent",
                Tags.of("line", changed.line()),
                isGood ? 0 : 1);
    }

    private void reading(ScalarRead read) {
        String unit = read.unit();
        String name = unit.equals("K") ? "temperature.kelvin" : unit.equals("T") ? "field.tesla" : "reading";
        Tags tags = Tags.of("channel", read.channel());
        Tags whole = name.equals("reading") ? tags.and("unit", unit) : tags;
        if (readings.put(read.channel(), read.value()) == null) {
            Gauge.builder("fieldfall." + name, readings, all -> all.getOrDefault(read.channel(), Double.NaN))
                    .description("newest polled reading")
                    .tags(whole)
                    .register(registry);
        }
    }

    private void level(String name, String description, Tags tags, double value) {
        String key = name + tags;
        if (levels.put(key, value) == null) {
            Gauge.builder("fieldfall." + name, levels, all -> all.getOrDefault(key, Double.NaN))
                    .description(description)
                    .tags(tags)
                    .register(registry);
        }
    }

    private void count(String name, String description, Tags tags) {
        Counter.builder("fieldfall." + name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
