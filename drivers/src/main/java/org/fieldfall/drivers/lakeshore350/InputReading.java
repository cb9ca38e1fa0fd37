package org.fieldfall.drivers.lakeshore350;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiNumber;

/**
 * What one input answers to {@code KRDG?;RDGST?}: both in one message, so the status belongs to the reading.
 *
 * @param kelvin as answered, NaN for what is marked as no number
 * @param flaws what the status says against it
 */
record InputReading(double kelvin, Set<Flaw> flaws) {

    static final Reply<InputReading> REPLY =
            Reply.line("a reading in kelvin and its status", text -> parse(text, Flaw.OF_CONTROLLERS));

    /** Of a 372. */
    static final Reply<InputReading> BRIDGE =
            Reply.line("a reading in kelvin and its status", text -> parse(text, Flaw.OF_BRIDGE));

    private static final Pattern FORM = Pattern.compile("([^;]+);\\s*(\\d{3})");
    private static final Pattern SCANNED = Pattern.compile("([^;]+;\\s*\\d{3});\\s*(\\d{1,2})\\s*,\\s*([01])");
    // Above what any sensor of the box reads.
    private static final double WARMEST = 2000;

    /** Status bits. The 372 gives the same numbers other meanings than the 350 and the 336. */
    enum Flaw {
        INVALID(1),
        TEMPERATURE_UNDER_RANGE(16),
        TEMPERATURE_OVER_RANGE(32),
        SENSOR_ZERO(64),
        SENSOR_OVER_RANGE(128),
        BRIDGE_SOURCE_OVERLOAD(1),
        BRIDGE_COMMON_MODE_OVERLOAD(2),
        BRIDGE_MIXER_OVERLOAD(4),
        BRIDGE_DIFFERENTIAL_OVERLOAD(8),
        BRIDGE_RESISTANCE_OVER_RANGE(16),
        BRIDGE_RESISTANCE_UNDER_RANGE(32),
        BRIDGE_TEMPERATURE_OVER_RANGE(64),
        BRIDGE_TEMPERATURE_UNDER_RANGE(128),
        /** No bit: the scanner is elsewhere, so the reading is an old one. */
        NOT_AT_THIS_INPUT(0);

        private static final Set<Flaw> OF_CONTROLLERS = EnumSet.range(INVALID, SENSOR_OVER_RANGE);
        private static final Set<Flaw> OF_BRIDGE =
                EnumSet.range(BRIDGE_SOURCE_OVERLOAD, BRIDGE_TEMPERATURE_UNDER_RANGE);

        private final int bit;

        Flaw(int bit) {
            this.bit = bit;
        }
    }

    /** Of a scanned input: the reading counts only while the scanner stays at it. */
    static Reply<InputReading> scanned(int input) {
        return Reply.line("a reading in kelvin, its status and where the scanner is", text -> {
            Matcher form = SCANNED.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException("\"" + text + "\" is no reading with status and scanner");
            }
            InputReading read = parse(form.group(1), Flaw.OF_BRIDGE);
            boolean isThere =
                    Integer.parseInt(form.group(2)) == input && form.group(3).equals("0");
            return isThere ? read : new InputReading(read.kelvin, EnumSet.of(Flaw.NOT_AT_THIS_INPUT));
        });
    }

    private static InputReading parse(String text, Set<Flaw> known) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no reading with its status");
        }
        double kelvin = ScpiNumber.parse(form.group(1));
        Set<Flaw> flaws = flaws(Integer.parseInt(form.group(2)), known);
        if (flaws.isEmpty() && !(kelvin > 0 && kelvin < WARMEST)) {
            throw new IllegalArgumentException(kelvin + " K cannot be, yet its status is good");
        }
        return new InputReading(kelvin, flaws);
    }

    private static Set<Flaw> flaws(int status, Set<Flaw> known) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        known.stream().filter(flaw -> (status & flaw.bit) != 0).forEach(flaws::add);
        if (flaws.stream().mapToInt(flaw -> flaw.bit).sum() != status) {
            throw new IllegalArgumentException("status " + status + " has bits that this box does not know");
        }
        return flaws;
    }

    /** The temperature if nothing speaks against it, else NaN. */
    double trustedKelvin() {
        return flaws.isEmpty() ? kelvin : Double.NaN;
    }
}
