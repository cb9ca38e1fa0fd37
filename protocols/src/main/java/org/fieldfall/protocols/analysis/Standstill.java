package org.fieldfall.protocols.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/**
 * Looks for a thermometer that hangs: readings that repeat one value bit for bit for longer than noise and quantisation
 * allow. Used by one thread.
 *
 * <p>A converter of step q under white noise σ repeats a value most readily where the voltage rests in the middle of a step;
 * each reading then falls on it with p = erf(q / (2√2 σ)). Among n readings k in a row are to be expected n pᵏ⁻¹ times, and
 * what is expected less than {@value #CHANCE} times is not allowed. Both σ and q are seen in the first readings of the
 * acquisition: σ by the median of the steps between neighbours, which neither drift nor outliers move, and only a third of it
 * is counted on, for noise may abate; q as the smallest of these steps, which is no less than the converter's. Where half of
 * the neighbours are alike already, nothing is known of the noise and any number is allowed.
 */
public final class Standstill {

    private static final double CHANCE = 1e-9;
    private static final double READINGS = 1e6;
    private static final int LEARNT_FROM = 100;
    private static final double COUNTED_ON = 1.0 / 3;

    /** Fewer than these take nothing from a trace that its averages would miss. */
    private static final long LEAST = 100;

    /** Less than this is no trace in which anything could be missed. */
    private static final long TRACE = 10 * LEARNT_FROM;

    /** Median of the size of a normal deviate. */
    private static final double MEDIAN_SIZE = 0.6745;

    private final double[] first = new double[LEARNT_FROM];
    private long count;
    private long allowed = Long.MAX_VALUE;
    private double value = Double.NaN;
    private long since;
    private long length;
    private Optional<Run> longest = Optional.empty();

    /**
     * One value again and again.
     *
     * @param firstIndex place of the first such reading in its acquisition
     * @param readings how many there are
     */
    public record Run(long firstIndex, long readings, double raw) {}

    /** @param firstIndex place of the first of these readings in their acquisition */
    public void add(long firstIndex, double[] raw) {
        for (int i = 0; i < raw.length; i++) {
            add(firstIndex + i, raw[i]);
        }
    }

    private void add(long index, double raw) {
        if (raw == value) {
            length++;
        } else {
            value = raw;
            since = index;
            length = 1;
        }
        learn(raw);
        if (longest.map(run -> length > run.readings()).orElse(true)) {
            longest = Optional.of(new Run(since, length, value));
        }
    }

    private void learn(double raw) {
        if (count < LEARNT_FROM && !Double.isNaN(raw)) {
            first[(int) count] = raw;
            if (count == LEARNT_FROM - 1) {
                allowed = allowed(first);
            }
        }
        count += Double.isNaN(raw) ? 0 : 1;
    }

    private static long allowed(double[] readings) {
        double[] steps = IntStream.range(1, readings.length)
                .mapToDouble(i -> Math.abs(readings[i] - readings[i - 1]))
                .sorted()
                .toArray();
        double sigma = steps[steps.length / 2] / MEDIAN_SIZE / Math.sqrt(2);
        if (sigma == 0) {
            return Long.MAX_VALUE;
        }
        double step = Arrays.stream(steps).filter(size -> size > 0).findFirst().orElseThrow();
        double alike = Erf.erf(step / (2 * Math.sqrt(2) * COUNTED_ON * sigma));
        return Math.max(LEAST, (long) Math.ceil(1 + Math.log(READINGS / CHANCE) / -Math.log(alike)));
    }

    /** How many in a row noise allows. */
    public long allowed() {
        return allowed;
    }

    /** The longest run, if it is longer than noise allows. */
    public Optional<Run> found() {
        return longest.filter(run -> run.readings() > allowed);
    }

    /** All readings of a whole trace, if they are one value: whether it hung or saw nothing, it tells nothing. */
    public Optional<Run> whole() {
        return longest.filter(run -> run.readings() == count && count >= TRACE);
    }
}
