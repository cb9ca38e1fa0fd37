package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldfall.app.config.ThermalLaw.Point;

/**
 * A table of something against temperature, in a CSV file of its own.
 *
 * <p>A first line names the two columns, each with its unit in brackets: {@code T (K), K (uW/K)}. Then one point a line, from
 * cold to warm. Empty lines and what follows a # are for people.
 */
record PointTable(ConfigFile file, List<Point> points) {

    /** Two points next to each other are no further apart than this, so that what lies between them can be told. */
    private static final double LARGEST_RATIO = 4;

    private static final String HEADER = "two columns with their units, like T (K), ";
    private static final String ROW = "two numbers, a temperature and its value, with a comma between them";

    /** Reads a file, or notes all that is wrong with it. */
    static Optional<PointTable> read(Path path, Measure measure, Problems problems) {
        return FileReader.read(path, "a table in UTF-8", problems).flatMap(file -> of(file, measure, problems));
    }

    /** Likewise of a file that has been read. */
    static Optional<PointTable> of(ConfigFile file, Measure measure, Problems problems) {
        return new Lines(file, measure, problems).read();
    }

    /** The lines of one table while they are read. */
    private static final class Lines {

        private final ConfigFile file;
        private final Measure measure;
        private final Problems problems;
        private final List<Point> points = new ArrayList<>();
        private double valueUnit = Double.NaN;
        private double kelvinUnit = Double.NaN;
        private boolean hasHeader;
        private boolean isWrong;

        Lines(ConfigFile file, Measure measure, Problems problems) {
            this.file = file;
            this.measure = measure;
            this.problems = problems;
        }

        Optional<PointTable> read() {
            var lines = file.text().lines().toList();
            for (var i = 0; i < lines.size(); i++) {
                var text = lines.get(i).replaceFirst("#.*", "").strip();
                if (!text.isEmpty()) {
                    take(i + 1, text.split(",", -1), text);
                }
            }
            if (!isWrong && points.size() < 2) {
                note(0, points.size() == 1 ? "one point" : "no point", "two points or more");
            }
            return isWrong ? Optional.empty() : Optional.of(new PointTable(file, points));
        }

        private void take(int line, String[] cells, String text) {
            if (!hasHeader) {
                hasHeader = true;
                header(line, cells, text);
            } else if (cells.length != 2) {
                note(line, '"' + text + '"', ROW);
            } else {
                row(line, cells, text);
            }
        }

        private void header(int line, String[] cells, String text) {
            var due = HEADER + measure.noun() + " (" + measure.example().replaceFirst("^\\S+ ", "") + ")";
            if (cells.length != 2) {
                note(line, '"' + text + '"', due);
                return;
            }
            kelvinUnit = unit(line, cells[0], Measure.TEMPERATURE, due);
            valueUnit = unit(line, cells[1], measure, due);
        }

        private double unit(int line, String cell, Measure of, String due) {
            var open = cell.indexOf('(');
            var close = cell.lastIndexOf(')');
            try {
                return of.read("1 " + (open < 0 || close < open ? "" : cell.substring(open + 1, close)));
            } catch (UnfitValueException e) {
                note(line, '"' + cell.strip() + "\" (" + e.reason() + ")", due);
                return Double.NaN;
            }
        }

        private void row(int line, String[] cells, String text) {
            var kelvin = positive(line, cells[0], text);
            var value = positive(line, cells[1], text);
            if (kelvin.isPresent() && value.isPresent()) {
                point(line, new Point(kelvin.getAsDouble() * kelvinUnit, value.getAsDouble() * valueUnit), text);
            }
        }

        private void point(int line, Point point, String text) {
            var before = points.isEmpty() ? 0 : points.get(points.size() - 1).kelvin();
            if (point.kelvin() <= before || (before > 0 && point.kelvin() >= LARGEST_RATIO * before)) {
                note(line, '"' + text + '"', "a temperature above the one before, by less than a factor of 4");
            }
            points.add(point);
        }

        private OptionalDouble positive(int line, String cell, String text) {
            try {
                return OptionalDouble.of(Check.POSITIVE.passed(Quantity.plainNumber(cell)));
            } catch (UnfitValueException e) {
                note(line, '"' + text + "\" (" + e.reason() + ")", ROW + ", both above zero");
                return OptionalDouble.empty();
            }
        }

        private void note(int line, String came, String due) {
            isWrong = true;
            problems.add(file.path(), line, "", came, due);
        }
    }
}
