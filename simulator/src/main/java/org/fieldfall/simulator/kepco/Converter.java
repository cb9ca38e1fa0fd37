package org.fieldfall.simulator.kepco;

/** A bipolar 16-bit digital-to-analogue converter with the given full scale either way. */
record Converter(double fullScale) {

    double output(double wanted) {
        double step = fullScale / (1 << 15);
        return Math.rint(wanted / step) * step;
    }
}
