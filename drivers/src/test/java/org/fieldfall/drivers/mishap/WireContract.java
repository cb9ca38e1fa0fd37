package org.fieldfall.drivers.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/** The manners all drivers share, whatever their role. */
public abstract class WireContract {

    protected static final Duration SOON = Duration.ofSeconds(30);
    private static final int CALLS = 4;
    private static final int CASES = Boolean.getBoolean("fieldfall.long") ? 100_000 : 2_000;

    private static final List<Mishap> MISHAPS = List.of(Mishap.values());

    private int hits;
    private int refused;

    /** A fresh driver and box; the random numbers are the case's own. */
    protected abstract Bench bench(Random random);

    @Test
    void refusesAStranger() {
        Bench bench = bench(new Random(1));
        var wire = new MishapWire(
                said -> said.isEmpty() ? Optional.empty() : Optional.of(" ACME,Toaster,1,1\r\n"),
                bench.isPerByte(),
                new Random(1));

        try (Line line = wire.line()) {
            var driver = bench.plug().apply(line);

            assertThatThrownBy(() -> driver.identify().apply(SOON))
                    .isInstanceOf(WrongInstrumentException.class)
                    .hasMessageContaining("ACME,Toaster")
                    .hasMessageContaining("expected");
        }
    }

    @Test
    void identifiesItsOwnAndSaysWhenNobodyAnswers() {
        Bench bench = bench(new Random(2));
        var wire = new MishapWire(bench.box(), bench.isPerByte(), new Random(2));

        try (Line line = wire.line()) {
            var driver = bench.plug().apply(line);
            assertThat(driver.identify().apply(SOON).model()).isNotBlank();
            wire.deaf(true);
            long before = wire.nanos();

            assertThatThrownBy(() -> driver.identify().apply(Duration.ofSeconds(1)))
                    .isInstanceOf(NoReplyException.class);

            assertThat((wire.nanos() - before) * 1e-9).isCloseTo(1, within(0.25));
            wire.deaf(false);
            driver.resynchronise().accept(SOON);
            assertThat(driver.identify().apply(SOON).model()).isNotBlank();
        }
    }

    @Test
    void saysWhenTheLineIsGone() {
        Bench bench = bench(new Random(3));
        var wire = new MishapWire(bench.box(), bench.isPerByte(), new Random(3));

        try (Line line = wire.line()) {
            var driver = bench.plug().apply(line);
            wire.close();

            assertThatThrownBy(() -> driver.identify().apply(SOON)).isInstanceOf(LineLostException.class);
        }
    }

    @Test
    void acceptsNoWrongNumberWhateverBefallsAReply(TestInfo info, TestReporter reporter) {
        for (long seed = 0; seed < CASES; seed++) {
            play(seed);
        }

        reporter.publishEntry(
                info.getTestClass().orElseThrow().getSimpleName(),
                CASES + " cases, " + hits + " mishaps met, " + refused + " calls refused, no wrong number");
        assertThat(hits).as("mishaps that befell a reply").isGreaterThan(CASES / 3);
        assertThat(refused).as("calls refused").isGreaterThan(CASES / 20);
    }

    private void play(long seed) {
        var random = new Random(seed);
        Bench bench = bench(random);
        var wire = new MishapWire(bench.box(), bench.isPerByte(), random);
        Mishap mishap = MISHAPS.get(random.nextInt(MISHAPS.size()));
        try (Line line = wire.line()) {
            var driver = bench.plug().apply(line);
            wire.plan(mishap, random.nextInt(1 + random.nextInt(12)));
            String what = "seed " + seed + ", " + mishap;
            for (int i = 0; i < CALLS; i++) {
                call(driver, random, what);
            }
            hits += wire.hasHappened() ? 1 : 0;
            wire.plan(Mishap.NONE, 0);
            recovers(driver, what);
        }
    }

    private boolean call(Bench.Plugged driver, Random random, String what) {
        Bench.Trial trial = driver.trials().get(random.nextInt(driver.trials().size()));
        trial.begin().run();
        try {
            Object answer = trial.ask().get();
            assertThat(trial.isTrue().test(answer))
                    .as("%s: %s gave %s", what, trial.name(), answer)
                    .isTrue();
            return true;
        } catch (InstrumentException e) {
            refused++;
            return false;
        }
    }

    // One call may still meet what is left of the mishap; resynchronised, the line is as good as new.
    private void recovers(Bench.Plugged driver, String what) {
        boolean works = false;
        for (int i = 0; i < 3 && !works; i++) {
            works = call(driver, new Random(i), what);
        }
        assertThat(works).as("%s: works again", what).isTrue();
    }
}
