package org.fieldfall.simulator.ami430;

/** The units that numbers are in, as somebody has chosen them; kilogauss and seconds at the start. */
final class Units {

    private static final double KILOGAUSS_PER_TESLA = 10;
    private static final double SECONDS_PER_MINUTE = 60;

    private final double teslaPerAmpere;
    private boolean inTesla;
    private boolean perMinute;

    Units(double teslaPerAmpere) {
        this.teslaPerAmpere = teslaPerAmpere;
    }

    void field(boolean isInTesla) {
        inTesla = isInTesla;
    }

    boolean isInTesla() {
        return inTesla;
    }

    void rate(boolean isPerMinute) {
        perMinute = isPerMinute;
    }

    boolean isPerMinute() {
        return perMinute;
    }

    double coilConstant() {
        return (inTesla ? 1 : KILOGAUSS_PER_TESLA) * teslaPerAmpere;
    }

    double amperes(double field) {
        return field / coilConstant();
    }

    double field(double amperes) {
        return amperes * coilConstant();
    }

    double amperesPerSecond(double fieldRate) {
        return amperes(fieldRate) / (perMinute ? SECONDS_PER_MINUTE : 1);
    }

    double fieldRate(double amperesPerSecond) {
        return field(amperesPerSecond) * (perMinute ? SECONDS_PER_MINUTE : 1);
    }
}
