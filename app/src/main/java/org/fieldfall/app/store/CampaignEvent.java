package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One line of a campaign's record. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CampaignEvent.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = CampaignEvent.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = CampaignEvent.ShotBegun.class, name = "shot-begun"),
    @JsonSubTypes.Type(value = CampaignEvent.ShotRecorded.class, name = "shot-recorded"),
    @JsonSubTypes.Type(value = CampaignEvent.ShotEnded.class, name = "shot-ended"),
    @JsonSubTypes.Type(value = CampaignEvent.Stopped.class, name = "stopped")
})
public sealed interface CampaignEvent {

    Instant at();

    /** The first line. */
    record Begun(@JsonProperty("at_utc") Instant at, String who, int shots) implements CampaignEvent {}

    /** Somebody takes it up again. */
    record Resumed(@JsonProperty("at_utc") Instant at, String who) implements CampaignEvent {}

    /**
     * A shot is about to be performed; nothing is open yet.
     *
     * @param shot number in the campaign, from 1
     * @param attempt from 1
     */
    record ShotBegun(
            @JsonProperty("at_utc") Instant at,
            int shot,
            int attempt,
            UUID runId,
            String kind,
            Settings settings,
            long seed)
            implements CampaignEvent {}

    /** What a shot is asked for, as performed: of a reverse shot the initial field is that where it starts. */
    record Settings(
            @JsonProperty("initial_temperature_k") double initialKelvin,
            @JsonProperty("initial_field_t") double initialTesla,
            @JsonProperty("final_field_t") double finalTesla,
            @JsonProperty("rate_t_per_s") double teslaPerSecond) {}

    /**
     * Its run has a folder; nothing has moved yet.
     *
     * @param runFolder below the folder of all runs
     */
    record ShotRecorded(@JsonProperty("at_utc") Instant at, int shot, UUID runId, String runFolder)
            implements CampaignEvent {}

    /**
     * A shot is over, whichever way.
     *
     * @param runFolder below the folder of all runs; empty if it never came to one
     * @param status how the run ended
     * @param quality what its data are worth
     * @param verdict what it shows, in words
     * @param seconds of rig time
     * @param figures numbers by name, the unit in the name
     * @param then what that means for the campaign
     */
    record ShotEnded(
            @JsonProperty("at_utc") Instant at,
            int shot,
            int attempt,
            UUID runId,
            String runFolder,
            EndStatus status,
            String why,
            String quality,
            String verdict,
            double seconds,
            Map<String, Double> figures,
            Then then)
            implements CampaignEvent {
        public ShotEnded {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }
    }

    /** What the end of a shot means for the campaign. */
    enum Then {
        /** The shot is done; each shot has one such end at most. */
        @JsonProperty("counted")
        COUNTED,
        /** Marked, and to be done again. */
        @JsonProperty("set-aside")
        SET_ASIDE,
        /** Failed, and to be done again. */
        @JsonProperty("again")
        AGAIN,
        /** Failed; the campaign goes on without it. */
        @JsonProperty("skipped")
        SKIPPED,
        /** Failed or aborted, and the campaign stops; it is done again if somebody resumes. */
        @JsonProperty("stopped")
        STOPPED,
        /** Its process was killed; it is done again. */
        @JsonProperty("broken")
        BROKEN
    }

    /**
     * The campaign goes no further for now.
     *
     * @param status {@code complete}, {@code aborted}, {@code failed} or {@code out-of-budget}
     */
    record Stopped(@JsonProperty("at_utc") Instant at, String status, String why) implements CampaignEvent {}
}
