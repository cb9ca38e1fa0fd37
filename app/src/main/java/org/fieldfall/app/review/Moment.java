package org.fieldfall.app.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One line of a run's course.
 *
 * @param atSeconds since the run began, on the rig's clock; NaN for what has no time
 * @param wallUtc wall time in ISO 8601; empty for what has none
 * @param kind {@code run}, {@code phase}, {@code send}, {@code guard}, {@code operator}, {@code line}, {@code clock},
 *     {@code safe}, {@code remark}, {@code figure}, {@code record}, {@code guardian} or {@code
 *     note}
 * @param isTrouble something a reader must not miss
 * @param text in plain words
 */
public record Moment(
        @JsonProperty("at_s") double atSeconds,
        @JsonProperty("wall_utc") String wallUtc,
        @JsonProperty("kind") String kind,
        @JsonProperty("trouble") boolean isTrouble,
        @JsonProperty("text") String text) {}
