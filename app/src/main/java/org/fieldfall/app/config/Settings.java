package org.fieldfall.app.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** A configuration file as a list of settings: the path of keys, and the value as written. */
final class Settings {

    private Settings() {}

    static Map<String, String> of(Tree.Mapping top) {
        Map<String, String> settings = new LinkedHashMap<>();
        collect("", top, settings);
        return settings;
    }

    private static void collect(String path, Tree value, Map<String, String> settings) {
        if (value instanceof Tree.Mapping mapping) {
            mapping.entries()
                    .forEach((key, entry) -> collect(path.isEmpty() ? key : path + "." + key, entry.value(), settings));
        } else if (value instanceof Tree.Listing listing) {
            for (int i = 0; i < listing.items().size(); i++) {
                collect(path + "[" + (i + 1) + "]", listing.items().get(i), settings);
            }
        } else if (value instanceof Tree.Scalar scalar) {
            settings.put(path, scalar.text());
        }
    }
}
