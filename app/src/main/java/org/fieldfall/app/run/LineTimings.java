package org.fieldfall.app.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fieldfall.drivers.transport.LineStatistics;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.sequence.RigClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the record every {@value #EVERY_SECONDS} s of wall time how each line did since, and once more at the end. What it
 * tells the lines have counted anyway: nobody is asked, and the sequencer waits for nothing. It works on a thread of its
 * own.
 */
final class LineTimings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineTimings.class);
    private static final long EVERY_SECONDS = 5;
    private static final long TO_END_SECONDS = 2;

    private final Works works;
    private final RunListener ear;
    private final RigClock clock;
    private final Map<String, AnswerTimes> answers = new LinkedHashMap<>();
    private final Map<String, LineStatistics> told = new LinkedHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "line timings");
        made.setDaemon(true);
        return made;
    });

    LineTimings(Works works, RunListener ear, RigClock clock) {
        this.works = works;
        this.ear = ear;
        this.clock = clock;
        works.instruments().forEach(instrument -> {
            answers.put(instrument, new AnswerTimes());
            works.line(instrument).ifPresent(now -> told.put(instrument, now));
        });
        works.onAnswer((instrument, nanos) ->
                Optional.ofNullable(answers.get(instrument)).ifPresent(times -> times.add(nanos)));
    }

    void begin() {
        var unused = thread.scheduleAtFixedRate(this::attempt, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** A listener that fails once must not end them. */
    private void attempt() {
        try {
            tell();
        } catch (RuntimeException ofAListener) {
            LOG.error("how the lines did was not told", ofAListener);
        }
    }

    private void tell() {
        answers.forEach((instrument, times) -> works.line(instrument)
                .flatMap(now -> since(instrument, now, times.sinceLast()))
                .ifPresent(ear::heard));
    }

    private Optional<LineTimed> since(String instrument, LineStatistics now, AnswerTimes.Span span) {
        LineStatistics before = Optional.ofNullable(told.put(instrument, now)).orElse(now);
        LineTimed timed = new LineTimed(
                clock.seconds(),
                instrument,
                works.resource(instrument),
                now.exchanges() - before.exchanges(),
                span.medianSeconds(),
                span.longestSeconds(),
                now.timeOuts() - before.timeOuts(),
                now.garbledReplies() - before.garbledReplies(),
                now.reconnects() - before.reconnects());
        boolean isAnything = timed.exchanges() + timed.timeOuts() + timed.garbledReplies() + timed.reconnects() > 0;
        return isAnything ? Optional.of(timed) : Optional.empty();
    }

    /** Tells what is left to be told, unless a listener is stuck: the end of a run waits 2 s for it at most. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(TO_END_SECONDS, TimeUnit.SECONDS)) {
                attempt();
            } else {
                LOG.warn("how the lines did of late is not told: its thread still waits for a listener");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
