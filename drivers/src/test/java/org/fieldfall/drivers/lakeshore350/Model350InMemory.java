package org.fieldfall.drivers.lakeshore350;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldfall.drivers.mishap.Box;

/** As much of a 350 as a driver can tell apart; each reading differs from the one before. Unknown questions get no answer. */
final class Model350InMemory implements Box {

    private final List<Double> readings = new ArrayList<>();
    private double kelvin = 4.2;
    private double setpoint = 1;
    private String percent = "0.00";
    private int range = 1;
    private String mode = "1,1,0";

    void forgetReadings() {
        readings.clear();
    }

    List<Double> readings() {
        return readings;
    }

    double setpoint() {
        return setpoint;
    }

    int range() {
        return range;
    }

    /** Current through the heater as the box makes it. */
    double amperes() {
        return range == 0 ? 0 : Double.parseDouble(percent) / 100 * 1e-3 * Math.pow(10, (range - 1) / 2.0);
    }

    @Override
    public Optional<String> hear(String said) {
        String answers = said.isEmpty()
                ? ""
                : List.of(said.split(";")).stream()
                        .map(this::perform)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(";"));
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers + "\r\n");
    }

    private Optional<String> perform(String unit) {
        String value = unit.substring(unit.indexOf(',') + 1);
        switch (unit.split(",", 2)[0]) {
            case "*IDN?" -> {
                return Optional.of("LSCI,MODEL350,SIM0350,1.4");
            }
            case "*ESR?" -> {
                return Optional.of("0");
            }
            case "KRDG? A" -> {
                kelvin += 0.0123;
                readings.add(kelvin);
                return Optional.of(String.format(Locale.ROOT, "%+.5E", kelvin));
            }
            case "RDGST? A" -> {
                return Optional.of("000");
            }
            case "SETP? 1" -> {
                return Optional.of(String.format(Locale.ROOT, "%+.5E", setpoint));
            }
            case "MOUT? 2" -> {
                return Optional.of("+" + percent);
            }
            case "RANGE? 2" -> {
                return Optional.of(String.valueOf(range));
            }
            case "OUTMODE? 2" -> {
                return Optional.of(mode);
            }
            case "HTRSET? 2" -> {
                return Optional.of("2,0,+0.100,1");
            }
            case "SETP 1" -> setpoint = Double.parseDouble(value);
            case "MOUT 2" -> percent = value;
            case "RANGE 2" -> range = Integer.parseInt(value);
            case "OUTMODE 2" -> mode = value;
            default -> {}
        }
        return Optional.empty();
    }
}
