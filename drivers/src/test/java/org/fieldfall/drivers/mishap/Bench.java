package org.fieldfall.drivers.mishap;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.Identity;

/**
 * A driver with a box on the other end that knows the truth.
 *
 * @param box answers, each reading another number
 * @param isPerByte every byte is a command
 * @param plug makes the driver
 */
public record Bench(Box box, boolean isPerByte, Function<Line, Plugged> plug) {

    /** One call and what its answer must be, judged by what the box said since the call began. */
    public record Trial(String name, Runnable begin, Supplier<Object> ask, Predicate<Object> isTrue) {}

    /** The driver as the contract uses it. */
    public record Plugged(
            Function<Duration, Identity> identify, Consumer<Duration> resynchronise, List<Trial> trials) {}
}
