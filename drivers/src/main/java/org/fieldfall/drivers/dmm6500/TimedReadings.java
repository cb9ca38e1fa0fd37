package org.fieldfall.drivers.dmm6500;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.fieldfall.drivers.scpi.Readings;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiNumber;

/**
 * Part of a buffer as {@code READ,REL} answers it: value, time, value, time.
 *
 * @param raw readings in volts, NaN where the meter marked them invalid
 * @param seconds since the first reading in the buffer, on the meter's clock
 */
record TimedReadings(double[] raw, double[] seconds) {

    private static TimedReadings parse(String text, int count) {
        double[] fields = Readings.ascii(text.getBytes(StandardCharsets.US_ASCII));
        if (fields.length != 2 * count) {
            throw new IllegalArgumentException(fields.length + " numbers for " + count + " readings and as many times");
        }
        return new TimedReadings(every(2, 0, fields), every(2, 1, fields));
    }

    private static double[] every(int step, int first, double[] fields) {
        double[] taken = new double[fields.length / step];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = fields[step * i + first];
        }
        return taken;
    }

    /** The place of each reading is its time only as long as the timer did not come too early for the meter. */
    void refuseUneven(long firstIndex, double intervalSeconds) {
        for (int i = 0; i < seconds.length; i++) {
            double due = (firstIndex + i) * intervalSeconds;
            if (!(Math.abs(seconds[i] - due) <= 0.5 * intervalSeconds + 1e-6 * due)) {
                throw new IllegalArgumentException("reading number " + (firstIndex + i + 1) + " was taken at "
                        + ScpiNumber.format(Double.isFinite(seconds[i]) ? seconds[i] : -1, 6) + " s, due at "
                        + ScpiNumber.format(due, 6) + " s");
            }
        }
    }

    /** A reply that also has to keep the pace. */
    static Reply<TimedReadings> evenly(int count, long firstIndex, double intervalSeconds) {
        Function<String, TimedReadings> reader = text -> {
            TimedReadings found = parse(text, count);
            found.refuseUneven(firstIndex, intervalSeconds);
            return found;
        };
        return Reply.line(count + " readings, one every " + intervalSeconds + " s", reader);
    }
}
