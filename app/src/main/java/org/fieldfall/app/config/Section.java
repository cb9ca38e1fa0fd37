package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.fieldfall.app.config.Tree.Entry;
import org.fieldfall.app.config.Tree.Listing;
import org.fieldfall.app.config.Tree.Mapping;
import org.fieldfall.app.config.Tree.Scalar;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * One section of a file while it is read. Asking for a key makes it known; whatever is wrong is noted and a stand-in (NaN,
 * an empty text) is answered, so that reading goes on to the next problem. Nothing made of stand-ins leaves the room: the
 * reading ends in an {@link InvalidConfigException}.
 */
public final class Section {

    private final ConfigFile file;
    private final Problems problems;
    private final String path;
    private final int line;
    private final Map<String, Entry> entries;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean isQuiet;

    private Section(ConfigFile file, Problems problems, String path, int line, Map<String, Entry> entries) {
        this.file = file;
        this.problems = problems;
        this.path = path;
        this.line = line;
        this.entries = entries;
    }

    /** Reads a whole file, and notes the keys nobody asked for. */
    static <T> T read(ConfigFile file, Mapping top, Problems problems, Function<Section, T> reader) {
        return new Section(file, problems, "", 0, top.entries()).readBy(reader);
    }

    ConfigFile file() {
        return file;
    }

    public double quantity(String key, Measure measure, Check check) {
        var due = measure.noun() + check.words() + ", like " + measure.example();
        return parsed(key, due, text -> check.passed(measure.read(text))).orElse(Double.NaN);
    }

    public double quantity(String key, Measure measure) {
        return quantity(key, measure, Check.ANY);
    }

    /** @param otherwise what holds where the key is left out */
    public double quantity(String key, Measure measure, Check check, double otherwise) {
        return has(key) ? quantity(key, measure, check) : otherwise;
    }

    /** A value above zero with its spread. */
    public Uncertain uncertain(String key, Measure measure) {
        var due = measure.noun() + " above zero with its spread, like " + measure.example() + " ± 2 %";
        return parsed(key, due, text -> UncertainText.parse(text, measure, Check.POSITIVE))
                .orElse(new Uncertain(Double.NaN, Double.NaN));
    }

    /**
     * A value of either sign with its spread.
     *
     * @param otherwise what holds where the key is left out
     */
    Uncertain uncertain(String key, Measure measure, Uncertain otherwise) {
        var due = measure.noun() + " with its spread, like " + measure.example() + " ± 25 %";
        return has(key)
                ? parsed(key, due, text -> UncertainText.parse(text, measure, Check.ANY))
                        .orElse(otherwise)
                : otherwise;
    }

    /**
     * A value with the spread it may have, which stays below the value itself: moved by it, it keeps its sign.
     *
     * @param check of the value, and of the value and its spread together
     */
    Uncertain spread(String key, Measure measure, Check check) {
        var due = measure.noun() + check.words() + ", like " + measure.example();
        return spread(key, due, measure::read, check);
    }

    /** The same of a number without a unit. */
    Uncertain spread(String key, Check check) {
        return spread(key, "a number" + check.words(), Quantity::plainNumber, check);
    }

    private Uncertain spread(String key, String due, ToDoubleFunction<String> read, Check check) {
        return parsed(key, due, text -> {
                    var found = UncertainText.parse(text, read, check);
                    check.passed(found.value() + found.sigma());
                    if (found.sigma() > 0 && found.sigma() >= Math.abs(found.value())) {
                        throw new UnfitValueException("its spread is no smaller than itself");
                    }
                    return found;
                })
                .orElse(new Uncertain(Double.NaN, Double.NaN));
    }

    Range range(String key, Measure measure, String example) {
        var due = measure.noun() + " above zero to a higher one, like " + example;
        return parsed(key, due, text -> Range.parse(text, measure, Check.POSITIVE))
                .orElse(new Range(Double.NaN, Double.NaN));
    }

    public double number(String key, Check check) {
        return parsed(key, "a number" + check.words(), text -> check.passed(Quantity.plainNumber(text)))
                .orElse(Double.NaN);
    }

    public int count(String key) {
        return (int) number(key, Check.WHOLE);
    }

    public String text(String key) {
        return parsed(key, "a text", Function.identity()).orElse("");
    }

    Optional<String> optionalText(String key) {
        return has(key) ? parsed(key, "a text", Function.identity()) : Optional.empty();
    }

    /** A text of a given form. */
    public String text(String key, String due, Function<String, String> check) {
        return parsed(key, due, check).orElse("");
    }

    /**
     * What a text of a form of its own stands for.
     *
     * @param due the form, for the message
     * @param otherwise what holds where the key is left out
     */
    <T> T value(String key, String due, Function<String, T> parser, T otherwise) {
        return has(key) ? parsed(key, due, parser).orElse(otherwise) : otherwise;
    }

    /**
     * Values in a row.
     *
     * @param otherwise the one value where the key is left out
     */
    List<Double> grid(String key, Measure measure, Check check, double otherwise) {
        var due = "values of " + measure.noun() + check.words() + " with commas between, like " + measure.example()
                + ", or a range from:to:step";
        return value(
                key,
                due,
                text -> Grid.parse(text, measure).values().stream()
                        .map(check::passed)
                        .toList(),
                List.of(otherwise));
    }

    /** What one of a few words stands for. */
    public <T> Optional<T> oneOf(String key, Map<String, T> words) {
        return parsed(key, String.join(" or ", new TreeSet<>(words.keySet())), text -> meant(text, words));
    }

    /** @param otherwise what holds where the key is left out */
    public <T> T oneOf(String key, Map<String, T> words, T otherwise) {
        return has(key) ? oneOf(key, words).orElse(otherwise) : otherwise;
    }

    /** An existing file, relative to this one. */
    Path existingFile(String key, String due) {
        return parsed(key, due, file::existing).orElse(Path.of(""));
    }

    /** A table in an existing file, relative to this one; empty where something is wrong with it. */
    Optional<PointTable> table(String key, Measure measure) {
        if (file.isRecorded()) {
            return parsed(key, "a table that the record keeps", this::recorded)
                    .flatMap(table -> PointTable.of(table, measure, problems));
        }
        return parsed(key, "the path of a CSV file, relative to this one", file::existing)
                .flatMap(path -> PointTable.read(path, measure, problems));
    }

    private ConfigFile recorded(String path) {
        var name = Path.of(path).getFileName();
        return file.beside().orElseThrow().stream()
                .filter(table -> table.path().endsWith(name))
                .findFirst()
                .orElseThrow(() -> new UnfitValueException("not in the record"));
    }

    /** Whether a key has keys of its own. */
    boolean isSection(String key) {
        return entry(key).filter(entry -> entry.value() instanceof Mapping).isPresent();
    }

    <T> T section(String key, Function<Section, T> reader) {
        return inside(key).readBy(reader);
    }

    <T> Optional<T> optionalSection(String key, Function<Section, T> reader) {
        return has(key) ? Optional.of(section(key, reader)) : Optional.empty();
    }

    /** A section whose keys are names of the user's choice, each with a section of the same kind. */
    <T> Map<String, T> sections(String key, BiFunction<String, Section, T> reader) {
        return section(key, names -> {
            var all = new LinkedHashMap<String, T>();
            names.entries.keySet().forEach(name -> all.put(name, names.section(name, at -> reader.apply(name, at))));
            return all;
        });
    }

    /** A list of sections of the same kind, counted from 1 in messages; empty where the key is left out. */
    <T> List<T> list(String key, Function<Section, T> reader) {
        return has(key) ? someOf(key, reader) : List.of();
    }

    /** A section, or a list of sections of the same kind; empty where the key is left out. */
    <T> List<T> oneOrMore(String key, Function<Section, T> reader) {
        var entry = entry(key);
        if (entry.isPresent() && !(entry.get().value() instanceof Listing)) {
            return List.of(section(key, reader));
        }
        return list(key, reader);
    }

    /** A list of one section or more of the same kind. */
    <T> List<T> someOf(String key, Function<Section, T> reader) {
        var all = new ArrayList<T>();
        items(key).forEach(item -> all.add(item.readBy(reader)));
        return all;
    }

    /** The keys that are there, in the order of the file. */
    Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Line of the file on which this section begins. */
    int line() {
        return line;
    }

    /** Where a key stands, for a remark: file, line and path. */
    String place(String key) {
        return file.path() + ":" + entry(key).map(Entry::line).orElse(line) + ": " + join(key);
    }

    /** Notes a problem with a key in words of its own. */
    void refuse(String key, String came, String due) {
        note(entry(key).map(Entry::line).orElse(line), key, came, due);
    }

    /** Notes a problem with a key's value unless the rule holds. */
    void check(boolean holds, String key, String due) {
        if (!holds) {
            entry(key).ifPresent(entry -> note(entry.line(), key, entry.value().words(), due));
        }
    }

    /** Notes nothing more about this section: its shape cannot be known. */
    void passOver() {
        isQuiet = true;
    }

    private <T> T readBy(Function<Section, T> reader) {
        var read = reader.apply(this);
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                note(entry.line(), key, "an unknown key", "one of " + String.join(", ", known) + nearest(key));
            }
        });
        return read;
    }

    private String nearest(String key) {
        return Nearest.to(key, known).map(word -> " (nearest: " + word + ")").orElse("");
    }

    public boolean has(String key) {
        return entry(key).isPresent();
    }

    private Optional<Entry> entry(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    private <T> Optional<T> parsed(String key, String due, Function<String, T> parser) {
        var entry = entry(key);
        if (entry.isPresent() && entry.get().value() instanceof Scalar scalar && !scalar.isEmpty()) {
            return parsed(
                    scalar, parser, reason -> note(entry.get().line(), key, scalar.words() + " (" + reason + ")", due));
        }
        noteMisfit(key, due);
        return Optional.empty();
    }

    private static <T> Optional<T> parsed(Scalar scalar, Function<String, T> parser, Consumer<String> unfit) {
        try {
            return Optional.of(parser.apply(scalar.text()));
        } catch (UnfitValueException e) {
            unfit.accept(e.reason());
            return Optional.empty();
        }
    }

    private Section inside(String key) {
        var entry = entry(key);
        if (entry.isPresent() && entry.get().value() instanceof Mapping mapping) {
            return new Section(file, problems, join(key), entry.get().line(), mapping.entries());
        }
        noteMisfit(key, "a section with keys of its own");
        var standIn = new Section(file, problems, join(key), line, Map.of());
        standIn.passOver();
        return standIn;
    }

    private List<Section> items(String key) {
        var entry = entry(key);
        var items = new ArrayList<Section>();
        if (entry.isEmpty() || !(entry.get().value() instanceof Listing listing) || !isOfMappings(listing)) {
            noteMisfit(key, "a list of sections with keys of their own");
            return items;
        }
        for (var item : listing.items()) {
            var keys = ((Mapping) item).entries();
            var first = keys.values().stream()
                    .mapToInt(Entry::line)
                    .min()
                    .orElse(entry.get().line());
            items.add(new Section(file, problems, join(key) + "[" + (items.size() + 1) + "]", first, keys));
        }
        return items;
    }

    private static boolean isOfMappings(Listing listing) {
        return !listing.items().isEmpty() && listing.items().stream().allMatch(Mapping.class::isInstance);
    }

    private void noteMisfit(String key, String due) {
        var entry = entry(key);
        note(
                entry.map(Entry::line).orElse(line),
                key,
                entry.map(e -> e.value().words()).orElse("nothing"),
                due);
    }

    private void note(int at, String key, String came, String due) {
        if (!isQuiet) {
            problems.add(file.path(), at, join(key), came, due);
        }
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static <T> T meant(String text, Map<String, T> words) {
        var meant = words.get(text);
        if (meant == null) {
            throw new UnfitValueException("unknown word");
        }
        return meant;
    }
}
