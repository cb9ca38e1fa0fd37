package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run ended. It starts as unknown, which is what stays after a kill; every other one is earned. */
public enum EndStatus {
    @JsonProperty("unknown")
    UNKNOWN,
    @JsonProperty("success")
    SUCCESS,
    @JsonProperty("aborted")
    ABORTED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("recovered")
    RECOVERED
}
