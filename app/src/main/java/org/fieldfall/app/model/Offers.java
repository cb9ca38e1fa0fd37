package org.fieldfall.app.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldfall.app.config.Role;

/** What a model's settings have to be for each role. */
final class Offers {

    private static final Map<Role, Class<? extends ModelSettings>> TYPES = new EnumMap<>(Map.of(
            Role.FIELD_SUPPLY, FieldSupplyOffer.class,
            Role.SAMPLE_THERMOMETER, SampleThermometerOffer.class,
            Role.FIELD_MONITOR, FieldMonitorOffer.class,
            Role.BATH, BathOffer.class,
            Role.HEAT_SWITCH, HeatSwitchOffer.class,
            Role.SAMPLE_HEATER, SampleHeaterOffer.class,
            Role.EXCITATION, ExcitationOffer.class,
            Role.BIAS_MAGNET, BiasMagnetOffer.class,
            Role.AUXILIARY, AuxiliaryOffer.class));

    private Offers() {}

    /** The roles that settings of a type can fill. */
    static Set<Role> of(Class<? extends ModelSettings> settings) {
        return Arrays.stream(Role.values())
                .filter(role -> type(role).isAssignableFrom(settings))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Class<? extends ModelSettings> type(Role role) {
        var type = TYPES.get(role);
        if (type == null) {
            throw new IllegalStateException("nothing says what fills the role " + role.word());
        }
        return type;
    }
}
