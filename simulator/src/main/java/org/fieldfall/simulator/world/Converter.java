package org.fieldfall.simulator.world;

import java.util.function.DoubleUnaryOperator;

/** What turns a meter's volts into numbers, unless it hangs: then it repeats the last number, bit for bit. */
public final class Converter {

    private final DoubleUnaryOperator working;
    private double shown = Double.NaN;
    private boolean isHanging;

    /** @param working what it makes of a voltage while it works */
    public Converter(DoubleUnaryOperator working) {
        this.working = working;
    }

    public void hang(boolean hangs) {
        isHanging = hangs;
    }

    /** The number that is told for a voltage; one that hangs without ever having told one keeps the first. */
    public double shown(double volts) {
        shown = isHanging && !Double.isNaN(shown) ? shown : working.applyAsDouble(volts);
        return shown;
    }
}
