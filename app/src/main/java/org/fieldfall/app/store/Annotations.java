package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * What people wrote to a run when it was over: one line of JSON each, only ever added to. The log beside it stays as it is.
 */
public record Annotations(Path file) {

    /** One of them. */
    public record Annotation(
            @JsonProperty("at_utc") Instant at,
            @JsonProperty("by") String by,
            @JsonProperty("text") String text) {}

    /** Adds one and forces it to the disk. */
    public void add(Annotation annotation) {
        var line = ByteBuffer.wrap((Json.line(annotation) + "\n").getBytes(StandardCharsets.UTF_8));
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be added to", failure);
        }
    }

    /** All of them in the order they were written; a line that cannot be read is told as one. */
    public List<Annotation> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Annotations::read)
                    .toList();
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be read", failure);
        }
    }

    private static Annotation read(String line) {
        try {
            return Json.parse(line, Annotation.class);
        } catch (IllegalArgumentException unfit) {
            return new Annotation(Instant.EPOCH, "", "unreadable line: " + line);
        }
    }
}
