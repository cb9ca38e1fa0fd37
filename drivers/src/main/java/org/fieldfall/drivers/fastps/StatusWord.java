package org.fieldfall.drivers.fastps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The answer to {@code MST}: eight hexadecimal digits. The bits that the driver acts on mean the same in all families; of
 * those that name a fault, the words cover what each family means by it.
 */
record StatusWord(long bits) {

    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{8}");
    private static final int ON = 0;
    private static final int FAULT = 1;
    private static final int CONTROL = 2;
    private static final int VOLTAGE_LOOP = 5;
    private static final int RAMPING = 12;
    private static final int WAVEFORM_RUNNING = 13;

    private static final Map<Integer, String> FAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry(17, "input over-current"),
            Map.entry(18, "crowbar"),
            Map.entry(19, "magnet quench or DC fuse"),
            Map.entry(20, "over-temperature"),
            Map.entry(21, "DC link or mains"),
            Map.entry(22, "earth leakage"),
            Map.entry(23, "earth fuse"),
            Map.entry(24, "regulation fault"),
            Map.entry(25, "ripple"),
            Map.entry(26, "interlock 1"),
            Map.entry(27, "interlock 2"),
            Map.entry(28, "interlock 3"),
            Map.entry(29, "interlock 4 or over power"),
            Map.entry(30, "DCCT"),
            Map.entry(31, "over power")));

    static StatusWord parse(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no status word");
        }
        return new StatusWord(Long.parseLong(text, 16));
    }

    boolean isOn() {
        return isSet(ON);
    }

    boolean isInFault() {
        return isSet(FAULT);
    }

    boolean isLocal() {
        return (bits >> CONTROL & 3) == 1;
    }

    boolean regulatesVoltage() {
        return isSet(VOLTAGE_LOOP);
    }

    /** On its way to a setpoint, or through a waveform. */
    boolean isMoving() {
        return isSet(RAMPING) || isSet(WAVEFORM_RUNNING);
    }

    List<String> faults() {
        List<String> found = new ArrayList<>();
        FAULTS.forEach((bit, name) -> {
            if (isSet(bit)) {
                found.add(name);
            }
        });
        return found;
    }

    private boolean isSet(int bit) {
        return (bits >> bit & 1) != 0;
    }
}
