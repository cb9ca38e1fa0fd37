package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * What a campaign is made of, written once before its first shot; {@code campaign.json}. Every shot is performed from these
 * texts, whatever has become of the files since.
 *
 * @param who began it
 * @param why note
 * @param source what the rig file says
 * @param seed of the shots' seeds
 * @param shots how many
 * @param documents the protocol with the campaign in it, sample, rig and the tables they name, these by the names of their files
 */
public record CampaignHead(
        String schema,
        UUID id,
        String name,
        String who,
        String why,
        Source source,
        long seed,
        int shots,
        @JsonProperty("started_utc") Instant started,
        Manifest.Documents documents,
        Manifest.Versions versions) {

    public static final String SCHEMA = "fieldfall/campaign/1";

    public CampaignHead {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not a campaign of this version: " + schema + ", due " + SCHEMA);
        }
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) {
        Json.write(file, this);
    }

    public static CampaignHead read(Path file) {
        return Json.read(file, CampaignHead.class);
    }
}
