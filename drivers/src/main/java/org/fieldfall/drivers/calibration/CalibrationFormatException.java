package org.fieldfall.drivers.calibration;

import java.util.List;

/** A calibration file cannot be used. Holds everything that is wrong with it, with line numbers. */
public final class CalibrationFormatException extends RuntimeException {

    private final List<String> problems;

    public CalibrationFormatException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
