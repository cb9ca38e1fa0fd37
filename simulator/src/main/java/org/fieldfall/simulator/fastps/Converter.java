package org.fieldfall.simulator.fastps;

/** The digital loop's setpoint: 20 bits over both signs (chosen; the manual gives no number). */
record Converter(double fullScale) {

    double output(double wanted) {
        double step = fullScale / (1 << 19);
        return Math.rint(wanted / step) * step;
    }
}
