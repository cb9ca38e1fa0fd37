package org.fieldfall.app.config;

import java.util.Locale;
import org.fieldfall.app.config.ProtocolConfig.Course;

/** One shot of a protocol, with all of its values: its own, else those the shots share. */
public sealed interface ShotConfig {

    Kind kind();

    /** What a shot is for. */
    enum Kind {
        /** From Bi to Bf. */
        SWEEP,
        /** From Bf to Bi. */
        REVERSE,
        /** No change of field, all else the same. */
        ZERO,
        /** A sweep of the empty platform or a diamagnetic dummy. */
        BLANK,
        /** A known heat instead of a sweep: heat capacity and link. */
        HEATER_PULSE,
        /** Excitation reversed: the thermal EMF. */
        ZERO_CHECK;

        /** As the file writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A sweep, reverse, zero or blank shot.
     *
     * @param course as performed: of a reverse shot the initial field is the protocol's final one; of a zero shot both are
     */
    record FieldShot(Kind kind, Course course) implements ShotConfig {}

    /**
     * A pulse of the sample heater at a constant field.
     *
     * @param course both fields are that of the pulse, and what is recorded after the pulse is called relaxation
     */
    record HeaterPulse(double watts, double seconds, Course course) implements ShotConfig {
        @Override
        public Kind kind() {
            return Kind.HEATER_PULSE;
        }
    }

    /**
     * Readings with the excitation positive, negative and positive again.
     *
     * @param settleSeconds after each reversal
     * @param readings of each sign
     */
    record ZeroCheck(double settleSeconds, int readings) implements ShotConfig {
        @Override
        public Kind kind() {
            return Kind.ZERO_CHECK;
        }
    }
}
