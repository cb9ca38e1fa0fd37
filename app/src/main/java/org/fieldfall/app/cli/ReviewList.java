package org.fieldfall.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.UnfitValueException;
import org.fieldfall.app.review.RunFilter;
import org.fieldfall.app.store.CatalogueEntry;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.instrument.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The stored runs, the newest first. */
@Command(name = "list", description = "List the stored runs, the newest first.")
final class ReviewList implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Option(names = "--sample", paramLabel = "NAME", description = "Of this sample; * stands for any letters.")
    private Optional<String> sample = Optional.empty();

    @Option(names = "--date", paramLabel = "DAY", converter = Days.class, description = "Begun on this day, UTC.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--since", paramLabel = "DAY", converter = Days.class, description = "Begun on this day or later.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--until", paramLabel = "DAY", converter = Days.class, description = "Begun on this day or before.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "success, aborted, failed, recovered, unknown (killed or going on) or unreadable.")
    private Optional<String> status = Optional.empty();

    @Option(names = "--quality", paramLabel = "MARK", description = "good, marked, failed or unknown.")
    private Optional<String> quality = Optional.empty();

    @Option(names = "--ti", paramLabel = "T|T:T", converter = Kelvins.class, description = "Ti asked, 4K or 3K:4K.")
    private Optional<RunFilter.Between> initialKelvin = Optional.empty();

    @Option(names = "--bi", paramLabel = "B|B:B", converter = Teslas.class, description = "Bi asked, 1T or 0.5T:1T.")
    private Optional<RunFilter.Between> initialTesla = Optional.empty();

    @Option(names = "--bf", paramLabel = "B|B:B", converter = Teslas.class, description = "Bf asked, likewise.")
    private Optional<RunFilter.Between> finalTesla = Optional.empty();

    ReviewList(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        RunFilter filter = filter();
        List<CatalogueEntry> runs =
                stored.existingRuns().entries().stream().filter(filter::fits).toList();
        if (stored.isJson()) {
            desk.out().println(Json.text(Map.of("runs", runs)));
        } else {
            print(runs);
        }
        return ExitCode.SUCCESS;
    }

    private RunFilter filter() {
        if (date.isPresent() && (since.isPresent() || until.isPresent())) {
            throw new UsageException("--date means one day; it does not go with --since or --until");
        }
        oneOf("--status", status, RunFilter.STATUSES);
        oneOf("--quality", quality, RunFilter.QUALITIES);
        return new RunFilter(
                sample,
                date.or(() -> since).map(ReviewList::midnight),
                date.or(() -> until).map(day -> midnight(day.plusDays(1))),
                status,
                quality,
                initialKelvin,
                initialTesla,
                finalTesla);
    }

    private static void oneOf(String option, Optional<String> word, List<String> due) {
        if (word.isPresent() && !due.contains(word.get())) {
            throw new UsageException(option + ": came \"" + word.get() + "\", due one of " + String.join(", ", due));
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void print(List<CatalogueEntry> runs) {
        if (runs.isEmpty()) {
            desk.out().println("no such run");
            return;
        }
        row("id", "started (UTC)", "source", "status", "data", "Ti", "Bi", "Bf", "sample", "notes", "folder");
        runs.forEach(run -> row(
                run.shortId(),
                RunName.minute(run.startedUtc()),
                run.source().toUpperCase(Locale.ROOT),
                run.status(),
                run.quality(),
                number(run.initialKelvin(), "K"),
                number(run.initialTesla(), "T"),
                number(run.finalTesla(), "T"),
                run.sample(),
                run.annotations() == 0 ? "" : Integer.toString(run.annotations()),
                run.path()));
    }

    private static String number(double value, String unit) {
        return Double.isNaN(value) ? "-" : Figure.text("%g %s", value, unit);
    }

    private void row(Object... cells) {
        desk.out()
                .println(String.format(
                                Locale.ROOT, "%-8s  %-16s  %-9s  %-10s  %-7s  %8s  %8s  %8s  %-18s  %-5s  %s", cells)
                        .stripTrailing());
    }

    /** A day in ISO 8601. */
    static final class Days implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException unfit) {
                throw new TypeConversionException("came \"" + text + "\", due a day like 2026-11-25");
            }
        }
    }

    /** One value or two ends of a temperature. */
    static final class Kelvins implements ITypeConverter<RunFilter.Between> {
        @Override
        public RunFilter.Between convert(String text) {
            return range(text, Measure.TEMPERATURE);
        }
    }

    /** Likewise of a field. */
    static final class Teslas implements ITypeConverter<RunFilter.Between> {
        @Override
        public RunFilter.Between convert(String text) {
            return range(text, Measure.FIELD);
        }
    }

    private static RunFilter.Between range(String text, Measure measure) {
        String[] ends = text.split(":", -1);
        try {
            double low = measure.read(ends[0]);
            double high = measure.read(ends[ends.length - 1]);
            if (ends.length <= 2 && low <= high) {
                return new RunFilter.Between(low, high);
            }
        } catch (UnfitValueException e) {
            throw misfit(text, " (" + e.reason() + ")", measure);
        }
        throw misfit(text, "", measure);
    }

    private static TypeConversionException misfit(String text, String reason, Measure measure) {
        return new TypeConversionException("came \"" + text + "\"" + reason + ", due " + measure.noun() + " like "
                + measure.example() + ", or two with a colon between them, the lower first");
    }
}
