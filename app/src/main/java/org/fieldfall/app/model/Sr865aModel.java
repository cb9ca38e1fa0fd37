package org.fieldfall.app.model;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.Role;
import org.fieldfall.app.config.Section;
import org.fieldfall.drivers.sr865a.LockInSettings;
import org.fieldfall.drivers.sr865a.Sr865a;
import org.fieldfall.drivers.volts.VoltsAcrossSensor;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.MeterCapability;

/** Stanford Research SR865A as the AC bridge of the sample's thermometer. */
public final class Sr865aModel implements Model {

    private static final double USUAL_SECONDS = 1e-3;

    /** Those that are of use here; the box has longer ones. */
    private static final Map<String, Double> TIME_CONSTANTS = Map.of(
            "30 us", 30e-6,
            "100 us", 100e-6,
            "300 us", 300e-6,
            "1 ms", 1e-3,
            "3 ms", 3e-3,
            "10 ms", 10e-3,
            "30 ms", 30e-3,
            "100 ms", 100e-3);

    @Override
    public String driver() {
        return "srs-sr865a";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Settings read(Section at) {
        return new Settings(at.oneOf("time-constant", TIME_CONSTANTS).orElse(USUAL_SECONDS));
    }

    /** What the section says. */
    public record Settings(double timeConstantSeconds) implements SampleThermometerOffer {

        @Override
        public Optional<Twin> twin() {
            return Optional.of(new Twin(0, 0));
        }

        @Override
        public MeterCapability meterCapability() {
            return Sr865a.CAPABILITY;
        }

        @Override
        public VoltsAcrossSensor sampleThermometer(
                OpenBox box, RigConfig.SampleThermometer role, CalibrationCurve curve) {
            return new VoltsAcrossSensor(lockIn(box), role.excitationAmperes().value(), curve);
        }

        private Sr865a lockIn(OpenBox box) {
            return box.driver(
                    Sr865a.class,
                    line -> new Sr865a(
                            line,
                            new LockInSettings(timeConstantSeconds, box.place().replyWithin())));
        }

        @Override
        public List<Finding> inspect(Role role, OpenBox box, Duration within) {
            int found = lockIn(box).measureFilter(within);
            return List.of(Finding.of(
                    "its filter",
                    text("now number %d", found),
                    text("any; a shot sets %g s", timeConstantSeconds),
                    true));
        }
    }
}
