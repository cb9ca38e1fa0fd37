package org.fieldfall.drivers.calibration;

import java.util.Comparator;
import java.util.List;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/**
 * A sensor's fit ranges as one temperature. Where two overlap, the weight goes over from one to the other across the
 * overlap, so that the temperature has no step; where one lies within the other, the narrower counts. Outside all: NaN.
 */
final class ChebyshevFit {

    // The curve is made of points; so many at first, then doubled until it is within SAMPLED_KELVIN of the polynomials.
    private static final int FEWEST_POINTS = 500;
    private static final int MOST_POINTS = 64_000;
    private static final double SAMPLED_KELVIN = 2e-6;

    private final List<ChebyshevRange> ranges;

    ChebyshevFit(List<ChebyshevRange> ranges) {
        this.ranges = ranges.stream()
                .sorted(Comparator.comparingDouble(ChebyshevRange::lowestOhm))
                .toList();
    }

    double kelvin(double ohm) {
        List<ChebyshevRange> here =
                ranges.stream().filter(range -> range.holds(ohm)).toList();
        if (here.isEmpty()) {
            return Double.NaN;
        }
        ChebyshevRange low = here.get(0);
        ChebyshevRange high = here.get(here.size() - 1);
        boolean isChain =
                here.size() == 2 && high.lowestOhm() > low.lowestOhm() && high.highestOhm() > low.highestOhm();
        return isChain ? blended(low, high, ohm) : narrowest(here).kelvin(ohm);
    }

    private static double blended(ChebyshevRange low, ChebyshevRange high, double ohm) {
        double overlap = Math.log(low.highestOhm() / high.lowestOhm());
        double share = overlap > 0 ? Math.log(ohm / high.lowestOhm()) / overlap : 1;
        return (1 - share) * low.kelvin(ohm) + share * high.kelvin(ohm);
    }

    private static ChebyshevRange narrowest(List<ChebyshevRange> here) {
        return here.stream()
                .min(Comparator.comparingDouble(ChebyshevRange::width))
                .orElseThrow();
    }

    /**
     * The fit as points, equally far apart in log R, so close that halfway between any two the curve is within 2 µK of
     * the fit.
     *
     * @throws CalibrationFormatException if the ranges leave a hole or the temperature keeps no direction
     */
    CalibrationCurve curve() {
        for (int points = FEWEST_POINTS; points <= MOST_POINTS; points *= 2) {
            CalibrationCurve curve = sampled(points);
            if (isClose(curve)) {
                return curve;
            }
        }
        throw new CalibrationFormatException(List.of("the fit bends more than " + MOST_POINTS + " points can follow"));
    }

    private CalibrationCurve sampled(int count) {
        double lowest = ranges.get(0).lowestOhm();
        double highest =
                ranges.stream().mapToDouble(ChebyshevRange::highestOhm).max().orElseThrow();
        double[] ohm = new double[count];
        double[] kelvin = new double[count];
        for (int i = 0; i < count; i++) {
            ohm[i] = i == count - 1 ? highest : lowest * Math.pow(highest / lowest, i / (count - 1.0));
            kelvin[i] = kelvin(ohm[i]);
            if (!(kelvin[i] > 0)) {
                throw new CalibrationFormatException(List.of(
                        "at " + ohm[i] + " Ohm the fit gives " + kelvin[i] + " K; a range is missing or wrong"));
            }
        }
        try {
            return CalibrationCurve.of(ohm, kelvin);
        } catch (IllegalArgumentException e) {
            throw new CalibrationFormatException(
                    List.of("the fit does not fall or rise throughout: " + e.getMessage()));
        }
    }

    private boolean isClose(CalibrationCurve curve) {
        double[] ohm = curve.pointsOhm();
        for (int i = 1; i < ohm.length; i++) {
            double between = Math.sqrt(ohm[i - 1] * ohm[i]);
            double due = kelvin(between);
            if (Math.abs(curve.kelvin(between) - due) > SAMPLED_KELVIN) {
                return false;
            }
        }
        return true;
    }
}
