package org.fieldfall.app.config;

import java.util.Set;
import org.fieldfall.app.config.ProtocolConfig.Course;
import org.fieldfall.app.config.ShotConfig.FieldShot;
import org.fieldfall.app.config.ShotConfig.HeaterPulse;

/**
 * A control of a campaign. Where it does not say otherwise itself, it takes temperature, fields and rate from the sweep it
 * stands beside, so that it tells of that one.
 *
 * @param shot as it is beside the protocol's own sweep
 * @param own keys that it says itself
 */
public record ControlConfig(ShotConfig shot, Set<String> own) {

    public ControlConfig {
        own = Set.copyOf(own);
    }

    /** Beside a sweep of this course. */
    public ShotConfig beside(Course sweep) {
        if (shot instanceof HeaterPulse pulse) {
            double tesla = own.contains("at-field") ? pulse.course().initialFieldTesla() : sweep.initialFieldTesla();
            return new HeaterPulse(pulse.watts(), pulse.seconds(), settings(pulse.course(), sweep, tesla, tesla));
        }
        return shot instanceof FieldShot swept ? new FieldShot(swept.kind(), course(swept, sweep)) : shot;
    }

    private Course course(FieldShot swept, Course sweep) {
        Course usual = switch (swept.kind()) {
            case REVERSE -> sweep.between(sweep.finalFieldTesla(), sweep.initialFieldTesla());
            case ZERO -> sweep.between(sweep.finalFieldTesla(), sweep.finalFieldTesla());
            default -> sweep;
        };
        Course read = swept.course();
        return settings(
                read,
                sweep,
                own.contains("initial-field") ? read.initialFieldTesla() : usual.initialFieldTesla(),
                own.contains("final-field") ? read.finalFieldTesla() : usual.finalFieldTesla());
    }

    private Course settings(Course read, Course sweep, double initialTesla, double finalTesla) {
        return read.between(initialTesla, finalTesla)
                .from(
                        own.contains("initial-temperature") ? read.initialKelvin() : sweep.initialKelvin(),
                        own.contains("rate") ? read.rateTeslaPerSecond() : sweep.rateTeslaPerSecond());
    }
}
