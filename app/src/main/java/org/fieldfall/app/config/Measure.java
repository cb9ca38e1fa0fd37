package org.fieldfall.app.config;

import java.util.Map;
import org.fieldfall.protocols.theory.level.Constants;

/**
 * What a key of a configuration file or an option of the command line measures, with an example a message can show. The
 * value is read into SI units, energies into kelvin.
 */
public enum Measure {
    FIELD("a field", "0.1 T"),
    FIELD_RATE("a field rate", "10 T/s"),
    FIELD_PER_CURRENT("a field per current", "0.1 T/A"),
    TEMPERATURE("a temperature", "4 K"),
    /** Over k_B, so in kelvin: from a wavenumber, a temperature, an energy (meV) or a frequency (GHz). */
    ENERGY("an energy", "-0.5 cm-1 or 61.5 K"),
    ANGLE("an angle", "10 deg"),
    DURATION("a time", "60 s"),
    FREQUENCY("a frequency", "50 Hz"),
    CURRENT("a current", "0.45 uA"),
    VOLTAGE("a voltage", "10 V"),
    VOLTAGE_RATE("a voltage drift", "0.2 uV/min"),
    INDUCTANCE("an inductance", "50 mH"),
    RESISTANCE("a resistance", "0.15 Ohm"),
    THERMAL_CONDUCTANCE("a thermal conductance", "0.14 uW/K"),
    HEAT_CAPACITY("a heat capacity", "1.0 uJ/K"),
    MOLAR_HEAT_CAPACITY("a molar heat capacity", "2.2 J/(mol K)"),
    HEAT("a heat", "1 uJ"),
    POWER("a power", "2 uW"),
    TEMPERATURE_PER_HEAT("a temperature per heat", "0.2 K/J"),
    TEMPERATURE_RATE("a temperature drift", "1 mK/h"),
    MASS("a mass", "4.0 mg"),
    MOLAR_MASS("a molar mass", "2060.17 g/mol"),
    AREA("an area", "0.2 mm2"),
    VELOCITY("a velocity", "2.0 km/s"),
    DENSITY("a density", "1830 kg/m3"),
    FRACTION("a fraction", "0.1 %"),
    PER_FIELD_SQUARED("a fraction per squared field", "0.02 %/T^2"),
    EDDY_HEATING("a power per squared field rate", "1e-9 W/(T/s)^2");

    private static final Map<Dimension, Double> KELVIN_PER_UNIT = Map.of(
            dimension("1 K"),
            1.0,
            dimension("1 m-1"),
            0.01 * Constants.KELVIN_PER_WAVENUMBER,
            dimension("1 J"),
            1 / Constants.BOLTZMANN,
            dimension("1 s-1"),
            Constants.KELVIN_PER_HERTZ);

    private final String noun;
    private final String example;

    Measure(String noun, String example) {
        this.noun = noun;
        this.example = example;
    }

    public String noun() {
        return noun;
    }

    public String example() {
        return example;
    }

    /**
     * The text as a number in SI units, energies in kelvin.
     *
     * @throws UnfitValueException where it is none, or measures something else
     */
    public double read(String text) {
        var quantity = Quantity.parse(text);
        var factor = factors().get(quantity.dimension());
        if (factor == null) {
            throw misfit(quantity);
        }
        return quantity.value() * factor;
    }

    private Map<Dimension, Double> factors() {
        return this == ENERGY ? KELVIN_PER_UNIT : Map.of(dimension(example), 1.0);
    }

    private static Dimension dimension(String example) {
        return Quantity.parse(example).dimension();
    }

    private static UnfitValueException misfit(Quantity quantity) {
        return new UnfitValueException(quantity.unitText().isEmpty() ? "no unit" : "wrong unit " + quantity.unitText());
    }
}
