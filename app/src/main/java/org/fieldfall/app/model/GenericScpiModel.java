package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig.AuxiliaryRole;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.app.config.UnfitValueException;
import org.fieldfall.drivers.genericscpi.ChannelSettings;
import org.fieldfall.drivers.genericscpi.ScpiChannel;
import org.fieldfall.drivers.transport.SerialSettings;

/** Any instrument that answers a line of text with a number. What can be left out has the value that most of them want. */
public final class GenericScpiModel implements Model {

    private static final Map<String, String> TERMINATORS = Map.of("lf", "\n", "cr", "\r", "cr-lf", "\r\n");

    @Override
    public String driver() {
        return "generic-scpi";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Set<Role> together() {
        return Set.of(Role.AUXILIARY);
    }

    @Override
    public Settings read(Section at) {
        return new Settings(
                SerialKeys.optional(at),
                at.oneOf("terminator", TERMINATORS, "\n"),
                at.quantity("gap", Measure.DURATION, NOT_NEGATIVE, 0),
                at.text("identity", "a regular expression for the answer to *IDN?", GenericScpiModel::expression));
    }

    private static String expression(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            throw new UnfitValueException(e.getDescription());
        }
    }

    /**
     * What the section says.
     *
     * @param line counts where it is a serial one
     * @param commandEnd what ends each message that is sent
     * @param gapSeconds from one message to the next, at least
     * @param identity regular expression that has to be found in the answer to {@code *IDN?}
     */
    public record Settings(SerialKeys line, String commandEnd, double gapSeconds, String identity)
            implements AuxiliaryOffer {

        @Override
        public SerialSettings serial() {
            return line.settings();
        }

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(line.baud(), 0));
        }

        @Override
        public ScpiChannel auxiliary(OpenBox box, AuxiliaryRole role) {
            return new ScpiChannel(
                    box.line(),
                    new ChannelSettings(
                            role.name(),
                            role.unit(),
                            role.query(),
                            Optional.of(Pattern.compile(identity)),
                            commandEnd,
                            Place.seconds(gapSeconds),
                            box.place().replyWithin()));
        }
    }
}
