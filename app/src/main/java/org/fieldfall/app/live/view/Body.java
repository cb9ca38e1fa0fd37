package org.fieldfall.app.live.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.store.Json;

/** A JSON object that is put together key by key. Numbers that are none become null. Used by one thread. */
final class Body {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Body put(String key, Object value) {
        values.put(key, value instanceof Body inner ? inner.values : value);
        return this;
    }

    Body put(String key, Optional<Double> value) {
        return put(key, (Object) value.orElse(Double.NaN));
    }

    Map<String, Object> values() {
        return values;
    }

    String text() {
        return Json.line(values);
    }
}
