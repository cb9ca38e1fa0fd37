package org.fieldfall.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the line to an instrument did over a run.
 *
 * @param instrument by its name in the rig file
 * @param medianSeconds of exchanges with an answer, by the medians of some seconds each that the record has; NaN, null in
 *     the file, without an answer
 * @param longestSeconds likewise
 */
public record LineTiming(
        @JsonProperty("instrument") String instrument,
        @JsonProperty("resource") String resource,
        @JsonProperty("exchanges") long exchanges,
        @JsonProperty("median_s") double medianSeconds,
        @JsonProperty("longest_s") double longestSeconds,
        @JsonProperty("time_outs") long timeOuts,
        @JsonProperty("garbled_replies") long garbledReplies,
        @JsonProperty("reconnects") long reconnects) {}
