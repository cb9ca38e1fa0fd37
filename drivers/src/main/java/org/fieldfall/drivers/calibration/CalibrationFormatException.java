package org.fieldfall.drivers.calibration;

import java.util.List;

/** A calibration file cannot be used. Holds everything that is wrong with it, with line numbers. */
public final class CalibrationFormatException extends RuntimeException {

    private final List<String> problems;

    public CalibrationFormatException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** The same, each problem with the name of its file. */
    public CalibrationFormatException in(String file) {
        CalibrationFormatException named = new CalibrationFormatException(
                problems.stream().map(problem -> file + ": " + problem).toList());
        named.initCause(this);
        return named;
    }

    public List<String> problems() {
        return problems;
    }
}
