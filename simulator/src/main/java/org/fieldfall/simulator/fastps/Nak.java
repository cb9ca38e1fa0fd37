package org.fieldfall.simulator.fastps;

/** A command that is refused, with the manual's number for why. */
final class Nak extends RuntimeException {

    static final int UNKNOWN_COMMAND = 1;
    static final int UNKNOWN_PARAMETER = 2;
    static final int INDEX_RANGE = 3;
    static final int TOO_FEW_ARGUMENTS = 4;
    static final int PRIVILEGE = 5;
    static final int PASSWORD = 7;
    static final int IN_FAULT = 8;
    static final int ALREADY_ON = 9;
    static final int SOFTWARE_LIMIT = 11;
    static final int NOT_A_NUMBER = 12;
    static final int OFF = 13;
    static final int SLEW_LIMIT = 14;
    static final int NOT_IN_WAVEFORM_MODE = 16;
    static final int SAME_LOOP_MODE = 19;
    static final int WRONG_LOOP_MODE = 20;
    static final int NOT_IN_NORMAL_MODE = 21;
    static final int FLOAT_UNCHANGED = 22;
    static final int OPTION_MISSING = 24;
    static final int WAVEFORM = 26;
    static final int WAVEFORM_WRITE = 29;
    static final int NOT_AVAILABLE = 36;
    static final int WAITING_FOR_OFF = 38;
    static final int READ_ONLY = 39;

    private static final long serialVersionUID = 1;

    private final int code;

    Nak(int code) {
        super("NAK " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
