package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.POSITIVE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig.ExcitationRole;
import org.fieldfall.app.config.RigConfig.Roles;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.keithley2400.Keithley2400;
import org.fieldfall.drivers.keithley2400.SourceSettings;
import org.fieldfall.drivers.keithley2400.SourceSetup;
import org.fieldfall.drivers.transport.SerialSettings;

/** Keithley 2400 as current source. */
public final class Keithley2400Model implements Model {

    @Override
    public String driver() {
        return "keithley-2400";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(SerialKeys.baud(at), at.quantity("compliance", Measure.VOLTAGE, POSITIVE));
    }

    /** @param complianceVolts voltage limit */
    public record Settings(SerialKeys line, double complianceVolts) implements ExcitationOffer {

        @Override
        public SerialSettings serial() {
            return line.settings();
        }

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(line.baud(), 0));
        }

        @Override
        public Keithley2400 excitation(OpenBox box, ExcitationRole role) {
            Roles roles = box.place().rig().roles();
            var settings = new SourceSettings(
                    role.maxAmperes(),
                    complianceVolts,
                    roles.sampleThermometer().excitationAmperes().relativeSigma(),
                    box.place().replyWithin());
            return box.driver(Keithley2400.class, open -> new Keithley2400(open, settings));
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            var filled = box.place().rig().roles().excitation().orElseThrow();
            SourceSetup found = excitation(box, filled).measureSetup(within);
            return List.of(
                    Finding.now("level", found.isOn() ? found.levelAmperes() : 0, "A"),
                    Finding.now("limit", found.complianceVolts(), "V"));
        }
    }
}
