package org.fieldfall.protocols.theory.kinetics;

/** K = K₀ (T/T₀)ⁿ. */
record PowerLink(double wattPerKelvin, double atKelvin, double exponent) implements Link {

    PowerLink {
        if (!(wattPerKelvin >= 0 && wattPerKelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("link must be 0 W/K or above and finite, got " + wattPerKelvin);
        }
        if (!(atKelvin > 0 && atKelvin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "temperature of a link's K must be above 0 K and finite, got " + atKelvin + " K");
        }
        if (!(exponent >= 0 && exponent < 100)) {
            throw new IllegalArgumentException("exponent of a link must be 0 or above and below 100, got " + exponent);
        }
    }

    @Override
    public double watt(double kelvin, double bathKelvin) {
        return exponent == 0 ? wattPerKelvin * (kelvin - bathKelvin) : watt(kelvin) - watt(bathKelvin);
    }

    private double watt(double kelvin) {
        return wattPerKelvin * atKelvin / (exponent + 1) * Math.pow(kelvin / atKelvin, exponent + 1);
    }

    @Override
    public double wattPerKelvin(double kelvin) {
        return wattPerKelvin * Math.pow(kelvin / atKelvin, exponent);
    }
}
