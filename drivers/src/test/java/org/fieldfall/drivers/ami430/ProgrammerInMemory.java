package org.fieldfall.drivers.ami430;

import java.util.Locale;
import java.util.Optional;
import org.fieldfall.drivers.mishap.Box;

/** As much of a 430 as a driver can tell apart; each reading differs a little from the one before. */
final class ProgrammerInMemory implements Box {

    private double target;
    private double rate = 0.01;
    private double lastReading = Double.NaN;
    private int readings;
    private boolean inTesla;
    private boolean perMinute = true;
    private boolean isRamping;

    double target() {
        return target;
    }

    boolean isRamping() {
        return isRamping;
    }

    void forgetReading() {
        lastReading = Double.NaN;
    }

    double lastReading() {
        return lastReading;
    }

    @Override
    public Optional<String> hear(String line) {
        String said = line.strip();
        String value = said.substring(said.indexOf(' ') + 1);
        return switch (said.split(" ", 2)[0]) {
            case "*IDN?" -> says("AMERICAN MAGNETICS INC.,MODEL 430,SIM430,3.18");
            case "SYST:ERR?" -> says("0,\"No error\"");
            case "QU?", "PS:INST?" -> says("0");
            case "STATE?" -> says(isRamping ? "1" : "3");
            case "FIELD:UNITS?" -> says(inTesla ? "1" : "0");
            case "RAMP:RATE:UNITS?" -> says(perMinute ? "1" : "0");
            case "COIL?" -> says(inTesla ? "0.020000" : "0.200000");
            case "RAMP:RATE:FIELD:1?" -> says(number(rate) + ",0.1000");
            case "FIELD:TARG?" -> says(number(target));
            case "FIELD:MAG?" -> {
                lastReading = 0.001 * ++readings;
                yield says(number(lastReading * (inTesla ? 1 : 10)));
            }
            case "CONF:FIELD:UNITS" -> does(() -> inTesla = value.equals("1"));
            case "CONF:RAMP:RATE:UNITS" -> does(() -> perMinute = value.equals("1"));
            case "CONF:RAMP:RATE:FIELD" -> does(() -> rate = Double.parseDouble(value.split(",", -1)[1]));
            case "CONF:FIELD:TARG" -> does(() -> target = Double.parseDouble(value));
            case "PAUSE" -> does(() -> isRamping = false);
            case "RAMP" -> does(() -> isRamping = true);
            default -> Optional.empty();
        };
    }

    private static Optional<String> does(Runnable what) {
        what.run();
        return Optional.empty();
    }

    private static Optional<String> says(String reply) {
        return Optional.of(reply + "\r\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
