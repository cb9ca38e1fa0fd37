package org.fieldfall.app.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;

/**
 * A run's summary made once more from its record, beside the one that was made at its end.
 *
 * @param hadSummary false if there is nothing to compare with
 * @param differences every value that is not the same to the bit
 * @param reasons what may make them differ; empty where nothing is known to
 */
public record Reprocessing(
        ShotSummary summary, boolean hadSummary, List<Difference> differences, List<String> reasons) {

    /** One value then and now; empty where there is none. */
    public record Difference(
            @JsonProperty("key") String key,
            @JsonProperty("recorded") String recorded,
            @JsonProperty("reprocessed") String reprocessed) {}

    /** Where the folder lies is no part of what was found. */
    private static final String PLACE = "run_folder";

    public static Reprocessing of(RecordedRun run) {
        ShotSummary summary = run.summary();
        boolean hadSummary = Files.exists(run.folder().summary());
        List<Difference> differences =
                hadSummary ? differences(Json.leaves(run.folder().summary()), Json.leaves(summary)) : List.of();
        return new Reprocessing(summary, hadSummary, differences, reasons(run));
    }

    private static List<Difference> differences(Map<String, String> then, Map<String, String> now) {
        Set<String> keys = new LinkedHashSet<>(then.keySet());
        keys.addAll(now.keySet());
        keys.remove(PLACE);
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            String before = then.getOrDefault(key, "");
            String after = now.getOrDefault(key, "");
            if (!before.equals(after)) {
                differences.add(new Difference(key, before, after));
            }
        }
        return differences;
    }

    private static List<String> reasons(RecordedRun run) {
        List<String> reasons = new ArrayList<>();
        Manifest.Versions then = run.manifest().versions();
        Manifest.Versions now = Manifest.Versions.current();
        differ(reasons, "version of fieldfall", then.fieldfall(), now.fieldfall());
        differ(reasons, "build", then.build().orElse("unknown"), now.build().orElse("unknown"));
        differ(reasons, "Java", then.java(), now.java());
        if (then.build().isEmpty() && now.build().isEmpty()) {
            reasons.add("which build made the record and which reads it cannot be told: neither runs from its jar");
        }
        run.log().damages().forEach(damage -> reasons.add("the log is damaged: " + damage));
        if (run.log().lostEvents() > 0) {
            reasons.add("the log lacks " + run.log().lostEvents() + " events that could not be written");
        }
        if (!run.log().isClosed()) {
            reasons.add("the log was not closed in order: what came after its last frame is not known");
        }
        return reasons;
    }

    private static void differ(List<String> reasons, String what, String then, String now) {
        if (!then.equals(now)) {
            reasons.add(what + ": " + then + " made the record, " + now + " reads it");
        }
    }

    /** True if every number came out as before, to the bit. */
    public boolean isSame() {
        return hadSummary && differences.isEmpty();
    }
}
