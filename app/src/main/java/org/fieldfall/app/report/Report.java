package org.fieldfall.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.fieldfall.app.picture.Figure;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotLine;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.Source;
import org.fieldfall.protocols.fieldquench.PerformedShot;

/** One run as a page. */
public final class Report {

    private final Told told;
    private final Html page = new Html();

    private Report(Told told) {
        this.told = told;
    }

    /**
     * The page.
     *
     * @param completed the manifest with the end of the run in it
     */
    public static String html(RecordedRun run, Manifest completed, ShotSummary summary) {
        return new Report(Told.of(run, completed, summary)).html();
    }

    private String html() {
        page.open("html", "lang", "en").open("head");
        page.meta().element("title", source() + ": " + title()).style(style());
        page.close().open("body", source().toLowerCase(Locale.ROOT));
        banner();
        page.open("main");
        heading();
        new Outcome(told, page).write();
        pictures();
        shots();
        table("Sample", SampleRows.of(told));
        table("Field", FieldRows.of(told));
        table("Thermal", ThermalRows.of(told));
        table("Theory", TheoryRows.of(told));
        new CourseOfRun(told, page).write();
        new Provenance(told, page).write();
        page.close().close().close();
        return page.page();
    }

    private String source() {
        return told.manifest().run().source().name();
    }

    private String title() {
        Manifest.Run run = told.manifest().run();
        return "run " + run.number() + " (" + RunFolder.shortId(run.id()) + "), "
                + told.manifest().documents().sample().name();
    }

    /** Stays in sight while the page is scrolled; the style sheet marks every printed one. */
    private void banner() {
        page.open("p", "banner")
                .element("strong", source())
                .text(" " + meaning(told.manifest().run().source()));
        page.close();
    }

    private static String meaning(Source source) {
        return switch (source) {
            case SIMULATOR -> "Every reading here was made by the simulator. Nothing was measured on a crystal.";
            case RIG -> "Readings from the instruments of the rig.";
            case REPLAY -> "A recorded conversation with instruments, played back.";
        };
    }

    private void heading() {
        Manifest.Run run = told.manifest().run();
        page.open("header").element("h1", capital(title()));
        page.open("p")
                .text(told.manifest().documents().protocol().name() + " on "
                        + told.manifest().documents().rig().name() + ", begun "
                        + minute(run.started().toString()) + " UTC by " + run.who() + ".");
        page.close();
        if (!run.why().isBlank()) {
            page.element("p", "why", run.why());
        }
        page.open("dl", "states");
        state("Status", told.summary().status() + ": " + told.summary().why(), isSuccess());
        state(
                "Safe state",
                told.summary().isSafe() ? "every instrument was seen safe" : "NOT EVERY INSTRUMENT WAS SEEN SAFE",
                told.summary().isSafe());
        state(
                "Data",
                told.manifest().dataQuality().mark(),
                told.manifest().dataQuality().mark().equals("good"));
        page.close().close();
        words("Remarks", told.summary().remarks());
        words("The plan warned", told.summary().warnings());
    }

    private boolean isSuccess() {
        return told.manifest().ending().status() == EndStatus.SUCCESS;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String minute(String instant) {
        return instant.substring(0, Math.min("2026-11-22T10:00".length(), instant.length()))
                .replace('T', ' ');
    }

    private void state(String name, String value, boolean isFine) {
        page.open("div", isFine ? "fine" : "trouble").element("dt", name).element("dd", (isFine ? "" : "! ") + value);
        page.close();
    }

    private void words(String title, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        page.element("p", title + ":").open("ul");
        words.forEach(each -> page.element("li", each));
        page.close();
    }

    private void pictures() {
        PerformedShot main = told.run().main();
        ShotDrawing.of(told.run(), main).ifPresent(figure -> picture(main, figure));
        for (PerformedShot shot : told.run().shots()) {
            if (shot.number() != main.number()) {
                ShotDrawing.of(told.run(), shot).ifPresent(figure -> {
                    page.openFold(
                            "Shot " + shot.number() + ", " + shot.shot().kind().word() + ": pictures");
                    picture(shot, figure);
                    page.close();
                });
            }
        }
    }

    private void picture(PerformedShot shot, Figure figure) {
        page.open("figure").picture(figure.svgElement("shot" + shot.number()));
        String caption = source() + ", shot " + shot.number() + " ("
                + shot.shot().kind().word() + "). Left the whole shot, right the ramp enlarged.";
        page.element("figcaption", caption).close();
    }

    private void shots() {
        page.open("section").element("h2", "Shots").open("table");
        page.head("shot", "kind", "came to").open("tbody");
        for (ShotLine line : told.summary().shots()) {
            page.row(String.valueOf(line.number()), line.kind(), line.verdict());
        }
        page.close().close().close();
    }

    private void table(String title, List<Row> rows) {
        page.open("section").element("h2", title).open("table", "facts");
        page.head("", "value", "from").open("tbody");
        rows.forEach(row -> page.row(row.name(), row.value(), row.note()));
        page.close().close().close();
    }

    private static String style() {
        try (InputStream rules = Report.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(rules, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
