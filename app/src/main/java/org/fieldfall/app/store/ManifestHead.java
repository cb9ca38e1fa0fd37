package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a list needs of a manifest: the long texts are passed over, which makes reading thousands of them quick. */
record ManifestHead(
        String schema,
        Run run,
        Documents documents,
        Optional<Manifest.Asked> asked,
        Manifest.Ending ending,
        Manifest.DataQuality dataQuality) {

    /** A part that is missing is told by its name. */
    ManifestHead {
        if (!Manifest.SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("not a manifest of this version: " + schema);
        }
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(documents, "documents");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(dataQuality, "data_quality");
    }

    record Run(
            UUID id,
            int number,
            String who,
            String why,
            Source source,
            @JsonProperty("started_utc") Instant started) {
        Run {
            Objects.requireNonNull(id, "run.id");
            Objects.requireNonNull(source, "run.source");
            Objects.requireNonNull(started, "run.started_utc");
        }
    }

    record Documents(Name sample, Name rig, Name protocol) {
        Documents {
            Objects.requireNonNull(sample, "documents.sample");
            Objects.requireNonNull(rig, "documents.rig");
            Objects.requireNonNull(protocol, "documents.protocol");
        }
    }

    record Name(String name) {}

    static CatalogueEntry entry(Path folder, String path, int annotations) {
        try {
            return Json.read(folder.resolve("manifest.json"), ManifestHead.class)
                    .entry(path, annotations);
        } catch (StoreException unfit) {
            return CatalogueEntry.unreadable(path, String.valueOf(unfit.getMessage()));
        }
    }

    private CatalogueEntry entry(String path, int annotations) {
        var main = asked.orElse(new Manifest.Asked(Double.NaN, Double.NaN, Double.NaN));
        return new CatalogueEntry(
                path,
                run.id.toString(),
                run.number,
                run.started.toString(),
                ending.status() == EndStatus.UNKNOWN ? "" : ending.at().toString(),
                lower(run.source),
                documents.sample.name,
                documents.rig.name,
                documents.protocol.name,
                lower(ending.status()),
                dataQuality.mark(),
                main.initialKelvin(),
                main.initialTesla(),
                main.finalTesla(),
                run.who,
                run.why,
                ending.why(),
                annotations);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
