package org.fieldfall.app.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CSV file: one header line with the unit in each name, then rows, an empty field for a missing number, so
 * that pandas reads it without options. Until it is closed its name ends with {@code .part}.
 */
public final class Table implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Table.class);

    private final Path file;
    private final Path part;
    private final int columns;
    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder();
    private boolean isClosed;

    private Table(Path file, List<String> names) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.columns = names.size();
        this.out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        out.write(String.join(",", names));
        out.write('\n');
    }

    /**
     * {@code trace.csv}: every reading of the sample thermometer.
     *
     * @param rawUnit {@code V} or {@code Ohm}; names the second column {@code raw_v} or {@code raw_ohm}
     */
    public static Table trace(Path file, String rawUnit) {
        return create(file, "time_s", "raw_" + rawUnit.toLowerCase(Locale.ROOT), "temperature_k");
    }

    /** {@code truth.csv} of a dry run. */
    public static Table truth(Path file) {
        return create(file, "time_s", "field_t", "lattice_k", "platform_k", "upper_population");
    }

    /** @param names of the columns, with the unit in each */
    public static Table create(Path file, String... names) {
        try {
            return new Table(file, List.of(names));
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be created", failure);
        }
    }

    public void row(double... values) {
        begin(values.length);
        for (double value : values) {
            append(value);
        }
        end();
    }

    /** A row of numbers and texts, as its columns are. */
    public void cells(Object... values) {
        begin(values.length);
        for (Object value : values) {
            if (value instanceof Double number) {
                append(number.doubleValue());
            } else {
                append(String.valueOf(value));
            }
        }
        end();
    }

    private void begin(int count) {
        if (count != columns) {
            throw new IllegalArgumentException(file + " has " + columns + " columns, not " + count);
        }
        line.setLength(0);
    }

    private void append(double value) {
        if (!Double.isNaN(value)) {
            line.append(value);
        }
        line.append(',');
    }

    /** Quoted where a comma, a quote or a line's end would break the row. */
    private void append(String text) {
        boolean isQuoted = text.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        line.append(isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text).append(',');
    }

    private void end() {
        line.setCharAt(line.length() - 1, '\n');
        write();
    }

    private void write() {
        try {
            out.append(line);
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be written", failure);
        }
    }

    /** Ends a file that will never be complete: what came through stays under the name of a part. */
    public void abandon() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            out.close();
        } catch (IOException stillFull) {
            // Nothing is lost by it that was not lost before.
            LOG.debug("{} is left as it is: {}", part, stillFull.getMessage());
        }
    }

    /** Completes the file and gives it its name. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            out.close();
            Durable.rename(part, file);
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be completed", failure);
        }
    }
}
