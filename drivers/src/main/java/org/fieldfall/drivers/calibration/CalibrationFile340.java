package org.fieldfall.drivers.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/**
 * A sensor's breakpoint table as a {@code .340} file: header lines {@code Key: value}, a caption, and rows of index, units
 * and kelvin. The units are ohm (format 3) or log10 of ohm (format 4).
 *
 * <p>Missing header lines, tabs, comments after values and letter case do not matter; the count is taken from the rows.
 *
 * @param model the sensor's model, empty if not given
 * @param serial its serial number, empty if not given
 * @param remarks what is odd about the file but does no harm, with line numbers
 */
public record CalibrationFile340(String model, String serial, CalibrationCurve curve, List<String> remarks) {

    private static final Pattern HEADER = Pattern.compile("\\s*([A-Za-z][A-Za-z .]*?)\\s*:\\s*(.*?)\\s*");
    private static final Pattern CAPTION = Pattern.compile("\\s*no\\.?\\s+units.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_INTEGER = Pattern.compile("\\d+");
    private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";
    private static final Pattern ROW = Pattern.compile("\\s*(\\d+)[\\s,]+" + NUMBER + "[\\s,]+" + NUMBER + "\\s*");

    public CalibrationFile340 {
        remarks = List.copyOf(remarks);
    }

    /** @throws CalibrationFormatException with all that is wrong */
    public static CalibrationFile340 parse(String text) {
        return new Reader().read(text);
    }

    private record HeaderLine(int line, String value) {}

    private record Row(int line, double units, double kelvin) {}

    private static final class Reader {

        private final Map<String, HeaderLine> header = new TreeMap<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        CalibrationFile340 read(String text) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                take(i + 1, lines.get(i).replace("\uFEFF", ""));
            }
            int format = format();
            if (rows.size() < 3) {
                problems.add(rows.size() + " rows of index, units and kelvin, three or more were due");
            }
            checkRows(format);
            failOnProblems();
            remarkOnCount();
            remarkOnCoefficient();
            return new CalibrationFile340(value("sensor model"), value("serial number"), curve(format), remarks);
        }

        private void take(int number, String line) {
            Matcher row = ROW.matcher(line);
            Matcher entry = HEADER.matcher(line);
            if (row.matches()) {
                rows.add(new Row(number, Double.parseDouble(row.group(2)), Double.parseDouble(row.group(3))));
            } else if (rows.isEmpty() && entry.matches()) {
                header.put(
                        entry.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "),
                        new HeaderLine(number, entry.group(2)));
            } else if (!line.isBlank() && !CAPTION.matcher(line).matches()) {
                problems.add("line " + number + ": \"" + line.strip() + "\" is neither a header line nor a row of "
                        + "index, units and kelvin");
            }
        }

        private String value(String key) {
            HeaderLine entry = header.get(key);
            return entry == null ? "" : entry.value();
        }

        private int format() {
            HeaderLine entry = header.get("data format");
            if (entry == null) {
                problems.add("no header line \"Data Format\"; 3 (Ohm) or 4 (log10 Ohm) was due");
                return 0;
            }
            Matcher integer = FIRST_INTEGER.matcher(entry.value());
            int format = integer.find() ? Integer.parseInt(integer.group()) : 0;
            if (format != 3 && format != 4) {
                problems.add("line " + entry.line() + ": data format \"" + entry.value()
                        + "\"; for a resistance thermometer 3 (Ohm) or 4 (log10 Ohm) was due");
            }
            return format;
        }

        private void checkRows(int format) {
            double direction = rows.size() < 2
                    ? 0
                    : Math.signum(rows.get(1).kelvin() - rows.get(0).kelvin());
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                if (row.kelvin() <= 0) {
                    problems.add("line " + row.line() + ": " + row.kelvin() + " K, above 0 was due");
                }
                if (format == 3 && row.units() <= 0) {
                    problems.add("line " + row.line() + ": " + row.units() + " Ohm, above 0 was due");
                }
                if (i > 0 && !keepsDirection(rows.get(i - 1), row, direction)) {
                    problems.add(
                            "line " + row.line() + ": units must rise from row to row, and kelvin keep one direction");
                }
            }
        }

        private static boolean keepsDirection(Row before, Row row, double direction) {
            return row.units() > before.units() && (row.kelvin() - before.kelvin()) * direction > 0;
        }

        private void failOnProblems() {
            if (!problems.isEmpty()) {
                throw new CalibrationFormatException(problems);
            }
        }

        private void remarkOnCount() {
            HeaderLine entry = header.get("number of breakpoints");
            if (entry == null) {
                return;
            }
            Matcher integer = FIRST_INTEGER.matcher(entry.value());
            if (!integer.find() || !integer.group().equals(String.valueOf(rows.size()))) {
                remarks.add("line " + entry.line() + ": announces \"" + entry.value() + "\" breakpoints, there are "
                        + rows.size());
            }
        }

        private void remarkOnCoefficient() {
            HeaderLine entry = header.get("temperature coefficient");
            boolean falling = rows.get(1).kelvin() < rows.get(0).kelvin();
            if (entry != null && !entry.value().startsWith(falling ? "1" : "2")) {
                remarks.add("line " + entry.line() + ": temperature coefficient \"" + entry.value()
                        + "\", the rows say " + (falling ? "1 (negative)" : "2 (positive)"));
            }
        }

        private CalibrationCurve curve(int format) {
            double[] ohm = rows.stream()
                    .mapToDouble(row -> format == 4 ? Math.pow(10, row.units()) : row.units())
                    .toArray();
            return CalibrationCurve.of(
                    ohm, rows.stream().mapToDouble(Row::kelvin).toArray());
        }
    }
}
