package org.fieldfall.app.config;

/** What a unit measures: the exponents of kilogram, metre, second, ampere, kelvin, mole and, as if it were one, radian. */
record Dimension(int kilogram, int metre, int second, int ampere, int kelvin, int mole, int radian) {

    static final Dimension NONE = new Dimension(0, 0, 0, 0, 0, 0);

    Dimension(int kilogram, int metre, int second, int ampere, int kelvin, int mole) {
        this(kilogram, metre, second, ampere, kelvin, mole, 0);
    }

    Dimension times(Dimension other) {
        return new Dimension(
                kilogram + other.kilogram,
                metre + other.metre,
                second + other.second,
                ampere + other.ampere,
                kelvin + other.kelvin,
                mole + other.mole,
                radian + other.radian);
    }

    Dimension power(int n) {
        return new Dimension(n * kilogram, n * metre, n * second, n * ampere, n * kelvin, n * mole, n * radian);
    }
}
