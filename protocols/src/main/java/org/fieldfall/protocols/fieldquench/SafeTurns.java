package org.fieldfall.protocols.fieldquench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.protocols.fieldquench.SafeOrder.Place;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.sequence.BiasToSafety;
import org.fieldfall.protocols.sequence.ExcitationToSafety;
import org.fieldfall.protocols.sequence.HeaterToSafety;
import org.fieldfall.protocols.sequence.MeterToSafety;
import org.fieldfall.protocols.sequence.SafeStep;
import org.fieldfall.protocols.sequence.SafeTurn;
import org.fieldfall.protocols.sequence.SlowRamp;
import org.fieldfall.protocols.sequence.SupplyToSafety;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;
import org.fieldfall.protocols.sequence.SwitchToSafety;

/** The way to safety of a rig, one turn for each instrument that it has. */
public final class SafeTurns {

    private SafeTurns() {}

    /** @param safe the field's safe state */
    public static List<SafeTurn> of(RigRoles roles, SafeField safe, SafeOrder order) {
        return of(
                order,
                roles.supply().capability(),
                safe,
                roles.bias().map(BiasMagnet::capability),
                role -> step(role, roles, safe));
    }

    /**
     * Likewise for whoever has other steps.
     *
     * @param step of a role; empty where the rig does not have it
     */
    public static List<SafeTurn> of(
            SafeOrder order,
            SupplyCapability supply,
            SafeField safe,
            Optional<BiasMagnet.Capability> bias,
            Function<SafeOrder.Role, Optional<SafeStep>> step) {
        return order.all().stream()
                .flatMap(place -> step
                        .apply(place.role())
                        .map(each -> new SafeTurn(each, deadline(place, supply, safe, bias), place.otherMeans()))
                        .stream())
                .toList();
    }

    private static Optional<SafeStep> step(SafeOrder.Role role, RigRoles roles, SafeField safe) {
        String name = role.instrument();
        return switch (role) {
            case FIELD_SUPPLY -> Optional.of(new SupplyToSafety(name, roles.supply(), safe));
            case SAMPLE_HEATER -> roles.heater().map(heater -> new HeaterToSafety(name, heater));
            case HEAT_SWITCH -> roles.heatSwitch().map(link -> new SwitchToSafety(name, link));
            case SAMPLE_THERMOMETER -> Optional.of(new MeterToSafety(name, roles.thermometer()));
            case FIELD_MONITOR -> roles.monitor().map(monitor -> new MeterToSafety(name, monitor));
            case EXCITATION -> roles.excitation().map(source -> new ExcitationToSafety(name, source));
            case BIAS_MAGNET -> roles.bias().map(magnet -> new BiasToSafety(name, magnet));
        };
    }

    private static double deadline(
            Place place, SupplyCapability supply, SafeField safe, Optional<BiasMagnet.Capability> bias) {
        if (place.role() == SafeOrder.Role.BIAS_MAGNET) {
            return place.deadlineSeconds()
                    + bias.map(BiasToSafety::longestSeconds).orElse(0.0);
        }
        if (place.role() != SafeOrder.Role.FIELD_SUPPLY) {
            return place.deadlineSeconds();
        }
        double distance = supply.largestTesla() + Math.abs(safe.tesla());
        double programs = Math.ceil(distance / safe.rateTeslaPerSecond());
        // Each second of the ramp is a program of its own, with its upload.
        return place.deadlineSeconds()
                + distance / safe.rateTeslaPerSecond()
                + programs * (2 + supply.uploadSeconds(SlowRamp.MOST_POINTS));
    }
}
