package org.fieldfall.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, keys in the order they were put. A number that is none (NaN, infinite, an empty optional) is
 * {@code null}; an enum constant is its name in lower case.
 */
final class Json {

    private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

    /** @param value text, number, boolean, enum, path, optional, another {@code Json} or an iterable of these */
    Json put(String key, @Nullable Object value) {
        entries.put(key, value);
        return this;
    }

    /** One object by itself, several as a list under a key. */
    static Json oneOr(String plural, List<Json> all) {
        return all.size() == 1 ? all.get(0) : new Json().put(plural, all);
    }

    /** As one line. */
    void print(PrintWriter out) {
        out.println(this);
    }

    @Override
    public String toString() {
        var text = new StringWriter();
        try (var generator = new JsonFactory().createGenerator(text)) {
            write(generator, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, @Nullable Object value) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Number number) {
            writeNumber(to, number);
        } else if (value instanceof Boolean truth) {
            to.writeBoolean(truth);
        } else if (value instanceof Json object) {
            object.writeTo(to);
        } else if (value instanceof Iterable<?> items && !(value instanceof Path)) {
            writeArray(to, items);
        } else if (value instanceof Optional<?> optional) {
            write(to, optional.orElse(null));
        } else if (value instanceof OptionalDouble optional) {
            write(to, optional.orElse(Double.NaN));
        } else {
            to.writeString(value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value.toString());
        }
    }

    private static void writeNumber(JsonGenerator to, Number number) throws IOException {
        if (number instanceof Integer || number instanceof Long) {
            to.writeNumber(number.longValue());
        } else if (Double.isFinite(number.doubleValue())) {
            to.writeNumber(number.doubleValue());
        } else {
            to.writeNull();
        }
    }

    private void writeTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (var entry : entries.entrySet()) {
            to.writeFieldName(entry.getKey());
            write(to, entry.getValue());
        }
        to.writeEndObject();
    }

    private static void writeArray(JsonGenerator to, Iterable<?> items) throws IOException {
        to.writeStartArray();
        for (var item : items) {
            write(to, item);
        }
        to.writeEndArray();
    }
}
