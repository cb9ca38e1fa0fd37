package org.fieldfall.app.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.InstrumentKind;
import org.fieldfall.app.config.Role;
import org.fieldfall.drivers.transport.SerialSettings;
import org.fieldfall.drivers.transport.SerialSettings.FlowControl;

/** One instrument of a model, as its section of the rig file describes it. */
public interface ModelSettings extends InstrumentKind.Settings {

    /** How its line is set up if that is a serial one. */
    default SerialSettings serial() {
        return SerialSettings.of8N1(9600, FlowControl.NONE);
    }

    /** What the simulator has to know to pretend it; empty where it cannot. */
    default Optional<Twin> twin() {
        return Optional.empty();
    }

    @Override
    default boolean hasTwin() {
        return twin().isPresent();
    }

    /**
     * What a check asks of it beyond what any instrument of that role tells, by questions that change nothing.
     *
     * @param role one that it fills in the rig
     */
    default List<Finding> inspect(Role role, OpenBox box, Duration within) {
        return List.of();
    }

    /**
     * A simulated instrument's own time.
     *
     * @param baud speed of its serial line
     * @param bootSeconds for which it is deaf after its port was opened
     */
    record Twin(int baud, double bootSeconds) {}
}
