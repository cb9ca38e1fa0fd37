package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code guardian.log}: what the guardian of a run saw and did, a line each as {@code <wall time> <what> <words>}. Written
 * by the guardian alone; lines of another form, such as complaints of its Java, are passed over.
 */
public record GuardianLog(Path file) {

    /** What a line tells. */
    public enum Kind {
        /** It watches from here on. */
        ARMED,
        /** The run said that it had ended. */
        FAREWELL,
        /** The run was lost: no heartbeat, or its pipe ended without a farewell. */
        LOST,
        /** The run's process was ended, or had ended. */
        GONE,
        /** A step on the way to the safe state. */
        STEP,
        /** A step after which an instrument was not seen safe. */
        UNSAFE,
        /** Every instrument was seen safe. */
        SAFE,
        /** Not every instrument was seen safe. */
        FAULT,
        /** Something worth knowing. */
        REMARK
    }

    /** One line. */
    public record Entry(Instant at, Kind kind, String text) {}

    /** @throws StoreException if it cannot be written */
    public void add(Entry entry) {
        var line = entry.at() + " " + entry.kind().name().toLowerCase(Locale.ROOT) + " "
                + entry.text().replaceAll("\\s*[\\r\\n]+\\s*", " | ") + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be added to", failure);
        }
    }

    /** All lines in their order; none where the run had no guardian. */
    public List<Entry> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Entry> all = new ArrayList<>();
            // Bytes that are no UTF-8 must not hide the rest.
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> read(line).ifPresent(all::add));
            return all;
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be read", failure);
        }
    }

    private static Optional<Entry> read(String line) {
        String[] parts = line.split(" ", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Entry(
                            Instant.parse(parts[0]), Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]));
        } catch (DateTimeParseException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    /** What the guardian did in place of the run, in a sentence; empty if the run ended by itself. */
    public Optional<String> intervention() {
        List<Entry> all = all();
        Optional<Entry> verdict = last(all, Kind.SAFE).or(() -> last(all, Kind.FAULT));
        return last(all, Kind.LOST)
                .map(lost -> "the guardian lost the run at " + lost.at() + " (" + lost.text() + ") and "
                        + verdict.map(end -> (end.kind() == Kind.SAFE
                                                ? "brought the rig to its safe state by "
                                                : "DID NOT SEE THE RIG SAFE by ")
                                        + end.at())
                                .orElse("has not told what became of it"));
    }

    /** True if the guardian acted and saw every instrument safe. */
    public boolean isBroughtToSafety() {
        List<Entry> all = all();
        return last(all, Kind.LOST).isPresent() && last(all, Kind.SAFE).isPresent();
    }

    private static Optional<Entry> last(List<Entry> all, Kind kind) {
        return all.stream().filter(entry -> entry.kind() == kind).reduce((first, second) -> second);
    }
}
