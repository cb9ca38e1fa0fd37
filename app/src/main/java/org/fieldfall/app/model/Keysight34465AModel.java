package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.truevolt.MeterRange;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.drivers.truevolt.TruevoltSettings;
import org.fieldfall.protocols.instrument.MeterCapability;

/** Keysight 34465A in DC volts. */
public final class Keysight34465AModel implements Model {

    @Override
    public String driver() {
        return "keysight-34465a";
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
            return Truevolt34465A.CAPABILITY;
        }

        @Override
        public Truevolt34465A meter(OpenBox box) {
            return box.driver(
                    Truevolt34465A.class,
                    line -> new Truevolt34465A(
                            line, new TruevoltSettings(rangeVolts, box.place().replyWithin())));
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            MeterRange found = meter(box).measureRange(within);
            return List.of(Finding.of(
                    "its ranges",
                    text("%g V to %g V, now %g V", found.leastVolts(), found.mostVolts(), found.nowVolts()),
                    text("%g V among them", rangeVolts),
                    rangeVolts >= found.leastVolts() && rangeVolts <= found.mostVolts()));
        }
    }
}
