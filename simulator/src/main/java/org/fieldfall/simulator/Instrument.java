package org.fieldfall.simulator;

import java.util.List;
import java.util.stream.Stream;

/** The instruments a rig may have, with the roles that each of them fills, as rig files name them. */
enum Instrument {
    SUPPLY("field-supply"),
    METER("sample-thermometer"),
    MONITOR("field-monitor"),
    CRYOSTAT("bath sample-heater"),
    SWITCH("heat-switch"),
    SOURCE("excitation"),
    BIAS("bias-magnet");

    /** Separated by blanks. */
    private final String roles;

    Instrument(String roles) {
        this.roles = roles;
    }

    /** The roles it fills in a rig: the cryostat heats only what has a heater. */
    List<String> roles(TwinSettings settings) {
        return Stream.of(roles.split(" ", -1))
                .filter(role ->
                        !role.equals("sample-heater") || settings.heater().isPresent())
                .toList();
    }
}
