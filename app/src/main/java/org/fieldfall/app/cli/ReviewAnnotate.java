package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.fieldfall.app.store.Annotations;
import org.fieldfall.app.store.Annotations.Annotation;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something to be remembered of a stored run. */
@Command(
        name = "annotate",
        description = "Add a note to a stored run. It stands beside the record, which is never changed.")
final class ReviewAnnotate implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Number, beginning of the id or of the path, or a path.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "The note.")
    private String text = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who writes it.")
    private String by = "";

    ReviewAnnotate(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        if (text.isBlank() || by.isBlank()) {
            throw new UsageException("annotate: came an empty " + (text.isBlank() ? "text" : "--by") + ", due words");
        }
        Path folder = stored.runs().find(run);
        Manifest manifest = Manifest.read(folder.resolve("manifest.json"));
        Annotation note = new Annotation(InstantSource.system().instant(), by, text);
        new Annotations(RunFolder.of(folder, manifest).annotations()).add(note);
        desk.out()
                .println(
                        stored.isJson()
                                ? Json.text(note)
                                : RunName.of(manifest) + ": noted by " + by + " at " + note.at());
        return ExitCode.SUCCESS;
    }
}
