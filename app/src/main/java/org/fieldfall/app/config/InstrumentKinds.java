package org.fieldfall.app.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fieldfall.app.config.InstrumentKind.Ports;

/** The drivers there are, by their words. */
final class InstrumentKinds {

    private final SortedMap<String, InstrumentKind> byDriver = new TreeMap<>();

    InstrumentKinds(Iterable<InstrumentKind> kinds) {
        for (var kind : kinds) {
            var other = byDriver.putIfAbsent(kind.driver(), kind);
            if (other != null) {
                throw new IllegalStateException("two kinds of instrument have the driver " + kind.driver() + ": "
                        + other.getClass().getName() + " and "
                        + kind.getClass().getName());
            }
        }
    }

    /** All that name themselves on the class path, under {@code META-INF/services}. */
    static InstrumentKinds found() {
        return new InstrumentKinds(ServiceLoader.load(InstrumentKind.class));
    }

    Map<String, InstrumentKind> byDriver() {
        return byDriver;
    }

    Collection<InstrumentKind> offering(Role role) {
        return byDriver.values().stream()
                .filter(kind -> kind.roles().contains(role))
                .toList();
    }

    /** All inputs and outputs that any instrument has for a role. */
    Ports ports(Role role) {
        var inputs = new ArrayList<String>();
        var outputs = new ArrayList<Integer>();
        for (var kind : offering(role)) {
            inputs.addAll(kind.ports(role).inputs());
            outputs.addAll(kind.ports(role).outputs());
        }
        return new Ports(inputs, outputs);
    }
}
