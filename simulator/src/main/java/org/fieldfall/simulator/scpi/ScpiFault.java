package org.fieldfall.simulator.scpi;

/** What a pretended instrument puts into its error queue instead of doing what it was told. */
public final class ScpiFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    public ScpiFault(int code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static ScpiFault undefinedHeader() {
        return new ScpiFault(-113, "Undefined header");
    }

    public static ScpiFault missingParameter() {
        return new ScpiFault(-109, "Missing parameter");
    }

    public static ScpiFault parameterNotAllowed() {
        return new ScpiFault(-108, "Parameter not allowed");
    }

    public static ScpiFault illegalParameter() {
        return new ScpiFault(-224, "Illegal parameter value");
    }

    public static ScpiFault outOfRange() {
        return new ScpiFault(-222, "Data out of range");
    }

    public static ScpiFault settingsConflict() {
        return new ScpiFault(-221, "Settings conflict");
    }
}
