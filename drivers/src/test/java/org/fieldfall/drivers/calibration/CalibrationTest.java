package org.fieldfall.drivers.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    // Typical values of the maker's catalogue.
    private static final String CX1010 = """
            0.1  21389
            0.3  2322
            1.0  662
            4.2  277
            10   187
            20   139
            """;

    @ParameterizedTest
    @CsvSource({"21389, 0.1", "2322, 0.3", "662, 1", "277, 4.2", "187, 10", "139, 20"})
    void readsColumnsOfKelvinAndOhmWhicheverWayTheyRun(double ohm, double kelvin) {
        var up = Calibration.read("X1.dat", CX1010).curve();
        var down = Calibration.read("X1.DAT", turned(CX1010)).curve();

        assertThat(up.kelvin(ohm)).isCloseTo(kelvin, within(1e-9));
        assertThat(down.kelvin(ohm)).isCloseTo(kelvin, within(1e-9));
        assertThat(up.kelvinPerOhm(ohm)).isNegative();
    }

    private static String turned(String text) {
        String[] lines = text.split("\n", -1);
        var turned = new StringBuilder();
        for (int i = lines.length - 1; i >= 0; i--) {
            turned.append(lines[i]).append("\r\n");
        }
        return turned.toString();
    }

    @Test
    void hasNoTemperatureOutsideTheColumns() {
        var curve = Calibration.read("cx1030.dat", "0.3,31312\n1,2356\n4.2,574\n20,225\n")
                .curve();

        assertThat(curve.kelvin(224.9)).isNaN();
        assertThat(curve.kelvin(31313)).isNaN();
        assertThat(curve.kelvin(574)).isCloseTo(4.2, within(1e-9));
        assertThat(curve.coldestKelvin()).isEqualTo(0.3);
    }

    @Test
    void reportsEveryBadRowOfColumns() {
        var thrown = catchThrowableOfType(
                CalibrationFormatException.class, () -> Calibration.read("x.dat", "1 100\n2 90\nT (K)\n3 95\n-4 80\n"));

        assertThat(thrown.problems())
                .containsExactly(
                        "line 3: \"T (K)\" is not a row of kelvin and ohm",
                        "line 4: kelvin and ohm must each keep one direction",
                        "line 5: -4.0 K, 80.0 Ohm, both above 0 were due",
                        "line 5: kelvin and ohm must each keep one direction");
    }

    // A Cernox-like law: log10 T falls with log10 R and bends.
    private static double law(double logOhm) {
        double z = logOhm - 3;
        return Math.pow(10, 0.12 - 0.95 * z + 0.35 * z * z - 0.11 * z * z * z);
    }

    // Interpolated at the zeros of the next Chebyshev polynomial, so the coefficients are a sum over them.
    private static double[] coefficients(double zLower, double zUpper, int order) {
        int n = order + 1;
        double[] a = new double[n];
        for (int k = 0; k < n; k++) {
            double angle = Math.PI * (k + 0.5) / n;
            double t = law(0.5 * (zLower + zUpper) + 0.5 * (zUpper - zLower) * Math.cos(angle));
            for (int i = 0; i < n; i++) {
                a[i] += (i == 0 ? 1.0 : 2.0) / n * t * Math.cos(i * angle);
            }
        }
        return a;
    }

    private static String range(
            int number, double zLower, double zUpper, double lowest, double highest, double offset) {
        double[] a = coefficients(zLower, zUpper, 14);
        a[0] += offset;
        var text = new StringBuilder(String.format(Locale.ROOT, """
                Fit range:                      %1$d
                Fit type for range:             LOG
                Order of fit range %1$d:           14
                Zlower for fit range %1$d:         %2$.14E
                Zupper for fit range %1$d:         %3$.14E
                Lower limit for fit range %1$d:    %4$.4f
                Upper limit for fit range %1$d:    %5$.4f
                """, number, zLower, zUpper, lowest, highest));
        for (int i = 0; i < a.length; i++) {
            text.append(String.format(Locale.ROOT, "C(%d) Equation %d:\t%.14E\n", i, number, a[i]));
        }
        return text.toString();
    }

    private static final String TWO_RANGES = "Number of fit ranges:           2\n"
            + range(1, 2.0, 3.1, 120, 1000, 0)
            + "\n"
            + range(2, 2.8, 4.1, 800, 10_000, 0.0004);

    @Test
    void theCurveFollowsTheChebyshevFitToMicrokelvin() {
        var curve = Calibration.read("X2.cof", TWO_RANGES).curve();
        var fit = FileCof.fit(TWO_RANGES);
        var random = new Random(340);

        for (int i = 0; i < 20_000; i++) {
            double ohm = 120 * Math.pow(10_000 / 120.0, random.nextDouble());

            assertThat(curve.kelvin(ohm)).isCloseTo(fit.kelvin(ohm), within(5e-6));
        }
    }

    @Test
    void theChebyshevFitIsTheLawItWasMadeFrom() {
        var fit = FileCof.fit(TWO_RANGES);

        for (double logOhm = Math.log10(121); logOhm < 2.9; logOhm += 0.01) {
            assertThat(fit.kelvin(Math.pow(10, logOhm))).isCloseTo(law(logOhm), within(1e-6 + 2e-7 * law(logOhm)));
        }
        for (double logOhm = 3.01; logOhm < 4; logOhm += 0.01) {
            assertThat(fit.kelvin(Math.pow(10, logOhm))).isCloseTo(law(logOhm) + 0.0004, within(1e-6));
        }
    }

    @Test
    void goesFromOneRangeToTheNextWithoutAStep() {
        var fit = FileCof.fit(TWO_RANGES);

        assertThat(fit.kelvin(800) - law(Math.log10(800))).isCloseTo(0, within(2e-6));
        assertThat(fit.kelvin(Math.sqrt(800 * 1000.0)) - law(0.5 * Math.log10(800 * 1000.0)))
                .isCloseTo(0.0002, within(2e-6));
        assertThat(fit.kelvin(1000) - law(3)).isCloseTo(0.0004, within(2e-6));
    }

    @Test
    void takesTheNarrowerOfTwoRangesOneWithinTheOther() {
        var fit = FileCof.fit(
                "number of fit ranges: 2\n" + range(1, 2.0, 4.1, 120, 10_000, 0.01) + range(2, 2.8, 3.3, 800, 1500, 0));

        assertThat(fit.kelvin(1000)).isCloseTo(law(3), within(1e-6));
    }

    @Test
    void aFitHasNoTemperatureOutsideItsRanges() {
        var curve = Calibration.read("X2.cof", TWO_RANGES).curve();

        assertThat(curve.kelvin(119.9)).isNaN();
        assertThat(curve.kelvin(10_001)).isNaN();
        assertThat(curve.pointsOhm()[0]).isEqualTo(120);
    }

    @Test
    void aHoleBetweenRangesIsNotBridged() {
        String holed =
                "Number of fit ranges: 2\n" + range(1, 2.0, 3.1, 120, 700, 0) + range(2, 2.8, 4.1, 800, 10_000, 0);

        assertThatThrownBy(() -> Calibration.read("X2.cof", holed))
                .isInstanceOf(CalibrationFormatException.class)
                .hasMessageContaining("a range is missing or wrong");
    }

    @Test
    void theRecurrenceHoldsAtTheEndsWhereACosineFails() {
        var range = new ChebyshevRange(true, 2, 3, 100, 1000, new double[] {1, 2, 3, 4});

        assertThat(range.kelvin(1000)).isCloseTo(10, within(1e-12));
        assertThat(range.kelvin(100)).isCloseTo(-2, within(1e-12));
        assertThat(range.kelvin(1000 * (1 + 1e-15))).isCloseTo(10, within(1e-9));
    }

    @Test
    void reportsWhatACoefficientFileLacks() {
        String text = """
                Number of fit ranges: 2
                Fit range: 1
                Fit type for range 1: DIODE
                Order of fit range 1: 2
                Zlower for fit range 1: 3
                Zupper for fit range 1: 2
                C(0) Equation 1: 1
                C(2) Equation 1: x
                """;

        var thrown = catchThrowableOfType(CalibrationFormatException.class, () -> Calibration.read("x.cof", text));

        assertThat(thrown.problems())
                .containsExactly(
                        "1 fit ranges found, 2 announced",
                        "fit range 1: fit type \"DIODE\", LOG or LIN was due",
                        "fit range 1: c1 is \"\", a number was due",
                        "fit range 1: c2 is \"x\", a number was due",
                        "fit range 1: Z from 3.0 to 2.0 is no range",
                        "fit range 1: limits of 3.0 to 2.0 Ohm are none",
                        "fit range 1: the limits of 3.0 to 2.0 Ohm reach beyond the fit");
    }

    @Test
    void goesByTheContentWhereTheSuffixIsWrong() {
        String breakpoints = "Data Format: 4\nSensor Model: CX\n1 2.0 20\n2 3.0 5\n3 4.0 1.4\n";

        var named = Calibration.read("a/b.c/curve.340", breakpoints);
        var misnamed = Calibration.read("curve.dat", breakpoints);

        assertThat(named.remarks()).isEmpty();
        assertThat(named.model()).isEqualTo("CX");
        assertThat(misnamed.curve().kelvin(1000)).isCloseTo(5, within(1e-9));
        assertThat(misnamed.remarks()).containsExactly("the file is named .dat, its content is .340");
        assertThat(Calibration.read("curve.txt", CX1010).remarks()).isEmpty();
    }
}
