package org.fieldfall.drivers.truevolt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.fieldfall.drivers.mishap.Box;

/** As much of a 34465A as a driver can tell apart; each reading differs from the one before. */
final class MeterInMemory implements Box {

    private final Random random;
    private final List<Double> since = new ArrayList<>();
    private String timer = "1E-3";
    private String count = "1";
    private int taken;
    private int memory;

    MeterInMemory(Random random) {
        this.random = random;
    }

    /** All readings it has told since {@link #forgetReadings}. */
    List<Double> told() {
        return since;
    }

    void forgetReadings() {
        since.clear();
    }

    @Override
    public Optional<String> hear(String said) {
        String value = said.substring(said.indexOf(' ') + 1);
        return switch (said.split(" ", 2)[0]) {
            case "*IDN?" -> says("Keysight Technologies,34465A,SIM34465,A.03.01-03.15");
            case "SYST:ERR?" -> says("+0,\"No error\"");
            case "READ?" -> says(readings(1));
            case "SAMP:TIM?" -> says(value.equals("MIN") ? "+4.00000000E-04" : number(Double.parseDouble(timer)));
            case "SAMP:COUN?" -> says(number(Double.parseDouble(count)));
            case "*ESR?" -> says("+0");
            case "INIT" -> {
                memory = 0;
                yield Optional.empty();
            }
            case "DATA:POIN?" -> {
                memory += random.nextInt(5);
                yield says("+" + memory);
            }
            case "R?" -> {
                int count = Math.min(memory, Integer.parseInt(value));
                memory -= count;
                String payload = readings(count);
                String length = String.valueOf(payload.length());
                yield says("#" + length.length() + length + payload);
            }
            case "SAMP:TIM" -> {
                timer = value;
                yield Optional.empty();
            }
            case "SAMP:COUN" -> {
                count = value;
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private String readings(int howMany) {
        List<Double> fresh = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            fresh.add(Double.parseDouble(number(1e-3 + 1.7e-6 * ++taken)));
        }
        since.addAll(fresh);
        return fresh.stream().map(MeterInMemory::number).collect(Collectors.joining(","));
    }

    private static Optional<String> says(String reply) {
        return Optional.of(reply + "\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%+.8E", value);
    }
}
