package org.fieldfall.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One phase of a run.
 *
 * @param name with the shot's label where the run has several
 * @param beganSeconds rig time
 * @param endedSeconds rig time; NaN, null in the file, where the record ends in it
 * @param quality {@code good}, {@code marked}, {@code failed}, or {@code unknown} where the record ends in it
 * @param why the mark was earned, in words
 */
public record PhaseLine(
        @JsonProperty("name") String name,
        @JsonProperty("began_s") double beganSeconds,
        @JsonProperty("ended_s") double endedSeconds,
        @JsonProperty("quality") String quality,
        @JsonProperty("why") String why) {}
