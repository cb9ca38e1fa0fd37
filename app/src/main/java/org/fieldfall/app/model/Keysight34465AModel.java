package org.fieldfall.app.model;

import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.truevolt.MeterRange;
import org.fieldfall.drivers.truevolt.Truevolt34465A;
import org.fieldfall.drivers.truevolt.TruevoltSettings;
import org.fieldfall.drivers.volts.VoltsAcrossSensor;
import org.fieldfall.drivers.volts.VoltsAcrossShunt;
import org.fieldfall.protocols.instrument.CalibrationCurve;
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
    public record Settings(double rangeVolts) implements SampleThermometerOffer, FieldMonitorOffer {

        /** A Truevolt measures 20 % beyond its range (34465A data sheet, DC voltage). */
        private static final double OVERRANGE = 1.2;

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(0, 0));
        }

        @Override
        public MeterCapability meterCapability() {
            return Truevolt34465A.CAPABILITY;
        }

        @Override
        public VoltsAcrossSensor sampleThermometer(
                OpenBox box, RigConfig.SampleThermometer role, CalibrationCurve curve) {
            return new VoltsAcrossSensor(meter(box), role.excitationAmperes().value(), curve);
        }

        @Override
        public DoubleUnaryOperator tesla(RigConfig.Coil coil, RigConfig.FieldMonitor role) {
            double perVolt = VoltsAcrossShunt.teslaPerVolt(
                    coil.teslaPerAmpere().value(), role.shuntOhm().value());
            return volts -> volts * perVolt;
        }

        @Override
        public VoltsAcrossShunt fieldMonitor(OpenBox box, RigConfig.FieldMonitor role) {
            return new VoltsAcrossShunt(
                    meter(box),
                    box.place().rig().coil().teslaPerAmpere().value(),
                    role.shuntOhm().value());
        }

        private Truevolt34465A meter(OpenBox box) {
            return box.driver(
                    Truevolt34465A.class,
                    line -> new Truevolt34465A(
                            line, new TruevoltSettings(rangeVolts, box.place().replyWithin())));
        }

        @Override
        public List<Finding> rate(double volts, String where) {
            return List.of(Finding.of(
                    "range",
                    text("%g V", rangeVolts),
                    text("%g V %s, at most 1.2 times the range", volts, where),
                    volts <= OVERRANGE * rangeVolts));
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
