package org.fieldfall.drivers.keithley2400;

import java.util.Locale;
import java.util.Optional;
import org.fieldfall.drivers.mishap.Box;

/** As much of a 2400 as a driver can tell apart; each reading differs a little from the one before. */
final class SourceInMemory implements Box {

    private double level;
    private double compliance = 21;
    private double lastReading = Double.NaN;
    private int readings;
    private boolean isOn;

    double level() {
        return level;
    }

    boolean isOn() {
        return isOn;
    }

    void forgetReading() {
        lastReading = Double.NaN;
    }

    double lastReading() {
        return lastReading;
    }

    @Override
    public Optional<String> hear(String said) {
        String value = said.substring(said.indexOf(' ') + 1);
        return switch (said.split(" ", 2)[0]) {
            case "*IDN?" -> says("KEITHLEY INSTRUMENTS INC.,MODEL 2400,SIM2400,C30   Mar 17 2006 09:29:29/A02  /K/J");
            case "SYST:ERR?" -> says("0,\"No error\"");
            case "OUTP?" -> says(isOn ? "1" : "0");
            case ":SOUR:FUNC?" -> says("CURR");
            case ":SOUR:CURR?" -> says(number(level));
            case ":SENS:VOLT:PROT?" -> says(number(compliance));
            case ":READ?" -> {
                lastReading = level * (1 + 1e-4 * ++readings);
                yield says(String.format(
                        Locale.ROOT,
                        "%+.6E,%+.6E,+9.910000E+37,%+.6E,+2.150800E+04",
                        0.0017,
                        lastReading,
                        0.1 * readings));
            }
            case ":SOUR:CURR" -> {
                level = Double.parseDouble(value);
                yield Optional.empty();
            }
            case ":SENS:VOLT:PROT" -> {
                compliance = Double.parseDouble(value);
                yield Optional.empty();
            }
            case "OUTP" -> {
                isOn = value.equals("ON");
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> says(String reply) {
        return Optional.of(reply + "\r\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%+.6E", value);
    }
}
