package org.fieldfall.protocols.analysis;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The ramp as the field monitor recorded it, on the monitor's clock. Method: plateaus before and after by their means; a
 * straight line through the readings between 10 % and 90 % of the change; start and end where the line meets the plateaus.
 *
 * @param startSeconds where the line leaves the first plateau
 * @param durationSeconds from there to where it meets the second
 * @param beforeTesla plateau before
 * @param afterTesla plateau after
 * @param rateTeslaPerSecond slope of the line, signed
 * @param nonlinearity largest distance of the 5-reading running mean from the line, over the change of field
 * @param undershootTesla how far the 5-reading running mean goes beyond the second plateau, three times its noise taken off
 * @param received readings between start and end
 * @param expected readings that should be there
 */
public record FieldRamp(
        Uncertain startSeconds,
        Uncertain durationSeconds,
        Uncertain beforeTesla,
        Uncertain afterTesla,
        Uncertain rateTeslaPerSecond,
        double nonlinearity,
        double undershootTesla,
        int received,
        int expected) {

    private static final double PLATEAU_SECONDS = 0.1;
    private static final double GAP_SECONDS = 0.02;
    private static final int RUNNING = 5;

    /**
     * Finds the ramp.
     *
     * @param tesla field of a raw reading; NaN drops the reading
     * @param expectedStartSeconds where the host's send times put the start, good to 1 s
     * @param programmedSeconds duration of the program
     * @throws InsufficientTraceException if there are too few readings, or no ramp among them
     */
    public static FieldRamp of(
            Trace trace, DoubleUnaryOperator tesla, double expectedStartSeconds, double programmedSeconds) {
        double rough = DropFinder.start(trace, tesla, expectedStartSeconds, programmedSeconds);
        LocalFit before = LocalFit.of(
                trace, tesla, rough - GAP_SECONDS - PLATEAU_SECONDS, rough - GAP_SECONDS, rough - GAP_SECONDS, 0);
        return of(trace, tesla, before.at(0), rough, programmedSeconds);
    }

    /**
     * The same for a monitor that the supply's program triggered, so that its readings start with the ramp.
     *
     * @param before field before the ramp, from elsewhere
     */
    public static FieldRamp triggered(
            Trace trace, DoubleUnaryOperator tesla, Uncertain before, double programmedSeconds) {
        return of(trace, tesla, before, 0, programmedSeconds);
    }

    private static FieldRamp of(
            Trace trace, DoubleUnaryOperator tesla, Uncertain first, double rough, double programmedSeconds) {
        double interval = trace.intervalSeconds();
        double end = rough + programmedSeconds;
        LocalFit after =
                LocalFit.of(trace, tesla, end + GAP_SECONDS, end + GAP_SECONDS + PLATEAU_SECONDS, end + GAP_SECONDS, 0);
        Uncertain last = after.at(0);
        SimpleRegression line = line(trace, tesla, rough, end, first.value(), last.value());
        double slope = line.getSlope();
        double start = (first.value() - line.getIntercept()) / slope;
        double stop = (last.value() - line.getIntercept()) / slope;
        double lineSigma = Math.sqrt(line.getMeanSquareError() / line.getN()) / Math.abs(slope);
        double edgeSigma = Math.hypot(2 * lineSigma, Math.max(after.scatter(), 1e-9) / Math.abs(slope) / 10);
        Shape shape = Shape.of(trace, tesla, start, stop, line, last.value());
        return new FieldRamp(
                new Uncertain(start, edgeSigma),
                new Uncertain(stop - start, Math.sqrt(2) * edgeSigma),
                first,
                last,
                new Uncertain(slope, line.getSlopeStdErr()),
                shape.deviation / Math.abs(last.value() - first.value()),
                Math.max(0, shape.beyond - 3 * after.scatter() / Math.sqrt(RUNNING)),
                shape.received,
                (int) Math.round((stop - start) / interval));
    }

    private static SimpleRegression line(
            Trace trace, DoubleUnaryOperator tesla, double from, double to, double first, double last) {
        SimpleRegression line = new SimpleRegression();
        for (int i = trace.indexAt(from - GAP_SECONDS); i < trace.indexAt(to + GAP_SECONDS); i++) {
            double share = (tesla.applyAsDouble(trace.raw()[i]) - first) / (last - first);
            if (share > 0.1 && share < 0.9) {
                line.addData(i * trace.intervalSeconds(), tesla.applyAsDouble(trace.raw()[i]));
            }
        }
        if (line.getN() < 3 * RUNNING) {
            throw new InsufficientTraceException("the field monitor has only " + line.getN()
                    + " readings on the slope of the ramp, at least " + 3 * RUNNING + " are needed");
        }
        return line;
    }

    /** Departures from the straight line inside the ramp and from the plateau behind it. */
    private record Shape(double deviation, double beyond, int received) {

        static Shape of(
                Trace trace, DoubleUnaryOperator tesla, double start, double stop, SimpleRegression line, double last) {
            double deviation = 0;
            double beyond = 0;
            int received = 0;
            double direction = Math.signum(line.getSlope());
            int end = trace.indexAt(stop + GAP_SECONDS + PLATEAU_SECONDS);
            for (int i = trace.indexAt(start); i + RUNNING <= end; i++) {
                double seconds = i * trace.intervalSeconds();
                received += seconds < stop && !Double.isNaN(tesla.applyAsDouble(trace.raw()[i])) ? 1 : 0;
                double mean = mean(trace, tesla, i);
                if (Double.isNaN(mean)) {
                    continue;
                }
                double centre = seconds + (RUNNING - 1) / 2.0 * trace.intervalSeconds();
                if (centre > start + (stop - start) / 10 && centre < stop - (stop - start) / 10) {
                    deviation = Math.max(deviation, Math.abs(mean - line.predict(centre)));
                } else if (seconds > stop) {
                    beyond = Math.max(beyond, direction * (mean - last));
                }
            }
            return new Shape(deviation, beyond, received);
        }

        private static double mean(Trace trace, DoubleUnaryOperator tesla, int from) {
            double sum = 0;
            for (int i = from; i < from + RUNNING; i++) {
                sum += tesla.applyAsDouble(trace.raw()[i]);
            }
            return sum / RUNNING;
        }
    }
}
