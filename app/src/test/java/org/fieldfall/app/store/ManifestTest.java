package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.fieldfall.protocols.instrument.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("manifest.json");
    }

    @Test
    void startsUnknown() {
        var begun = begun(OptionalLong.empty());

        begun.write(file);

        assertThat(begun.ending().status()).isEqualTo(EndStatus.UNKNOWN);
        assertThat(Manifest.read(file)).isEqualTo(begun);
    }

    @Test
    void comesBackAsItWasCompleted() {
        var done = done();

        begun(OptionalLong.of(7)).write(file);
        done.write(file);

        assertThat(Manifest.read(file)).isEqualTo(done);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void writesSnakeCaseKeysForOtherReaders() throws Exception {
        done().write(file);

        var json = new ObjectMapper().readTree(file.toFile());

        assertThat(json.at("/run/started_utc").asText()).isEqualTo("2026-11-22T23:59:59.123456789Z");
        assertThat(json.at("/run/rig_time_zero_utc").asText()).isEqualTo("2026-11-23T00:00:01.123456789Z");
        assertThat(json.at("/run/source").asText()).isEqualTo("simulator");
        assertThat(json.at("/run/seed").asLong()).isEqualTo(7);
        assertThat(json.at("/documents/sample/sha256").asText())
                .isEqualTo("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae");
        assertThat(json.at("/lines/field-supply").asText()).isEqualTo("ASRL/dev/pts/3::INSTR");
        assertThat(json.at("/ending/status").asText()).isEqualTo("success");
        assertThat(json.at("/data_quality/mark").asText()).isEqualTo("marked");
    }

    @Test
    void readsAManifestWithKeysOfALaterVersion() throws Exception {
        var begun = begun(OptionalLong.empty());
        Files.writeString(file, Json.text(begun).replaceFirst("\\{", "{\"later\": [1, 2],"));

        assertThat(Manifest.read(file)).isEqualTo(begun);
    }

    @Test
    void refusesATextThatIsNotTheHashedOne() throws Exception {
        begun(OptionalLong.empty()).write(file);
        Files.writeString(file, Files.readString(file).replace("\"foo\"", "\"fop\""));

        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining("not the one of hash");
    }

    private static Manifest done() {
        var identity = new Identity("KEPCO", "BIT 4886 20-20", "SIM001", "4.04");
        return begun(OptionalLong.of(7))
                .withInstruments(
                        List.of(Manifest.Instrument.of("supply", identity)),
                        Map.of("field-supply", "ASRL/dev/pts/3::INSTR"))
                .withEnding(
                        new Manifest.Ending(EndStatus.SUCCESS, "", Log.WALL.plusSeconds(60)),
                        new Manifest.DataQuality("marked", List.of("2 readings overloaded")));
    }

    static Manifest begun(OptionalLong seed) {
        var run = new Manifest.Run(
                Log.RUN, 3, "vk", "first light", Source.SIMULATOR, seed, Log.WALL, Log.WALL.plusSeconds(2));
        var documents = new Manifest.Documents(
                Manifest.Document.of("mn12ac-experiment", "foo"),
                Manifest.Document.of("twin", "schema: fieldfall/rig/1\n"),
                Manifest.Document.of("first-shot", "# Bi, τ\n"),
                List.of(Manifest.Document.of("cx1050-typical.340", "")));
        return Manifest.begun(run, documents);
    }
}
