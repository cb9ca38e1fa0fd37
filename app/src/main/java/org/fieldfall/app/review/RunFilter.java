package org.fieldfall.app.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import org.fieldfall.app.store.CatalogueEntry;

/**
 * Which runs a list shows; what is left out lets every run pass.
 *
 * @param sample name of the sample, {@code *} standing for any letters
 * @param since the earliest start
 * @param until the run must have started before
 */
public record RunFilter(
        Optional<String> sample,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> status,
        Optional<String> quality,
        Optional<Between> initialKelvin,
        Optional<Between> initialTesla,
        Optional<Between> finalTesla) {

    /** How a run may have ended, in words. */
    public static final List<String> STATUSES =
            List.of("success", "aborted", "failed", "recovered", "unknown", "unreadable");

    /** What its data may be, in words. */
    public static final List<String> QUALITIES = List.of("good", "marked", "failed", "unknown");

    /** From one value to another, both included up to the rounding of their last digit. */
    public record Between(double low, double high) implements DoublePredicate {

        private static final double ROUNDING = 1e-9;

        @Override
        public boolean test(double value) {
            double slack = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
            return value >= low - slack && value <= high + slack;
        }
    }

    public boolean fits(CatalogueEntry run) {
        return sample.map(name -> matches(name, run.sample())).orElse(true)
                && since.map(time -> isStarted(run) && !started(run).isBefore(time))
                        .orElse(true)
                && until.map(time -> isStarted(run) && started(run).isBefore(time))
                        .orElse(true)
                && status.map(run.status()::equals).orElse(true)
                && quality.map(run.quality()::equals).orElse(true)
                && initialKelvin.map(range -> range.test(run.initialKelvin())).orElse(true)
                && initialTesla.map(range -> range.test(run.initialTesla())).orElse(true)
                && finalTesla.map(range -> range.test(run.finalTesla())).orElse(true);
    }

    private static boolean matches(String name, String sample) {
        StringBuilder pattern = new StringBuilder();
        for (String part : name.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return sample.matches(pattern.toString());
    }

    private static boolean isStarted(CatalogueEntry run) {
        return !run.startedUtc().isEmpty();
    }

    private static Instant started(CatalogueEntry run) {
        return Instant.parse(run.startedUtc());
    }
}
