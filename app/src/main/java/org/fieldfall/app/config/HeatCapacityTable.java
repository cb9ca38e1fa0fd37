package org.fieldfall.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fieldfall.app.config.SampleConfig.Lattice.Table;

/**
 * C(T) of a lattice from a CSV file: a line of column names with the unit of each in parentheses, {@code temperature (K), heat
 * capacity (J/(mol K))}, then two numbers a line. Empty lines and lines that begin with {@code #} are passed over.
 */
final class HeatCapacityTable {

    private static final Pattern COLUMN = Pattern.compile("[^(]*\\((.*)\\)\\s*");
    private static final String HEADER_DUE = "names with units, like temperature (K), heat capacity (J/(mol K))";

    /** Beyond this ratio of neighbours nothing can be said of what lies between them. */
    private static final double LARGEST_RATIO = 4;

    private final Path file;
    private final Section at;
    private final List<Double> kelvin = new ArrayList<>();
    private final List<Double> capacity = new ArrayList<>();
    private String temperatureUnit = "";
    private String capacityUnit = "";

    private HeatCapacityTable(Path file, Section at) {
        this.file = file;
        this.at = at;
    }

    /** @param at where the file is named, for its problems */
    static Optional<Table> read(Path file, Section at) {
        var reader = new HeatCapacityTable(file, at);
        try {
            reader.readLines(Files.readAllLines(file));
        } catch (IOException e) {
            at.noteIn(file, 0, "a file that cannot be read (" + e.getMessage() + ")", "a CSV file in UTF-8");
        }
        return Optional.of(new Table(reader.kelvin, reader.capacity));
    }

    private void readLines(List<String> lines) {
        var isHeader = true;
        for (var i = 0; i < lines.size(); i++) {
            var text = lines.get(i).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (isHeader && !readHeader(text, i + 1)) {
                return;
            }
            if (!isHeader) {
                readRow(text, i + 1);
            }
            isHeader = false;
        }
        if (kelvin.size() < 2) {
            at.noteIn(file, 0, kelvin.size() + " rows", "a line of names and two rows or more");
        }
    }

    private boolean readHeader(String text, int line) {
        var columns = text.split(",", -1);
        if (columns.length == 2) {
            var first = COLUMN.matcher(columns[0]);
            var second = COLUMN.matcher(columns[1]);
            if (first.matches() && second.matches()) {
                temperatureUnit = first.group(1);
                capacityUnit = second.group(1);
                return isRead(
                        () -> {
                            Measure.TEMPERATURE.read("1 " + temperatureUnit);
                            Measure.MOLAR_HEAT_CAPACITY.read("1 " + capacityUnit);
                        },
                        text,
                        line,
                        HEADER_DUE);
            }
        }
        at.noteIn(file, line, '"' + text + '"', HEADER_DUE);
        return false;
    }

    private void readRow(String text, int line) {
        var cells = text.split(",", -1);
        isRead(
                () -> {
                    if (cells.length != 2) {
                        throw new UnfitValueException(cells.length + " values");
                    }
                    add(
                            Check.POSITIVE.passed(Measure.TEMPERATURE.read(cells[0].strip() + " " + temperatureUnit)),
                            Check.POSITIVE.passed(
                                    Measure.MOLAR_HEAT_CAPACITY.read(cells[1].strip() + " " + capacityUnit)));
                },
                text,
                line,
                "a temperature and a heat capacity above zero");
    }

    private void add(double temperature, double heatCapacity) {
        var before = kelvin.isEmpty() ? temperature / 2 : kelvin.get(kelvin.size() - 1);
        if (!(temperature > before && temperature < LARGEST_RATIO * before)) {
            throw new UnfitValueException("after " + before + " K, due to ascend by less than a factor of 4");
        }
        kelvin.add(temperature);
        capacity.add(heatCapacity);
    }

    private boolean isRead(Runnable reading, String text, int line, String due) {
        try {
            reading.run();
            return true;
        } catch (UnfitValueException e) {
            at.noteIn(file, line, '"' + text + "\" (" + e.reason() + ")", due);
            return false;
        }
    }
}
