package org.fieldfall.drivers.kepco;

import java.math.BigDecimal;
import java.util.Locale;
import org.fieldfall.drivers.scpi.ScpiNumber;

/**
 * A current as it goes to the wire: rounded once, and never beyond the limit. Every current the driver sends is one of
 * these; nothing else may turn amperes into text.
 *
 * <p>The card takes 4 digits before the point and 8 after, magnitudes of 1e-6 to 6500.9999 or exactly 0, no exponent. Four
 * decimals are finer than its converter and keep an upload short.
 */
final class WireCurrent {

    /** Resolution of a current on the wire. */
    static final double STEP_AMPERES = 1e-4;

    private static final int DECIMALS = 4;
    private static final double LARGEST_NUMBER = 6500.9999;
    // Room for a limit that was itself computed: 1.1 T over 0.1 T/A.
    private static final double ROUNDING = 1 + 1e-12;

    private final String text;
    private final double amperes;

    private WireCurrent(String text, double amperes) {
        this.text = text;
        this.amperes = amperes;
    }

    static WireCurrent of(double amperes, BopSettings settings) {
        String text = ScpiNumber.format(amperes, DECIMALS);
        double rounded = new BigDecimal(text).doubleValue();
        double limit = Math.min(settings.limitAmperes() * ROUNDING, LARGEST_NUMBER);
        if (!(Math.abs(rounded) <= limit)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s A is beyond the limit of %.6g A", text, settings.limitAmperes()));
        }
        return new WireCurrent(text, rounded);
    }

    /** Most characters of a current within the limit. */
    static int longestText(BopSettings settings) {
        String digits = Integer.toString((int) settings.limitAmperes());
        return "-".length() + digits.length() + ".".length() + DECIMALS;
    }

    double amperes() {
        return amperes;
    }

    @Override
    public String toString() {
        return text;
    }
}
