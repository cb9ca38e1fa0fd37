package org.fieldfall.app.config;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.fieldfall.app.config.Check.POSITIVE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fieldfall.app.config.RigConfig.Limits;
import org.fieldfall.app.config.RigConfig.Roles;
import org.fieldfall.app.config.RigConfig.SafeState;
import org.fieldfall.protocols.fieldquench.SafeOrder;
import org.fieldfall.protocols.sequence.Safeguards;

/** The section {@code safe-state} of a rig file. */
final class SafeStateReader {

    private static final Map<String, Boolean> SWITCH = Map.of("on", true, "off", false);

    private static final Map<String, SafeOrder.Role> ROLES = Arrays.stream(SafeOrder.Role.values())
            .collect(toUnmodifiableMap(SafeOrder.Role::word, Function.identity()));

    private final Limits limits;
    private final Roles roles;
    private final Set<SafeOrder.Role> placed = EnumSet.noneOf(SafeOrder.Role.class);

    SafeStateReader(Limits limits, Roles roles) {
        this.limits = limits;
        this.roles = roles;
    }

    SafeState read(Section at) {
        var safe = new SafeState(
                at.quantity("field", Measure.FIELD),
                at.quantity("rate", Measure.FIELD_RATE, POSITIVE),
                at.oneOf("output", SWITCH).orElse(false),
                at.quantity("longest-hold", Measure.DURATION, POSITIVE, Safeguards.USUAL_HOLD_SECONDS),
                new SafeOrder(at.list("order", this::place).stream()
                        .flatMap(Optional::stream)
                        .toList()));
        at.check(!(Math.abs(safe.fieldTesla()) > limits.fieldTesla()), "field", "a field within limits.field");
        at.check(!(safe.rateTeslaPerSecond() > limits.rateTeslaPerSecond()), "rate", "a rate within limits.rate");
        return safe;
    }

    private Optional<SafeOrder.Place> place(Section at) {
        var role = at.oneOf("role", ROLES);
        role.ifPresent(known -> {
            at.check(placed.add(known), "role", "each role once");
            at.check(roles.instruments().containsKey(known.word()), "role", "a role that this rig fills");
        });
        var seconds = at.quantity("deadline", Measure.DURATION, POSITIVE, SafeOrder.USUAL_SECONDS);
        var otherMeans = at.optionalText("if-silent").orElse("");
        return role.map(known -> new SafeOrder.Place(known, seconds, otherMeans));
    }
}
