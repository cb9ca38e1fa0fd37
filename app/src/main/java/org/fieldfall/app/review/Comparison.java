package org.fieldfall.app.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fieldfall.app.config.ConfigFile;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.Manifest;

/**
 * Two runs beside each other.
 *
 * @param settings that are not written alike
 * @param figures that at least one of the two has
 */
public record Comparison(Manifest first, Manifest second, List<Setting> settings, List<Pair> figures) {

    /**
     * One setting as written; empty where it is not there.
     *
     * @param document {@code sample}, {@code rig}, {@code protocol} or {@code calibration}
     */
    public record Setting(
            @JsonProperty("document") String document,
            @JsonProperty("key") String key,
            @JsonProperty("first") String first,
            @JsonProperty("second") String second) {}

    /**
     * One figure of both; NaN where it is not there or has no uncertainty.
     *
     * @param inSigma the second minus the first, in units of both uncertainties added in squares; what the two share, such
     *     as a calibration, makes them closer than this says
     */
    public record Pair(
            @JsonProperty("key") String key,
            @JsonProperty("first") double first,
            @JsonProperty("first_sigma") double firstSigma,
            @JsonProperty("second") double second,
            @JsonProperty("second_sigma") double secondSigma,
            @JsonProperty("difference") double difference,
            @JsonProperty("in_sigma") double inSigma) {

        static Pair of(String key, SummaryFigures one, SummaryFigures other) {
            double difference = other.value(key) - one.value(key);
            double sigma = Math.hypot(one.sigma(key), other.sigma(key));
            return new Pair(
                    key,
                    one.value(key),
                    one.sigma(key),
                    other.value(key),
                    other.sigma(key),
                    difference,
                    sigma > 0 ? difference / sigma : Double.NaN);
        }
    }

    public static Comparison of(Path first, Path second) {
        Manifest one = Manifest.read(first.resolve("manifest.json"));
        Manifest other = Manifest.read(second.resolve("manifest.json"));
        return new Comparison(one, other, settings(one, other), figures(first, second));
    }

    private static List<Setting> settings(Manifest one, Manifest other) {
        List<Setting> settings = new ArrayList<>();
        add(settings, "sample", one.documents().sample(), other.documents().sample());
        add(settings, "rig", one.documents().rig(), other.documents().rig());
        add(settings, "protocol", one.documents().protocol(), other.documents().protocol());
        String was = calibrations(one);
        String is = calibrations(other);
        if (!was.equals(is)) {
            settings.add(new Setting("calibration", "sha256", was, is));
        }
        return settings;
    }

    private static void add(List<Setting> settings, String document, Manifest.Document one, Manifest.Document other) {
        Map<String, String> first = settings(one);
        Map<String, String> second = settings(other);
        Set<String> keys = new LinkedHashSet<>(first.keySet());
        keys.addAll(second.keySet());
        for (String key : keys) {
            String was = first.getOrDefault(key, "");
            String is = second.getOrDefault(key, "");
            if (!was.equals(is)) {
                settings.add(new Setting(document, key, was, is));
            }
        }
    }

    private static Map<String, String> settings(Manifest.Document document) {
        return Configs.settings(ConfigFile.recorded(document.name(), document.text(), document.sha256()));
    }

    private static String calibrations(Manifest manifest) {
        return String.join(
                " ",
                manifest.documents().calibrations().stream()
                        .map(Manifest.Document::sha256)
                        .toList());
    }

    private static List<Pair> figures(Path first, Path second) {
        SummaryFigures one = SummaryFigures.of(Json.leaves(StoredSummary.of(first)));
        SummaryFigures other = SummaryFigures.of(Json.leaves(StoredSummary.of(second)));
        Set<String> keys = new LinkedHashSet<>(one.keys());
        keys.addAll(other.keys());
        return keys.stream().map(key -> Pair.of(key, one, other)).toList();
    }
}
