package org.fieldfall.drivers.keithley2400;

import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiNumber;

/**
 * The five fields of {@code :READ?}: voltage, current, resistance, time, status. What was not measured is 9.91E37 on the
 * wire and NaN here.
 */
record SourceReading(double amperes, int status) {

    static final Reply<SourceReading> REPLY = Reply.line("volts, amperes, ohms, seconds, status", SourceReading::parse);

    private static final int FIELDS = 5;
    // Status word of the 2400 (manual, FORMat:ELEMents).
    private static final int OVER_RANGE = 1;
    private static final int IN_COMPLIANCE = 1 << 3;
    private static final int LARGEST_STATUS = 1 << 24;

    private static SourceReading parse(String text) {
        String[] fields = text.split(",", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("\"" + text + "\" has " + fields.length + " fields");
        }
        double[] values = new double[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            values[i] = ScpiNumber.parse(fields[i]);
        }
        double status = values[FIELDS - 1];
        if (!(status >= 0 && status < LARGEST_STATUS && status == Math.rint(status))) {
            throw new IllegalArgumentException("\"" + fields[FIELDS - 1] + "\" is no status word");
        }
        return new SourceReading(values[1], (int) status);
    }

    boolean isOverRange() {
        return (status & OVER_RANGE) != 0;
    }

    boolean isInCompliance() {
        return (status & IN_COMPLIANCE) != 0;
    }
}
