package org.fieldfall.app.live.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.UnfitValueException;
import org.fieldfall.app.review.RunFilter;
import org.jspecify.annotations.Nullable;

/** Which runs a list shows, from a query such as {@code ?sample=mn12*&ti=3K:4K}. All that is unfit in it is told at once. */
final class ListFilter {

    private final Function<String, @Nullable String> query;
    private final List<String> faults = new ArrayList<>();

    private ListFilter(Function<String, @Nullable String> query) {
        this.query = query;
    }

    /** @param query answers null, or the words of a name */
    static RunFilter of(Function<String, @Nullable String> query) {
        ListFilter asked = new ListFilter(query);
        RunFilter filter = asked.filter();
        if (!asked.faults.isEmpty()) {
            throw new Refusal(422, String.join("; ", asked.faults));
        }
        return filter;
    }

    private RunFilter filter() {
        Optional<Instant> since = day("since");
        Optional<Instant> until = day("until");
        if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
            faults.add("until: came a day before since");
        }
        return new RunFilter(
                words("sample"),
                since,
                until.map(day -> day.plusSeconds(86_400)),
                word("status", RunFilter.STATUSES),
                word("quality", RunFilter.QUALITIES),
                between("ti", Measure.TEMPERATURE),
                between("bi", Measure.FIELD),
                between("bf", Measure.FIELD));
    }

    private Optional<String> words(String name) {
        return Optional.ofNullable(query.apply(name)).map(String::strip).filter(given -> !given.isEmpty());
    }

    private Optional<String> word(String name, List<String> due) {
        Optional<String> came = words(name);
        came.filter(word -> !due.contains(word))
                .ifPresent(word -> unfit(name, word, "one of " + String.join(", ", due)));
        return came;
    }

    private Optional<Instant> day(String name) {
        return words(name).flatMap(day -> {
            try {
                return Optional.of(
                        LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
            } catch (DateTimeParseException unfit) {
                unfit(name, day, "a day like 2026-11-25");
                return Optional.empty();
            }
        });
    }

    private Optional<RunFilter.Between> between(String name, Measure measure) {
        return words(name).flatMap(text -> {
            String[] ends = text.split(":", -1);
            try {
                double low = measure.read(ends[0].strip());
                double high = measure.read(ends[ends.length - 1].strip());
                if (ends.length <= 2 && low <= high) {
                    return Optional.of(new RunFilter.Between(low, high));
                }
            } catch (UnfitValueException unfit) {
                // Told below, with what else may be wrong.
            }
            unfit(
                    name,
                    text,
                    measure.noun() + " like " + measure.example()
                            + ", or two with a colon between them, the lower first");
            return Optional.empty();
        });
    }

    private void unfit(String name, String came, String due) {
        faults.add(name + ": came \"" + came + "\", due " + due);
    }
}
