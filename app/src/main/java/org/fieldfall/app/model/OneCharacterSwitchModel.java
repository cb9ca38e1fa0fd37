package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.NOT_NEGATIVE;

import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig.HeatSwitchRole;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.onecharacterswitch.OneCharacterSwitch;
import org.fieldfall.drivers.onecharacterswitch.SwitchSettings;
import org.fieldfall.drivers.transport.SerialSettings;

/** Microcontroller that answers single letters, 8 data bits, no parity, 1 stop bit. */
public final class OneCharacterSwitchModel implements Model {

    @Override
    public String driver() {
        return "one-character-switch";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(SerialKeys.baud(at), at.quantity("boot", Measure.DURATION, NOT_NEGATIVE));
    }

    /** @param bootSeconds for which the board is deaf after its port was opened */
    public record Settings(SerialKeys line, double bootSeconds) implements HeatSwitchOffer {

        /** The board notices that its port was opened later than the host does. */
        private static final double BOOT_SPARE_SECONDS = 0.5;

        @Override
        public SerialSettings serial() {
            return line.settings();
        }

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(line.baud(), bootSeconds));
        }

        @Override
        public OneCharacterSwitch heatSwitch(OpenBox box, HeatSwitchRole role) {
            var settings = new SwitchSettings(
                    Place.seconds(bootSeconds + BOOT_SPARE_SECONDS),
                    role.settleSeconds(),
                    box.place().replyWithin());
            return box.driver(OneCharacterSwitch.class, open -> new OneCharacterSwitch(open, settings));
        }
    }
}
