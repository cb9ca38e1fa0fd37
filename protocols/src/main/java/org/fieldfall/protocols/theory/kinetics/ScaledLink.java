package org.fieldfall.protocols.theory.kinetics;

/** A link taken so many times. */
record ScaledLink(Link link, double factor) implements Link {

    ScaledLink {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor of a link must be 0 or above and finite, got " + factor);
        }
    }

    @Override
    public double watt(double kelvin, double bathKelvin) {
        return factor * link.watt(kelvin, bathKelvin);
    }

    @Override
    public double wattPerKelvin(double kelvin) {
        return factor * link.wattPerKelvin(kelvin);
    }
}
