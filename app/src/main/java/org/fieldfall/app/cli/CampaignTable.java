package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.fieldfall.app.campaign.CampaignReview;
import org.fieldfall.app.campaign.CampaignReview.Row;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.protocols.instrument.Figure;

/** A campaign for a person: each of its shots with settings, end, data and the change of temperature. */
final class CampaignTable {

    private static final String LINE = "%4s  %-12s  %8s  %16s  %8s  %11s  %-9s  %-8s  %19s  %s";
    private static final String NONE = "-";

    private final PrintWriter out;
    private final CampaignReview review;

    CampaignTable(PrintWriter out, CampaignFolder folder) {
        this.out = out;
        this.review = CampaignReview.of(folder);
    }

    void printJson() {
        out.println(Json.text(review));
    }

    void print() {
        out.println();
        out.println(review.source().toUpperCase(Locale.ROOT) + "  campaign "
                + review.name() + " (" + RunFolder.shortId(review.id()) + ") of "
                + RunName.minute(review.startedUtc()) + " UTC by " + review.who()
                + (review.why().isBlank() ? "" : ": " + review.why()));
        out.println(Figure.text(
                "%s; %d of %d shots done, %d skipped, %d to do; %s of rig time",
                review.status() + (review.statusWhy().isEmpty() ? "" : ": " + review.statusWhy()),
                review.done(),
                review.shots().size(),
                review.skipped(),
                review.shots().size() - review.done() - review.skipped(),
                CampaignLines.hours(review.usedSeconds())));
        out.println();
        out.println(String.format(
                Locale.ROOT,
                LINE,
                "shot",
                "kind",
                "Ti (K)",
                "field (T)",
                "T/s",
                "seed",
                "state",
                "data",
                "ΔT at 10 s (K)",
                "run"));
        review.shots().forEach(this::print);
        broken();
        review.unreadable().forEach(line -> out.println("torn: " + line));
        out.println();
        out.println("record: " + review.folder());
    }

    private void print(Row row) {
        out.println(String.format(
                        Locale.ROOT,
                        LINE,
                        row.number(),
                        row.kind(),
                        Figure.text("%g", row.settings().initialKelvin()),
                        Figure.text(
                                "%g to %g",
                                row.settings().initialTesla(), row.settings().finalTesla()),
                        Figure.text("%g", row.settings().teslaPerSecond()),
                        row.seed(),
                        row.state(),
                        row.quality().isEmpty() ? NONE : row.quality(),
                        delta(row),
                        row.runFolder().isEmpty() ? NONE : row.runFolder())
                .stripTrailing());
    }

    private static String delta(Row row) {
        OptionalDouble delta = row.deltaKelvin();
        return delta.isEmpty()
                ? NONE
                : Figure.text(
                        "%+.4f ± %.4f", delta.getAsDouble(), row.sigmaKelvin().orElse(Double.NaN));
    }

    /** Attempts that do not count, so that nobody wonders about their folders. */
    private void broken() {
        List<String> lines = new ArrayList<>();
        review.shots()
                .forEach(row -> row.attempts().stream()
                        .filter(attempt -> !attempt.then().equals("counted"))
                        .forEach(attempt -> lines.add("  shot " + row.number() + " attempt " + attempt.attempt() + ", "
                                + attempt.then() + ": " + attempt.why()
                                + (attempt.runFolder().isEmpty() ? "" : " (" + attempt.runFolder() + ")"))));
        if (!lines.isEmpty()) {
            out.println();
            out.println("attempts that do not count:");
            lines.forEach(out::println);
        }
    }
}
