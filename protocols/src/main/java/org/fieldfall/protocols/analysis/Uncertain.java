package org.fieldfall.protocols.analysis;

/** A number with its standard uncertainty, both in the same unit. */
public record Uncertain(double value, double sigma) {

    public Uncertain {
        if (sigma < 0) {
            throw new IllegalArgumentException("an uncertainty is never below zero, not " + sigma);
        }
    }

    public static Uncertain exact(double value) {
        return new Uncertain(value, 0);
    }

    /** Mean of at least two readings with its standard uncertainty. */
    public static Uncertain mean(double... readings) {
        double sum = 0;
        for (double reading : readings) {
            sum += reading;
        }
        double mean = sum / readings.length;
        double squares = 0;
        for (double reading : readings) {
            squares += (reading - mean) * (reading - mean);
        }
        return new Uncertain(mean, Math.sqrt(squares / (readings.length - 1) / readings.length));
    }

    /** The uncertainty as a share of the value. */
    public double relativeSigma() {
        return sigma / Math.abs(value);
    }

    public Uncertain minus(Uncertain other) {
        return new Uncertain(value - other.value, Math.hypot(sigma, other.sigma));
    }

    public Uncertain over(Uncertain other) {
        double quotient = value / other.value;
        return new Uncertain(quotient, Math.hypot(sigma / other.value, quotient * other.sigma / other.value));
    }

    /** The same number, less well known by an independent part. */
    public Uncertain blurredBy(double moreSigma) {
        return new Uncertain(value, Math.hypot(sigma, moreSigma));
    }
}
