package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;

/**
 * One run as the list shows it, from its manifest. A text that is not known is empty, a number that is not is NaN.
 *
 * @param path of the run's folder, below the folder of all runs
 * @param id of the run, whole
 * @param number of the run on its day
 * @param startedUtc in ISO 8601
 * @param status as in the manifest; {@code unreadable} where that cannot be read, and {@code why} says why
 * @param quality what the data are worth
 * @param initialKelvin Ti asked for
 * @param initialTesla Bi asked for
 * @param finalTesla Bf asked for
 * @param annotations how many there are
 */
public record CatalogueEntry(
        @JsonProperty("run") String path,
        @JsonProperty("id") String id,
        @JsonProperty("number") int number,
        @JsonProperty("started_utc") String startedUtc,
        @JsonProperty("ended_utc") String endedUtc,
        @JsonProperty("source") String source,
        @JsonProperty("sample") String sample,
        @JsonProperty("rig") String rig,
        @JsonProperty("protocol") String protocol,
        @JsonProperty("status") String status,
        @JsonProperty("quality") String quality,
        @JsonProperty("initial_temperature_k") double initialKelvin,
        @JsonProperty("initial_field_t") double initialTesla,
        @JsonProperty("final_field_t") double finalTesla,
        @JsonProperty("who") String who,
        @JsonProperty("note") String note,
        @JsonProperty("why") String why,
        @JsonProperty("annotations") int annotations) {

    static final String UNREADABLE = "unreadable";

    /** Of one run, wherever its folder lies. */
    public static CatalogueEntry of(Path folder) {
        int annotations =
                new Annotations(folder.resolve("annotations.jsonl")).all().size();
        return ManifestHead.entry(folder, folder.toString(), annotations);
    }

    static CatalogueEntry unreadable(String path, String why) {
        double none = Double.NaN;
        return new CatalogueEntry(
                path, "", 0, "", "", "", "", "", "", UNREADABLE, "unknown", none, none, none, "", "", why, 0);
    }

    /** The beginning of the id, by which people name the run. */
    public String shortId() {
        return id.substring(0, Math.min(8, id.length()));
    }
}
