package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;

/**
 * One shot of a protocol.
 *
 * @param settings fields already in the order of the kind: a reverse shot starts at the protocol's final field
 * @param pulse heat of a heater pulse; empty for the other kinds
 * @param reversal how a zero check turns the current; empty for the other kinds
 */
public record Shot(ShotKind kind, ShotSettings settings, Optional<Pulse> pulse, Optional<Reversal> reversal) {

    /** A rectangular pulse of heat. */
    public record Pulse(double watts, double seconds) {}

    /** Readings with the current forward, backward and off, each after a time to settle. */
    public record Reversal(double settleSeconds, int readings) {}

    public Shot {
        if (kind == ShotKind.ZERO_CHECK != reversal.isPresent()) {
            throw new IllegalArgumentException("a reversal belongs to a zero check and to no other, not to " + kind);
        }
        if (kind == ShotKind.HEATER_PULSE != pulse.isPresent()) {
            throw new IllegalArgumentException(
                    "a pulse belongs to a heater-pulse shot and to no other, not to " + kind);
        }
    }

    public static Shot of(ShotKind kind, ShotSettings settings) {
        return new Shot(kind, settings, Optional.empty(), Optional.empty());
    }

    public static Shot pulse(ShotSettings settings, Pulse pulse) {
        return new Shot(ShotKind.HEATER_PULSE, settings, Optional.of(pulse), Optional.empty());
    }

    public static Shot reversal(ShotSettings settings, Reversal reversal) {
        return new Shot(ShotKind.ZERO_CHECK, settings, Optional.empty(), Optional.of(reversal));
    }

    /** The settings with the fields that it goes through; a zero check stays at the initial one. */
    ShotSettings performed() {
        return kind == ShotKind.ZERO_CHECK
                ? settings.between(settings.initialTesla(), settings.initialTesla())
                : settings;
    }

    /** How many buffered readings it asks the thermometer for, spare ones included; none where the host reads one by one. */
    public double readings() {
        return kind == ShotKind.ZERO_CHECK
                ? 0
                : Acquisition.readings(settings, pulse.map(Pulse::seconds).orElse(0.0));
    }

    /** Faults no rig could mend; empty if there are none. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(settings.faults());
        boolean isStill = settings.initialTesla() == settings.finalTesla();
        if (isStill && (kind == ShotKind.SWEEP || kind == ShotKind.REVERSE)) {
            faults.add(
                    Figure.text("final-field: %g T is the initial field, nothing would move", settings.finalTesla()));
        }
        pulse.ifPresent(heat -> {
            if (!(heat.watts() > 0 && heat.seconds() > 0)) {
                faults.add(Figure.text("pulse: %g W for %g s, both must be above 0", heat.watts(), heat.seconds()));
            }
        });
        return faults;
    }
}
