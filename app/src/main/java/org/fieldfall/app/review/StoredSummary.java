package org.fieldfall.app.review;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.RunFolder;

/** What a stored run came to: as it was summed up at its end, or from its record where it never came to that. */
public final class StoredSummary {

    private StoredSummary() {}

    public static ShotSummary of(Path folder) {
        Path file = RunFolder.of(folder, Manifest.read(folder.resolve("manifest.json")))
                .summary();
        return Files.exists(file)
                ? Json.read(file, ShotSummary.class)
                : RecordedRun.open(folder).summary();
    }
}
