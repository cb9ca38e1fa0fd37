package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.dmm6500.Dmm6500;
import org.fieldfall.drivers.dmm6500.DmmSettings;
import org.fieldfall.protocols.instrument.MeterCapability;

/** Keithley DMM6500 in DC volts. */
public final class KeithleyDmm6500Model implements Model {

    @Override
    public String driver() {
        return "keithley-dmm6500";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(at.quantity("range", Measure.VOLTAGE, POSITIVE));
    }

    /** What the section says. */
    public record Settings(double rangeVolts) implements DcVoltmeterOffer {

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(0, 0));
        }

        @Override
        public MeterCapability meterCapability() {
            return Dmm6500.CAPABILITY;
        }

        @Override
        public Dmm6500 meter(OpenBox box) {
            return box.driver(
                    Dmm6500.class,
                    line -> new Dmm6500(
                            line, new DmmSettings(rangeVolts, box.place().replyWithin())));
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            double found = meter(box).measureRange(within);
            return List.of(Finding.of(
                    "its range", text("now %g V", found), text("a DC range; a shot sets %g V", rangeVolts), found > 0));
        }
    }
}
