package org.fieldfall.app.config;

/** What an instrument can be in a rig, by the word a rig file has for it. */
public enum Role {
    FIELD_SUPPLY("field-supply"),
    SAMPLE_THERMOMETER("sample-thermometer"),
    FIELD_MONITOR("field-monitor"),
    BATH("bath"),
    HEAT_SWITCH("heat-switch"),
    SAMPLE_HEATER("sample-heater"),
    EXCITATION("excitation"),
    BIAS_MAGNET("bias-magnet"),
    AUXILIARY("auxiliary");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
