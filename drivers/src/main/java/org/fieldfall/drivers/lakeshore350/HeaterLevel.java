package org.fieldfall.drivers.lakeshore350;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A heater current as it goes to the wire: a range and a percentage of its full scale, rounded once and never beyond the
 * limit. Every level the driver sends is one of these.
 */
final class HeaterLevel {

    /** Full current of output 2 in its highest of five ranges, each ten times the power of the one below. */
    static final double TOP_AMPERES = 0.1;

    private static final int RANGES = 5;
    private static final int DECIMALS = 2;
    private static final double COMPLIANCE_VOLTS = 10;

    private final int range;
    private final BigDecimal percent;
    private final double ohm;

    private HeaterLevel(int range, BigDecimal percent, double ohm) {
        this.range = range;
        this.percent = percent;
        this.ohm = ohm;
    }

    /** @throws IllegalArgumentException for what is beyond the heater's limit or the output's */
    static HeaterLevel of(double watts, HeaterSettings settings) {
        double amperes = Math.sqrt(watts / settings.ohm());
        double most = Math.min(settings.maxAmperes(), Math.min(TOP_AMPERES, COMPLIANCE_VOLTS / settings.ohm()));
        if (!(watts > 0 && amperes <= most * (1 + 1e-9))) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%.6g W take %.6g A in %.6g Ohm; the limit is %.6g A, and the power above 0 W",
                    watts,
                    amperes,
                    settings.ohm(),
                    most));
        }
        int range = smallestRange(amperes);
        // A rounded-up percentage must not creep over the limit.
        BigDecimal ceiling = percent(most, range, RoundingMode.FLOOR);
        BigDecimal percent = percent(amperes, range, RoundingMode.HALF_EVEN).min(ceiling);
        if (percent.signum() <= 0) {
            throw new IllegalArgumentException(watts + " W are below the smallest step of output " + settings.output());
        }
        return new HeaterLevel(range, percent, settings.ohm());
    }

    static double largestWatts(HeaterSettings settings) {
        double most = Math.min(settings.maxAmperes(), Math.min(TOP_AMPERES, COMPLIANCE_VOLTS / settings.ohm()));
        return most * most * settings.ohm();
    }

    private static int smallestRange(double amperes) {
        int range = 1;
        while (range < RANGES && fullScale(range) * (1 + 1e-9) < amperes) {
            range++;
        }
        return range;
    }

    private static double fullScale(int range) {
        return TOP_AMPERES * Math.pow(10, (range - RANGES) / 2.0);
    }

    // The grain of salt below a step undoes the rounding of the division, not more.
    private static BigDecimal percent(double amperes, int range, RoundingMode mode) {
        double percent = 100 * amperes / fullScale(range);
        return BigDecimal.valueOf(percent + 1e-9).setScale(DECIMALS, mode).min(BigDecimal.valueOf(100));
    }

    int range() {
        return range;
    }

    double percent() {
        return percent.doubleValue();
    }

    double amperes() {
        return percent() / 100 * fullScale(range);
    }

    double watts() {
        return amperes() * amperes() * ohm;
    }

    /** The percentage in wire format. */
    @Override
    public String toString() {
        return percent.toPlainString();
    }
}
