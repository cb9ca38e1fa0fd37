package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.review.Moment;
import org.fieldfall.app.review.StoredSummary;
import org.fieldfall.app.review.Timeline;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Annotations;
import org.fieldfall.app.store.CatalogueEntry;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What one stored run came to. */
@Command(name = "show", description = "Show what a stored run came to, and what people wrote to it.")
final class ReviewShow implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String run = "";

    ReviewShow(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        Path folder = stored.runs().find(run);
        Manifest manifest = Manifest.read(folder.resolve("manifest.json"));
        ShotSummary summary = StoredSummary.of(folder);
        List<Annotations.Annotation> notes =
                new Annotations(RunFolder.of(folder, manifest).annotations()).all();
        List<Moment> troubles = Timeline.of(folder).troubles();
        if (stored.isJson()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("run", CatalogueEntry.of(folder));
            shown.put("instruments", manifest.instruments());
            shown.put("versions", manifest.versions());
            shown.put("summary", summary);
            shown.put("annotations", notes);
            shown.put("troubles", troubles);
            desk.out().println(Json.text(shown));
        } else {
            print(manifest, summary, notes, troubles);
        }
        return ExitCode.SUCCESS;
    }

    private void print(
            Manifest manifest, ShotSummary summary, List<Annotations.Annotation> notes, List<Moment> troubles) {
        desk.out().println(RunName.of(manifest));
        desk.out()
                .println("protocol " + manifest.documents().protocol().name() + ", sample "
                        + manifest.documents().sample().name() + ", rig "
                        + manifest.documents().rig().name() + ", by "
                        + manifest.run().who()
                        + (manifest.run().why().isBlank()
                                ? ""
                                : ": " + manifest.run().why()));
        manifest.instruments()
                .forEach(box -> desk.out()
                        .println("  " + box.name() + ": " + box.maker() + " " + box.model() + ", serial "
                                + (box.serial().isBlank() ? "none" : box.serial()) + ", firmware " + box.firmware()));
        desk.out()
                .println("written by fieldfall " + manifest.versions().fieldfall()
                        + manifest.versions()
                                .build()
                                .map(build -> " build " + build)
                                .orElse("") + " on Java "
                        + manifest.versions().java());
        new SummaryTable(desk.out()).print(summary);
        notes.forEach(note -> desk.out().println("note     " + note.at() + " " + note.by() + ": " + note.text()));
        if (!troubles.isEmpty()) {
            desk.out()
                    .println("trouble  " + troubles.size() + " in its course, 'fieldfall review timeline' tells them:");
            troubles.forEach(trouble -> desk.out().println("         " + trouble.text()));
        }
    }
}
