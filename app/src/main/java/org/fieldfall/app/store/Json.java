package org.fieldfall.app.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * JSON as fieldfall writes it: snake_case keys, instants in ISO 8601, {@code null} for a number that is not one or is
 * not there.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new Jdk8Module())
            .addModule(forms())
            .build();

    private Json() {}

    /** The JSON text of a record, map or list; ends with a line feed. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("no JSON form for " + value.getClass(), unwritable);
        }
    }

    /** Writes {@code summary.json}, {@code truth.json} and their like, whole or not at all. */
    public static void write(Path file, Object value) {
        try {
            Durable.replace(file, text(value).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be written", failure);
        }
    }

    /** Reads what {@link #write} wrote; unknown keys, of a later version, are passed over. */
    public static <T> T read(Path file, Class<T> kind) {
        try {
            return MAPPER.readValue(Files.readString(file), kind);
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be read as " + kind.getSimpleName(), failure);
        }
    }

    /** As {@link #text}, in one line without a line feed. */
    public static String line(Object value) {
        try {
            return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("no JSON form for " + value.getClass(), unwritable);
        }
    }

    /** @throws IllegalArgumentException if the text is no JSON of this kind */
    public static <T> T parse(String text, Class<T> kind) {
        try {
            return MAPPER.readValue(text, kind);
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException(
                    "not " + kind.getSimpleName() + ": " + unfit.getOriginalMessage(), unfit);
        }
    }

    /** Every single value of a JSON file by its path, as in {@code points[2].measured_delta_t_k}, in the order of the file. */
    public static Map<String, String> leaves(Path file) {
        return leaves(read(file, JsonNode.class));
    }

    /** Every single value of an object's JSON by its path. */
    public static Map<String, String> leaves(Object value) {
        Map<String, String> leaves = new LinkedHashMap<>();
        // By way of the text: a number is compared as it is written.
        collect("", parse(text(value), JsonNode.class), leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(path, node.asText());
        }
    }

    private static SimpleModule forms() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new InstantReader())
                .addSerializer(Double.class, new NumberWriter())
                .addSerializer(double.class, new NumberWriter())
                .addDeserializer(Double.class, new NumberReader())
                .addDeserializer(double.class, new NumberReader())
                .addSerializer(OptionalDouble.class, new OptionalNumberWriter())
                .addSerializer(OptionalLong.class, new OptionalWholeWriter())
                .addDeserializer(OptionalLong.class, new OptionalWholeReader());
    }

    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instant.parse(in.getText());
        }
    }

    private static final class NumberWriter extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }

    /** A null, or a number that is not there at all, is none. */
    private static final class NumberReader extends JsonDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }

    private static final class OptionalNumberWriter extends JsonSerializer<OptionalDouble> {
        @Override
        public void serialize(OptionalDouble value, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.orElse(Double.NaN), out);
        }
    }

    private static final class OptionalWholeWriter extends JsonSerializer<OptionalLong> {
        @Override
        public void serialize(OptionalLong value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                out.writeNumber(value.getAsLong());
            } else {
                out.writeNull();
            }
        }
    }

    private static final class OptionalWholeReader extends JsonDeserializer<OptionalLong> {
        @Override
        public OptionalLong deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return OptionalLong.of(in.getLongValue());
        }

        @Override
        public OptionalLong getNullValue(DeserializationContext context) {
            return OptionalLong.empty();
        }
    }
}
