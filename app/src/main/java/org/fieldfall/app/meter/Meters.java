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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/**
 * Named numbers as Prometheus reads them. Names have dots and get {@code fieldfall_} before them; labels are pairs of name and
 * value. Safe to share between threads.
 */
public final class Meters implements AutoCloseable {

    /** What {@link #scrape} answers. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

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
    private final Map<String, Double> levels = new ConcurrentHashMap<>();
    // The registry holds what it asks by a weak reference.
    private final List<DoubleSupplier> kept = new CopyOnWriteArrayList<>();

    public Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Everything in Prometheus's text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    /** A number that is asked for whenever somebody reads. */
    public void gauge(String name, String description, DoubleSupplier value, String... labels) {
        Gauge.builder("fieldfall." + name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .tags(labels)
                .strongReference(true)
                .register(registry);
    }

    /** As {@link #gauge}, of what only grows. */
    public void counter(String name, String description, DoubleSupplier value, String... labels) {
        kept.add(value);
        FunctionCounter.builder("fieldfall." + name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .tags(labels)
                .register(registry);
    }

    /** A number that stays until it is told again. */
    void level(String name, String description, double value, String... labels) {
        String key = name + Tags.of(labels);
        if (levels.put(key, value) == null) {
            gauge(name, description, () -> levels.getOrDefault(key, Double.NaN), labels);
        }
    }

    void count(String name, String description, String... labels) {
        Counter.builder("fieldfall." + name)
                .description(description)
                .tags(labels)
                .register(registry)
                .increment();
    }

    Timer timer(String name, String description, String... labels) {
        return Timer.builder("fieldfall." + name)
                .description(description)
                .tags(labels)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
