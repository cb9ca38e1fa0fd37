package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the readings of a run come from. */
public enum Source {
    @JsonProperty("simulator")
    SIMULATOR,
    @JsonProperty("rig")
    RIG,
    @JsonProperty("replay")
    REPLAY
}
