package org.fieldfall.app.config;

import java.util.Locale;

/** What a configuration file is about. */
public enum Kind {
    SAMPLE,
    RIG,
    PROTOCOL,
    /** How the live page is served; by its path only, there is no folder of them. */
    PAGE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where files of this kind live below a {@code config} folder. */
    String folder() {
        return word() + "s";
    }

    /** What the file says of itself under the key {@code schema}. */
    String schema() {
        return "fieldfall/" + word() + "/1";
    }
}
