package org.fieldfall.drivers.fastps;

import java.util.Locale;
import java.util.Optional;
import org.fieldfall.drivers.mishap.Box;

/** As much of a FAST-PS as a driver can tell apart: each reading of the current is another one. */
final class FastPsInMemory implements Box {

    private static final double WOBBLE = 0.0013;

    private double amperes;
    private double lastMeasured = Double.NaN;
    private String slew = "1";

    /** The current last told, NaN since {@link #forgetReading}. */
    double lastMeasured() {
        return lastMeasured;
    }

    void forgetReading() {
        lastMeasured = Double.NaN;
    }

    double slew() {
        return Double.parseDouble(slew);
    }

    @Override
    public Optional<String> hear(String said) {
        String command = said.strip();
        return command.isEmpty() ? Optional.empty() : Optional.of(answer(command) + "\r\n");
    }

    private String answer(String command) {
        if (command.matches("MSRI:[0-9.]+")) {
            slew = command.substring(5);
            return "#AK";
        }
        return switch (command) {
            case "VER" -> "#VER:FAST-PS 2020-400:1.5.17";
            case "MRID" -> "#MRID:quad 7";
            case "MST" -> "#MST:00000001";
            case "MRVA" -> "#MRVA:0.123456";
            case "MSRI:?" -> "#MSRI:" + slew;
            case "MRIA" -> "#MRIA:" + measured();
            default -> throw new AssertionError("a FAST-PS was not to hear \"" + command + "\"");
        };
    }

    private String measured() {
        amperes += WOBBLE;
        String text = String.format(Locale.ROOT, "%.6f", amperes);
        lastMeasured = Double.parseDouble(text);
        return text;
    }
}
