package org.fieldfall.drivers.fastps;

import java.math.BigDecimal;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.protocols.instrument.Figure;

/**
 * A current or a slew as it goes to the wire: rounded once, and never beyond its limit. Everything of the kind that the
 * driver sends is one of these.
 */
record WireNumber(String text, double value) {

    /** Resolution on the wire, in amperes or amperes per second. */
    static final double STEP = 1e-4;

    private static final int DECIMALS = 4;
    // Room for a limit that was itself computed: 1.1 T over 0.1 T/A.
    private static final double ROUNDING = 1 + 1e-12;

    static WireNumber amperes(double amperes, FastPsSettings settings) {
        return within(amperes, settings.limitAmperes(), "A");
    }

    /** @param amperesPerSecond magnitude; what would be rounded to nothing is the least there is */
    static WireNumber slew(double amperesPerSecond, FastPsSettings settings) {
        return within(Math.max(amperesPerSecond, STEP), settings.limitAmperesPerSecond(), "A/s");
    }

    private static WireNumber within(double wanted, double limit, String unit) {
        String text = ScpiNumber.format(wanted, DECIMALS);
        double rounded = new BigDecimal(text).doubleValue();
        if (!(Math.abs(rounded) <= limit * ROUNDING)) {
            throw new IllegalArgumentException(
                    Figure.text("%s %s is beyond the limit of %.6g %s", text, unit, limit, unit));
        }
        return new WireNumber(text, rounded);
    }
}
