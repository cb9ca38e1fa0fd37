package org.fieldfall.drivers.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.junit.jupiter.api.Test;

class CalibrationFile340Test {

    private static final String HEADER = """
            Sensor Model:   CX-1050
            Serial Number:  X12345
            Data Format:    4      (Log Ohms/Kelvin)
            SetPoint Limit: 20.0      (Kelvin)
            Temperature coefficient:  1 (Negative)
            Number of Breakpoints:   3

            No.   Units      Temperature (K)

            """;
    private static final String ROWS = """
              1  2.0  20.0
              2  3.0  5.0
              3  4.0  1.4
            """;

    @Test
    void readsTheSampleFile() throws IOException {
        String text = Files.readString(Path.of("../config/calibrations/cx1050-typical.340"));

        var file = CalibrationFile340.parse(text);

        assertThat(file.model()).isEqualTo("CX-1050-typical");
        assertThat(file.serial()).isEqualTo("SIMX0001");
        assertThat(file.curve().pointsOhm()).hasSize(120);
        assertThat(file.curve().coldestKelvin()).isEqualTo(1.4);
        assertThat(file.curve().warmestKelvin()).isEqualTo(20);
        assertThat(file.curve().kelvin(3740)).isCloseTo(4.0, within(0.02));
        assertThat(file.remarks()).isEmpty();
    }

    @Test
    void theSampleFilesPointsAgreeWithTheirNeighboursToATenthOfAMillikelvin() throws IOException {
        var all = CalibrationFile340.parse(Files.readString(Path.of("../config/calibrations/cx1050-typical.340")))
                .curve();
        double[] ohm = all.pointsOhm();
        double[] kelvin = all.pointsKelvin();

        for (int left = 2; left < ohm.length - 2; left++) {
            var without = CalibrationCurve.of(without(ohm, left), without(kelvin, left));
            assertThat(without.kelvin(ohm[left])).isCloseTo(kelvin[left], within(1e-4 + 3e-5 * kelvin[left]));
        }
    }

    private static double[] without(double[] values, int left) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, left);
        System.arraycopy(values, left + 1, rest, left, rest.length - left);
        return rest;
    }

    @Test
    void readsOhmAndLogOhmAlike() {
        var logarithmic = CalibrationFile340.parse(HEADER + ROWS);
        var plain = CalibrationFile340.parse("""
                Data Format: 3
                1 100 20.0
                2 1000 5.0
                3 10000 1.4
                """);

        assertThat(plain.curve().kelvin(500)).isCloseTo(logarithmic.curve().kelvin(500), within(1e-9));
    }

    @Test
    void toleratesTheKnownVariants() {
        String text = """
                \uFEFF
                 sensor model:\tCX-1050\t(bare)
                \tdata format:\t4\t(Log Ohms/Kelvin)
                Interpolation: 1
                Temperature Coefficient: 2 (Positive)
                Number of Breakpoints:\t7

                no.\tunits\ttemperature (K)

                1\t2.0\t20.0
                2,3.0,5.0
                 3 4.00E0 1.4\s
                """.replace("\n", "\r\n");

        var file = CalibrationFile340.parse(text);

        assertThat(file.curve().pointsKelvin()).containsExactly(20.0, 5.0, 1.4);
        assertThat(file.serial()).isEmpty();
        assertThat(file.remarks())
                .containsExactly(
                        "line 6: announces \"7\" breakpoints, there are 3",
                        "line 5: temperature coefficient \"2 (Positive)\", the rows say 1 (negative)");
    }

    @Test
    void reportsEveryProblemWithItsLine() {
        String text = """
                Data Format: 2 (V/K)
                1 2.0 20.0
                nonsense
                2 3.0 -5.0
                3 2.5 1.4
                """;

        var thrown = catchThrowableOfType(CalibrationFormatException.class, () -> CalibrationFile340.parse(text));

        assertThat(thrown.problems())
                .containsExactly(
                        "line 3: \"nonsense\" is neither a header line nor a row of index, units and kelvin",
                        "line 1: data format \"2 (V/K)\"; for a resistance thermometer 3 (Ohm) or 4 (log10 Ohm) was due",
                        "line 4: -5.0 K, above 0 was due",
                        "line 5: units must rise from row to row, and kelvin keep one direction");
    }

    @Test
    void saysWhatAnEmptyFileLacks() {
        assertThatThrownBy(() -> CalibrationFile340.parse(""))
                .isInstanceOf(CalibrationFormatException.class)
                .hasMessageContaining("no header line \"Data Format\"")
                .hasMessageContaining("0 rows");
    }
}
