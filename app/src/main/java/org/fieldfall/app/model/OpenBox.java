package org.fieldfall.app.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.fieldfall.drivers.transport.Line;

/** An instrument of a rig with its line open. */
public final class OpenBox {

    private final Place place;
    private final Line line;
    private final Map<Class<?>, Object> drivers = new HashMap<>();

    public OpenBox(Place place, Line line) {
        this.place = place;
        this.line = line;
    }

    public Place place() {
        return place;
    }

    public Line line() {
        return line;
    }

    /** The driver that all roles of the instrument and its check share; made when it is first asked for. */
    public <D> D driver(Class<D> type, Function<Line, D> maker) {
        return type.cast(drivers.computeIfAbsent(type, any -> maker.apply(line)));
    }
}
