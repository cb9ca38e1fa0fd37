package org.fieldfall.drivers.lakeshore350;

import java.util.Arrays;
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

    static final Reply<InputReading> REPLY = Reply.line("a reading in kelvin and its status", InputReading::parse);

    private static final Pattern FORM = Pattern.compile("([^;]+);\\s*(\\d{3})");
    // Above what any sensor of the box reads.
    private static final double WARMEST = 2000;

    /** Status bits of the 350 and 336; the 372 gives the same numbers other meanings. */
    enum Flaw {
        INVALID(1),
        TEMPERATURE_UNDER_RANGE(16),
        TEMPERATURE_OVER_RANGE(32),
        SENSOR_ZERO(64),
        SENSOR_OVER_RANGE(128);

        private final int bit;

        Flaw(int bit) {
            this.bit = bit;
        }
    }

    private static InputReading parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no reading with its status");
        }
        double kelvin = ScpiNumber.parse(form.group(1));
        Set<Flaw> flaws = flaws(Integer.parseInt(form.group(2)));
        if (flaws.isEmpty() && !(kelvin > 0 && kelvin < WARMEST)) {
            throw new IllegalArgumentException(kelvin + " K cannot be, yet its status is good");
        }
        return new InputReading(kelvin, flaws);
    }

    private static Set<Flaw> flaws(int status) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        Arrays.stream(Flaw.values()).filter(flaw -> (status & flaw.bit) != 0).forEach(flaws::add);
        if (flaws.stream().mapToInt(flaw -> flaw.bit).sum() != status) {
            throw new IllegalArgumentException("status " + status + " has bits a 350 does not know");
        }
        return flaws;
    }

    /** The temperature if nothing speaks against it, else NaN. */
    double trustedKelvin() {
        return flaws.isEmpty() ? kelvin : Double.NaN;
    }
}
