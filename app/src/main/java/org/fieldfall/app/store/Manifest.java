package org.fieldfall.app.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.fieldfall.protocols.instrument.Identity;

/** Everything a reader of the data must know that is no reading; {@code manifest.json}. */
public record Manifest(
        String schema,
        Run run,
        Documents documents,
        Optional<Asked> asked,
        List<Instrument> instruments,
        SortedMap<String, String> lines,
        Versions versions,
        Ending ending,
        DataQuality dataQuality,
        Optional<CampaignShot> campaign) {

    static final String SCHEMA = "fieldfall/manifest/1";

    public Manifest {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("not a manifest of this version: " + schema + ", due " + SCHEMA);
        }
        instruments = List.copyOf(instruments);
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /**
     * Which run this is.
     *
     * @param number of the run on its day
     * @param who operator
     * @param why note
     * @param rigTimeZero wall time at rig time 0
     * @param seed of a simulated run
     */
    public record Run(
            UUID id,
            int number,
            String who,
            String why,
            Source source,
            OptionalLong seed,
            @JsonProperty("started_utc") Instant started,
            @JsonProperty("rig_time_zero_utc") Instant rigTimeZero) {}

    /** The configuration as it was used. */
    public record Documents(Document sample, Document rig, Document protocol, List<Document> calibrations) {

        public Documents {
            calibrations = List.copyOf(calibrations);
        }
    }

    /**
     * What the run's main shot was asked for, so that runs can be found by it.
     *
     * @param initialKelvin Ti
     * @param initialTesla Bi
     * @param finalTesla Bf
     */
    public record Asked(
            @JsonProperty("initial_temperature_k") double initialKelvin,
            @JsonProperty("initial_field_t") double initialTesla,
            @JsonProperty("final_field_t") double finalTesla) {}

    /**
     * The place of a run in a campaign.
     *
     * @param id of the campaign
     * @param shot its number in the campaign, from 1
     * @param attempt from 1; earlier ones were broken off, failed or set aside
     */
    public record CampaignShot(UUID id, int shot, int attempt) {}

    /** One file: what it is called, its SHA-256 and every letter of it. */
    public record Document(String name, String sha256, String text) {

        public Document {
            if (!sha256.equals(hash(text))) {
                throw new IllegalArgumentException("the text of " + name + " is not the one of hash " + sha256);
            }
        }

        public static Document of(String name, String text) {
            return new Document(name, hash(text), text);
        }

        private static String hash(String text) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }
    }

    /** An instrument of the rig file and who it said it is. */
    public record Instrument(String name, String maker, String model, String serial, String firmware) {

        public static Instrument of(String name, Identity identity) {
            return new Instrument(name, identity.maker(), identity.model(), identity.serial(), identity.firmware());
        }
    }

    /**
     * What wrote the record.
     *
     * @param build tells two builds of one version apart; empty where the classes do not lie in jars
     */
    public record Versions(String fieldfall, String java, Optional<String> build) {

        public static Versions current() {
            var built = Manifest.class.getPackage().getImplementationVersion();
            return new Versions(
                    built == null ? "unpacked" : built, Runtime.version().toString(), Build.hash());
        }
    }

    /** How the run ended, why, and when that was written. */
    public record Ending(
            EndStatus status,
            String why,
            @JsonProperty("at_utc") Instant at) {}

    /** What the data are worth, however the run ended: {@code unknown}, {@code good}, {@code marked} or {@code failed}. */
    public record DataQuality(String mark, List<String> remarks) {

        public static final DataQuality UNKNOWN = new DataQuality("unknown", List.of());

        public DataQuality {
            remarks = List.copyOf(remarks);
        }
    }

    /** The manifest of a run that begins: nothing identified, the end unknown. */
    public static Manifest begun(Run run, Documents documents) {
        var unknown = new Ending(EndStatus.UNKNOWN, "the run has not ended in order", run.started());
        return new Manifest(
                SCHEMA,
                run,
                documents,
                Optional.empty(),
                List.of(),
                new TreeMap<>(),
                Versions.current(),
                unknown,
                DataQuality.UNKNOWN,
                Optional.empty());
    }

    public Manifest inCampaign(CampaignShot place) {
        return new Manifest(
                schema, run, documents, asked, instruments, lines, versions, ending, dataQuality, Optional.of(place));
    }

    public Manifest asking(Asked main) {
        return new Manifest(
                schema, run, documents, Optional.of(main), instruments, lines, versions, ending, dataQuality, campaign);
    }

    /** @param roleToResource as in {@code field-supply} to {@code ASRL/dev/pts/3::INSTR} */
    public Manifest withInstruments(List<Instrument> identified, Map<String, String> roleToResource) {
        return new Manifest(
                schema,
                run,
                documents,
                asked,
                identified,
                new TreeMap<>(roleToResource),
                versions,
                ending,
                dataQuality,
                campaign);
    }

    public Manifest withEnding(Ending earned, DataQuality quality) {
        return new Manifest(schema, run, documents, asked, instruments, lines, versions, earned, quality, campaign);
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) {
        Json.write(file, this);
    }

    public static Manifest read(Path file) {
        return Json.read(file, Manifest.class);
    }
}
