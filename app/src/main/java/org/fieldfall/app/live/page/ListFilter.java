package org.fieldfall.app.live.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.UnfitValueException;
import org.fieldfall.app.review.RunFilter;
import org.jspecify.annotations.Nullable;

/** Which runs a list shows, from a query such as {@code ?sample=mn12*&ti=3K:4K}. */
final class ListFilter {

    private ListFilter() {}

    /** @param query answers null, or the words of a name */
    static RunFilter of(Function<String, @Nullable String> query) {
        Function<String, Optional<String>> words = name ->
                Optional.ofNullable(query.apply(name)).map(String::strip).filter(given -> !given.isEmpty());
        return new RunFilter(
                words.apply("sample"),
                words.apply("since").map(ListFilter::midnight),
                words.apply("until").map(day -> midnight(day).plusSeconds(86_400)),
                words.apply("status"),
                words.apply("quality"),
                words.apply("ti").map(text -> between(text, Measure.TEMPERATURE)),
                words.apply("bi").map(text -> between(text, Measure.FIELD)),
                words.apply("bf").map(text -> between(text, Measure.FIELD)));
    }

    private static Instant midnight(String day) {
        try {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException unfit) {
            throw new Refusal(422, "came \"" + day + "\", due a day like 2026-11-25");
        }
    }

    private static RunFilter.Between between(String text, Measure measure) {
        String[] ends = text.split(":", -1);
        try {
            return new RunFilter.Between(measure.read(ends[0].strip()), measure.read(ends[ends.length - 1].strip()));
        } catch (UnfitValueException unfit) {
            throw new Refusal(
                    422,
                    "came \"" + text + "\", due " + measure.noun() + " like " + measure.example()
                            + ", or two with a colon between them");
        }
    }
}
