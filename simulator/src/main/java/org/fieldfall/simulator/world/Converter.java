package org.fieldfall.simulator.world;

/** What turns a meter's volts into numbers, unless it hangs: then it repeats the last number, bit for bit. */
public final class Converter {

    private final MeterError error;
    private double shown = Double.NaN;
    private boolean isHanging;

    public Converter(MeterError error) {
        this.error = error;
    }

    public void hang(boolean hangs) {
        isHanging = hangs;
    }

    /** The number that is told for a voltage; one that hangs without ever having told one keeps the first. */
    public double shown(double volts) {
        shown = isHanging && !Double.isNaN(shown) ? shown : error.shown(volts);
        return shown;
    }
}
