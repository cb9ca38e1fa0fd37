package org.fieldfall.protocols.analysis;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * The readings of a heater pulse in means of about half a second.
 *
 * @param seconds length of a bin; the first begins with the trace
 * @param kelvin mean temperature in each
 * @param noiseKelvin standard deviation that a mean has by the scatter of the readings in it
 * @param baseRaw mean raw reading before the pulse
 * @param topRaw mean raw reading in the last bin of the pulse
 */
record PulseBins(double seconds, double[] kelvin, double noiseKelvin, double baseRaw, double topRaw) {

    /** Short against the pulse and the spins that follow it, long against the contact of crystal and platform. */
    private static final double WANTED_SECONDS = 0.5;

    private static final int FEWEST = 40;

    /** Readings without any scatter still do not follow the model to more than this. */
    private static final double LEAST_NOISE_KELVIN = 1e-7;

    static PulseBins of(Trace trace, DoubleUnaryOperator kelvin, HeaterPulse.Pulse pulse) {
        int per = (int) Math.round(WANTED_SECONDS / trace.intervalSeconds());
        int count = trace.size() / Math.max(1, per);
        if (per < 1 || count < FEWEST) {
            throw new InsufficientTraceException(
                    "a trace of " + trace.endSeconds() + " s is too short for a heater pulse");
        }
        double seconds = per * trace.intervalSeconds();
        int on = (int) (pulse.onSeconds() / seconds);
        int off = (int) (pulse.offSeconds() / seconds);
        if (!(on >= 2 && off > on && off + 2 < count)) {
            throw new InsufficientTraceException(String.format(
                    Locale.ROOT,
                    "a heater pulse from %.3f s to %.3f s needs a bin of %.3f s in it and two before and after it; the trace ends at %.3f s",
                    pulse.onSeconds(),
                    pulse.offSeconds(),
                    seconds,
                    trace.endSeconds()));
        }
        double[] means = new double[count];
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double[] inBin = kelvin(trace, kelvin, i * per, per);
            means[i] = mean(inBin, 0, per);
            squares += squares(inBin, means[i]) / Math.max(1, per - 1) / per / count;
        }
        return new PulseBins(
                seconds,
                means,
                Math.max(LEAST_NOISE_KELVIN, Math.sqrt(squares)),
                mean(trace.raw(), 0, on * per),
                mean(trace.raw(), (off - 1) * per, off * per));
    }

    private static double[] kelvin(Trace trace, DoubleUnaryOperator kelvin, int from, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = kelvin.applyAsDouble(trace.raw()[from + i]);
            if (Double.isNaN(values[i])) {
                throw new InsufficientTraceException(String.format(
                        Locale.ROOT,
                        "the reading of the heater pulse at %.3f s is invalid",
                        (from + i) * trace.intervalSeconds()));
            }
        }
        return values;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    int count() {
        return kelvin.length;
    }

    /** Mean temperature before the pulse. */
    double baseKelvin(double onSeconds) {
        return mean(kelvin, 0, (int) (onSeconds / seconds));
    }
}
