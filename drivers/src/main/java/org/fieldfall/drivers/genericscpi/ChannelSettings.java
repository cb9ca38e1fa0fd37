package org.fieldfall.drivers.genericscpi;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One number from one instrument.
 *
 * @param name what the channel is called in records
 * @param unit of the number, as the instrument gives it
 * @param query the question
 * @param identity what is found in the answer to {@code *IDN?}; empty accepts any instrument that tells its name
 * @param commandEnd what ends a command, LF, CR or both
 * @param gap least time between two commands
 * @param replyWithin longest silence while a reply is due
 */
public record ChannelSettings(
        String name,
        String unit,
        String query,
        Optional<Pattern> identity,
        String commandEnd,
        Duration gap,
        Duration replyWithin) {

    public ChannelSettings {
        if (name.isBlank() || !query.contains("?")) {
            throw new IllegalArgumentException("a channel needs a name and a question with a question mark, not \""
                    + name + "\", \"" + query + "\"");
        }
        if (!commandEnd.matches("[\r\n]{1,2}")) {
            throw new IllegalArgumentException("channel " + name + ": a command ends with LF, CR or both");
        }
    }
}
