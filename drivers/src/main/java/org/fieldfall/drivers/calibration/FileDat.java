package org.fieldfall.drivers.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/** Test points as a {@code .dat} file: two columns, kelvin and ohm, no header; kelvin may rise or fall. */
final class FileDat {

    private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";
    private static final Pattern ROW = Pattern.compile("\\s*" + NUMBER + "(?:\\s*,\\s*|\\s+)" + NUMBER + "\\s*");

    private record Row(int line, double kelvin, double ohm) {}

    private FileDat() {}

    static CalibrationCurve parse(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            take(i + 1, lines.get(i), rows, problems);
        }
        if (rows.size() < 3) {
            problems.add(rows.size() + " rows of kelvin and ohm, three or more were due");
        }
        checkOrder(rows, problems);
        if (!problems.isEmpty()) {
            throw new CalibrationFormatException(problems);
        }
        return CalibrationCurve.of(
                rows.stream().mapToDouble(Row::ohm).toArray(),
                rows.stream().mapToDouble(Row::kelvin).toArray());
    }

    private static void take(int number, String line, List<Row> rows, List<String> problems) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            rows.add(new Row(number, Double.parseDouble(row.group(1)), Double.parseDouble(row.group(2))));
        } else if (!line.isBlank()) {
            problems.add("line " + number + ": \"" + line.strip() + "\" is not a row of kelvin and ohm");
        }
    }

    private static void checkOrder(List<Row> rows, List<String> problems) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!(row.kelvin() > 0 && row.ohm() > 0)) {
                problems.add("line " + row.line() + ": " + row.kelvin() + " K, " + row.ohm()
                        + " Ohm, both above 0 were due");
            }
            if (i > 1 && !sameSense(rows.get(0), rows.get(1), rows.get(i - 1), row)) {
                problems.add("line " + row.line() + ": kelvin and ohm must each keep one direction");
            }
        }
    }

    private static boolean sameSense(Row first, Row second, Row before, Row row) {
        return (row.kelvin() - before.kelvin()) * (second.kelvin() - first.kelvin()) > 0
                && (row.ohm() - before.ohm()) * (second.ohm() - first.ohm()) > 0;
    }
}
