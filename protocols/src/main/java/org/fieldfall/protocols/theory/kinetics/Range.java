package org.fieldfall.protocols.theory.kinetics;

/** All numbers from one to another, both included. */
public record Range(double from, double to) {

    public Range {
        if (!(from <= to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("a range must be finite and go upwards, got " + from + " to " + to);
        }
    }

    double at(double share) {
        return share == 1 ? to : from + share * (to - from);
    }

    double within(double value) {
        return Math.max(from, Math.min(to, value));
    }

    boolean isBorder(double value) {
        return value == from || value == to;
    }
}
