package org.fieldfall.drivers.fastps;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Dialect;
import org.fieldfall.drivers.scpi.Probe;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.InstrumentFaultException;

/** Commands and questions to a FAST-PS, every one of which it answers. Safe to share between threads. */
final class FastPsLine {

    private static final int LONGEST_LINE = 64;
    private static final Duration QUIET = Duration.ofMillis(100);
    /** The manual asks for so long between two looks at the status while it ramps. */
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(100);

    private static final Probe MODEL = new Probe("VER", Pattern.compile("FAST-PS|NGPS"));
    private static final Probe STATUS = new Probe("MST", Pattern.compile("^#[^#:]*:\\s*[0-9A-Fa-f]{8}$"));

    private static final Reply<Answer<Double>> NUMBER = Answer.of("a number", FastPsLine::finite);
    private static final Reply<Answer<String>> WORD = Answer.of("a word", text -> text);
    private static final Reply<Answer<StatusWord>> STATUS_WORD =
            Answer.of("eight hexadecimal digits", StatusWord::parse);
    private static final Reply<Answer<String>> NAME = Answer.whole("a name", text -> text);

    private final ScpiLine line;
    private final Pace pace;

    /** When the status may be asked again, of all lines that lead to one box. */
    private static final class Pace {
        private volatile Optional<Deadline> next = Optional.empty();

        Duration remaining() {
            return next.map(Deadline::remaining).orElse(Duration.ZERO);
        }
    }

    FastPsLine(Line line, Duration replyWithin) {
        this(
                new ScpiLine(line, new Dialect("\r\n", LONGEST_LINE, Duration.ZERO, replyWithin, QUIET, MODEL, STATUS)),
                new Pace());
    }

    private FastPsLine(ScpiLine line, Pace pace) {
        this.line = line;
        this.pace = pace;
    }

    /** The same, with exchanges that {@code change} decides about. */
    FastPsLine with(Function<ScpiLine, ScpiLine> change) {
        return new FastPsLine(change.apply(line), pace);
    }

    ScpiLine scpi() {
        return line;
    }

    String who() {
        return line.who();
    }

    Deadline deadline(Duration within) {
        return line.deadline(within);
    }

    /** A command; fails if it is refused. Never sent twice. */
    void tell(String command, Deadline deadline) {
        var unused = accepted(command, line.askOnce(command, Answer.ACKNOWLEDGED, deadline));
    }

    double number(String query, Deadline deadline) {
        return accepted(query, line.ask(query, NUMBER, deadline));
    }

    String word(String query, Deadline deadline) {
        return accepted(query, line.ask(query, WORD, deadline));
    }

    /** The name its users gave it; empty if they gave none. */
    String name(Deadline deadline) {
        return line.ask("MRID", NAME, deadline).value().orElse("");
    }

    /** Waits its turn first, so it may be asked as often as one likes. */
    StatusWord status(Deadline deadline) {
        Duration wait = pace.remaining();
        if (!wait.isZero()) {
            line.rest(wait, deadline);
        }
        StatusWord status = accepted("MST", line.ask("MST", STATUS_WORD, deadline));
        pace.next = Optional.of(line.deadline(BETWEEN_POLLS));
        return status;
    }

    /** Whether there is time for another look at the status. */
    static boolean hasTimeToPoll(Deadline deadline) {
        return deadline.remaining().compareTo(BETWEEN_POLLS.multipliedBy(2)) > 0;
    }

    private <T> T accepted(String asked, Answer<T> answer) {
        return answer.value()
                .orElseThrow(() -> new InstrumentFaultException(
                        who(), "asked \"" + asked + "\", it refuses: " + Refusal.words(answer.refusal())));
    }

    private static double finite(String text) {
        double value = ScpiNumber.parse(text);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("\"" + text + "\" marks an invalid value");
        }
        return value;
    }
}
