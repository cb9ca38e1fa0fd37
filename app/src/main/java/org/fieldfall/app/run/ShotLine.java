package org.fieldfall.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one shot of a run came to.
 *
 * @param number of the shot in its run, from 1
 * @param kind as protocol files write it
 * @param verdict in words
 * @param figures numbers by name, the unit in the name; in the order they are read
 */
public record ShotLine(
        @JsonProperty("number") int number,
        @JsonProperty("kind") String kind,
        @JsonProperty("verdict") String verdict,
        @JsonProperty("figures") Map<String, Double> figures) {

    public ShotLine {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
