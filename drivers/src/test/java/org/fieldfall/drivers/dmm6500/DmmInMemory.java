package org.fieldfall.drivers.dmm6500;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import org.fieldfall.drivers.mishap.Box;

/** As much of a DMM6500 as a driver can tell apart; each reading differs from the one before. */
final class DmmInMemory implements Box {

    private final Random random;
    private final List<Double> told = new ArrayList<>();
    private final List<Double> buffer = new ArrayList<>();
    private String aperture = "1";
    private String timer = "1";
    private String points = "1";
    private int taken;

    DmmInMemory(Random random) {
        this.random = random;
    }

    /** All readings it has told, or has ready, since {@link #forgetReadings}. */
    List<Double> told() {
        return told;
    }

    void forgetReadings() {
        told.clear();
        buffer.clear();
    }

    @Override
    public Optional<String> hear(String said) {
        String value = said.substring(said.lastIndexOf(',') < 0 ? said.indexOf(' ') + 1 : said.lastIndexOf(',') + 1);
        return switch (said.split(" ", 2)[0]) {
            case "*IDN?" -> says("KEITHLEY INSTRUMENTS,MODEL DMM6500,SIM6500,1.7.12b");
            case "*LANG?" -> says("SCPI");
            case "*OPC?" -> says("1");
            case "SYST:ERR?" -> says("0,\"No error;0;0 0\"");
            case ":SENS:FUNC?" -> says("\"VOLT:DC\"");
            case ":SENS:VOLT:APER?" -> says(number(Double.parseDouble(aperture)));
            case ":TRIG:TIM1:DEL?" -> says(number(Double.parseDouble(timer)));
            case ":TRAC:POIN?" -> says(points);
            case ":READ?" -> says(number(reading()));
            case ":TRAC:ACT?" -> {
                for (int more = random.nextInt(5); more > 0; more--) {
                    buffer.add(reading());
                }
                yield says(String.valueOf(buffer.size()));
            }
            case ":TRAC:DATA?" ->
                says(data(said.substring(said.indexOf(' ') + 1).split(",", -1)));
            case ":INIT" -> {
                forgetReadings();
                yield Optional.empty();
            }
            default -> set(said, value);
        };
    }

    private Optional<String> set(String said, String value) {
        if (said.startsWith(":SENS:VOLT:APER ")) {
            aperture = value;
        } else if (said.startsWith(":TRIG:TIM1:DEL ")) {
            timer = value;
        } else if (said.startsWith(":TRAC:MAKE ")) {
            points = value;
        }
        return Optional.empty();
    }

    private String data(String[] asked) {
        StringJoiner text = new StringJoiner(",");
        for (int i = Integer.parseInt(asked[0]); i <= Integer.parseInt(asked[1]); i++) {
            text.add(number(buffer.get(i - 1))).add(number((i - 1) * Double.parseDouble(timer)));
        }
        return text.toString();
    }

    private double reading() {
        double fresh = Double.parseDouble(number(1e-3 + 1.7e-6 * ++taken));
        told.add(fresh);
        return fresh;
    }

    private static Optional<String> says(String reply) {
        return Optional.of(reply + "\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.7E", value);
    }
}
