package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "FIELD, 1 T, 1",
        "FIELD, 700mT, 0.7",
        "FIELD, 1000 G, 0.1",
        "FIELD, 1 kG, 0.1",
        "FIELD, -1e-3T, -0.001",
        "FIELD_RATE, 10 T/s, 10",
        "FIELD_RATE, 500 mT/s, 0.5",
        "FIELD_RATE, 6 T/min, 0.1",
        "FIELD_PER_CURRENT, 0.100 T/A, 0.1",
        "FIELD_PER_CURRENT, 1000 G/A, 0.1",
        "TEMPERATURE, 4K, 4",
        "TEMPERATURE, 20 mK, 0.02",
        "DURATION, 2.1e-7 s, 2.1e-7",
        "DURATION, 0.3 ms, 3e-4",
        "DURATION, 5 us, 5e-6",
        "DURATION, 2 min, 120",
        "DURATION, 1.5 h, 5400",
        "CURRENT, 0.45 uA, 4.5e-7",
        "CURRENT, 0.45 µA, 4.5e-7",
        "CURRENT, 0.45 μA, 4.5e-7",
        "CURRENT, 12 A, 12",
        "CURRENT, 3 mA, 3e-3",
        "VOLTAGE, 10 V, 10",
        "VOLTAGE, 100 mV, 0.1",
        "VOLTAGE, 3 uV, 3e-6",
        "VOLTAGE_RATE, 0.6 uV/min, 1e-8",
        "INDUCTANCE, 50 mH, 0.05",
        "INDUCTANCE, 1 H, 1",
        "RESISTANCE, 0.15 Ohm, 0.15",
        "RESISTANCE, 0.15 Ω, 0.15",
        "RESISTANCE, 150 mΩ, 0.15",
        "THERMAL_CONDUCTANCE, 0.14 uW/K, 1.4e-7",
        "HEAT_CAPACITY, 1.0 uJ/K, 1e-6",
        "MOLAR_HEAT_CAPACITY, 2.2 J/(mol K), 2.2",
        "MOLAR_HEAT_CAPACITY, 2.2 J/mol/K, 2.2",
        "MOLAR_HEAT_CAPACITY, 2200 mJ/(mol*K), 2.2",
        "ANGLE, 90 deg, 1.5707963267948966",
        "ANGLE, 90°, 1.5707963267948966",
        "ANGLE, 0.5 rad, 0.5",
        "MASS, 4.0 mg, 4e-6",
        "MASS, 4 g, 4e-3",
        "MASS, 4 kg, 4",
        "MOLAR_MASS, 2060.17 g/mol, 2.06017",
        "AREA, 0.2 mm2, 2e-7",
        "AREA, 1 m2, 1",
        "AREA, 1 cm², 1e-4",
        "FRACTION, 0.005 %, 5e-5",
        "FRACTION, 20 ppm, 2e-5",
        "PER_FIELD_SQUARED, 0.02 %/T^2, 2e-4",
        "EDDY_HEATING, 1e-9 W/(T/s)^2, 1e-9",
        "EDDY_HEATING, 1 nW*s2/T2, 1e-9",
        "ENERGY, 61.5 K, 61.5",
    })
    void readsAQuantityIntoSi(Measure measure, String text, double si) {
        assertThat(measure.read(text)).isCloseTo(si, within(1e-14 * Math.abs(si)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5 cm-1", "-0.5cm^-1", "-0.5 cm⁻¹", "−0.5 cm-1"})
    void readsAWavenumberAsAnEnergyInKelvin(String text) {
        var kelvin = Measure.ENERGY.read(text);

        assertThat(kelvin).isCloseTo(-0.5 / 0.6950348, within(1e-8));
    }

    @Test
    void keepsTheDecimalsOfAScaledNumber() {
        assertThat(Measure.FIELD.read("700 mT")).isEqualTo(0.7);
        assertThat(Measure.CURRENT.read("0.45 uA")).isEqualTo(0.45e-6);
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasureReadsItsOwnExample(Measure measure) {
        for (var example : measure.example().split(" or ", -1)) {
            assertThat(measure.read(example)).isNotNaN().isNotZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, no unit",
        "4 T, wrong unit T",
        "4 cm-1, wrong unit cm-1",
        "four K, not a number",
        "'', not a number",
        "4 Kelvin, unknown unit Kelvin",
        "4 K/, unknown unit K/",
        "4 /K, unknown unit /K",
        "4 (K, unknown unit (K",
        "4 K), unknown unit K)",
        "4 K2, wrong unit K2",
        "4 mmin, unknown unit mmin",
        "4 K K, unknown unit K K",
        "4 %, wrong unit %",
        "NaN K, not a number",
        "Infinity K, not a number",
        "0x4 K, unknown unit x4 K",
        "4d, unknown unit d",
        "1e9999999999 K, too large a number",
    })
    void saysWhyATextIsNoTemperature(String text, String reason) {
        assertThatThrownBy(() -> Measure.TEMPERATURE.read(text))
                .isInstanceOf(UnfitValueException.class)
                .hasMessage(reason);
    }
}
