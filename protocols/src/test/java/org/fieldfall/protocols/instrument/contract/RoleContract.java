package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

/** What every role promises: who it is, that its deadlines hold, and what comes of a silent or a lost line. */
public abstract class RoleContract {

    /** Enough for any call. */
    protected static final Duration WITHIN = Duration.ofSeconds(8);

    private static final Duration SHORT = Duration.ofMillis(200);
    // Of a busy machine with two cores; the calls themselves have no excuse.
    private static final Duration SLACK = Duration.ofMillis(600);
    private static final Duration LOSS_FOUND = Duration.ofSeconds(2);
    private static final Duration REOPENED = Duration.ofSeconds(12);

    protected abstract Bench bench();

    protected abstract Identity identify(Duration within);

    /** Asks another instrument, of a model that the role's driver does not know, who it is. */
    protected abstract Identity identifyAnother(Duration within);

    protected abstract void resynchronise(Duration within);

    /** Each call that needs an answer, by name; made one after another they leave all as it was. */
    protected abstract Map<String, Consumer<Duration>> questions();

    private Map<String, Consumer<Duration>> allQuestions() {
        Map<String, Consumer<Duration>> all = new LinkedHashMap<>();
        all.put("identify", this::identify);
        all.putAll(questions());
        return all;
    }

    /** Refuses a value whatever the line does, because nothing is asked; then the line is as it was. */
    protected final void assertRefusedBeforeTheWire(ThrowingCallable call) {
        bench().silence(true);
        try {
            long asked = bench().nanos();
            assertThatIllegalArgumentException().isThrownBy(call);
            assertThat(since(asked)).isLessThan(SHORT);
        } finally {
            bench().silence(false);
        }
    }

    /** Leaves one call without its answer. */
    protected final void assertUnanswered(Consumer<Duration> call) {
        bench().silence(true);
        try {
            assertThatExceptionOfType(NoReplyException.class).isThrownBy(() -> call.accept(SHORT));
        } finally {
            bench().silence(false);
        }
    }

    protected final Duration since(long nanos) {
        return Duration.ofNanos(bench().nanos() - nanos);
    }

    @Test
    void saysWhoItIs() {
        Identity found = identify(WITHIN);

        assertThat(found.model()).isNotBlank();
        assertThat(identify(WITHIN)).isEqualTo(found);
    }

    @Test
    void refusesAnotherModel() {
        assertThatExceptionOfType(WrongInstrumentException.class).isThrownBy(() -> identifyAnother(WITHIN));
    }

    @Test
    void reportsSilenceByNameBeforeTheDeadlineOfTheCall() {
        bench().silence(true);
        try {
            allQuestions().forEach((name, question) -> {
                long asked = bench().nanos();
                assertThatExceptionOfType(NoReplyException.class)
                        .as(name)
                        .isThrownBy(() -> question.accept(SHORT))
                        .satisfies(this::assertNamesTheLine);
                assertThat(since(asked)).as(name).isLessThan(SHORT.plus(SLACK));
            });
        } finally {
            bench().silence(false);
            resynchronise(WITHIN);
        }
    }

    @Test
    void answersAgainAfterASilence() {
        assertUnanswered(this::identify);

        resynchronise(WITHIN);

        assertAllAnswered();
    }

    @Test
    void reportsALostLineByNameAndWorksAgainOnceItIsBack() {
        Identity before = identify(WITHIN);
        bench().unplug();
        try {
            assertThat(loss().orElseThrow()).satisfies(this::assertNamesTheLine);
            allQuestions()
                    .forEach((name, question) -> assertThatExceptionOfType(LineLostException.class)
                            .as(name)
                            .isThrownBy(() -> question.accept(SHORT)));
        } finally {
            bench().plug();
        }

        assertThat(identifiedAgain()).isEqualTo(before);
        assertAllAnswered();
    }

    /** The report of the loss; a call that is under way may be left unanswered before it, but none may succeed. */
    private Optional<LineLostException> loss() {
        long unplugged = bench().nanos();
        while (since(unplugged).compareTo(LOSS_FOUND) < 0) {
            try {
                fail("the line is out, yet it answers: " + identify(SHORT));
            } catch (LineLostException found) {
                return Optional.of(found);
            } catch (InstrumentException notYet) {
                bench().rest();
            }
        }
        return Optional.empty();
    }

    /** Takes the line away and gives it back; it has been identified since. */
    protected final void loseTheLineForAWhile() {
        bench().unplug();
        try {
            assertThat(loss()).isPresent();
        } finally {
            bench().plug();
        }
        var unused = identifiedAgain();
    }

    private Identity identifiedAgain() {
        long plugged = bench().nanos();
        while (true) {
            try {
                return identify(WITHIN);
            } catch (LineLostException notYet) {
                assertThat(since(plugged)).as(notYet.getMessage()).isLessThan(REOPENED);
                bench().rest();
            }
        }
    }

    private void assertAllAnswered() {
        allQuestions().forEach((name, question) -> question.accept(WITHIN));
    }

    private void assertNamesTheLine(InstrumentException report) {
        assertThat(report.who()).contains(bench().resource());
        assertThat(report).hasMessageContaining(bench().resource());
    }
}
