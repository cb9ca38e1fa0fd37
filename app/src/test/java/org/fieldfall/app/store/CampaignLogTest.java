package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fieldfall.app.store.CampaignEvent.Settings;
import org.fieldfall.app.store.CampaignEvent.Then;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignLogTest {

    private static final Instant AT = Instant.parse("2026-11-28T12:00:00.123Z");
    private static final UUID RUN = UUID.fromString("12345678-1234-1234-1234-123456789abc");

    /** One of each kind. */
    private static final List<CampaignEvent> ALL = List.of(
            new CampaignEvent.Begun(AT, "anna", 24),
            new CampaignEvent.ShotBegun(AT, 1, 1, RUN, "sweep", new Settings(4, 1, 0.1, 10), 1569933735),
            new CampaignEvent.ShotRecorded(AT, 1, RUN, "2026/11/28/0001_mn12ac_12345678"),
            new CampaignEvent.ShotEnded(
                    AT,
                    1,
                    1,
                    RUN,
                    "2026/11/28/0001_mn12ac_12345678",
                    EndStatus.SUCCESS,
                    "every phase passed its tests",
                    "good",
                    "The crystal cooled: -0.81 ± 0.003 K",
                    1234.5,
                    Map.of("measured_delta_t_10_s_k", -0.8098),
                    Then.COUNTED),
            new CampaignEvent.Resumed(AT, "bob"),
            new CampaignEvent.Stopped(AT, "complete", "every shot is done"));

    @TempDir
    private Path folder;

    private CampaignLog log;

    @BeforeEach
    void log() {
        log = new CampaignLog(folder.resolve("campaign.jsonl"));
    }

    @Test
    void hasAnExampleOfEachKindAndReadsItBack() {
        ALL.forEach(log::add);

        assertThat(ALL.stream().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CampaignEvent.class.getPermittedSubclasses())
                        .toList());
        assertThat(log.read().events()).isEqualTo(ALL);
        assertThat(log.read().unreadable()).isEmpty();
    }

    @Test
    void isOneLineOfPlainJsonForEachEvent() throws IOException {
        ALL.forEach(log::add);

        assertThat(Files.readAllLines(log.file()))
                .hasSize(ALL.size())
                .allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"));
        assertThat(Files.readAllLines(log.file()).get(1))
                .contains("\"event\":\"shot-begun\"", "\"run_id\":", "\"final_field_t\":0.1", "\"seed\":1569933735");
    }

    @Test
    void isEmptyBeforeTheFirstEvent() {
        assertThat(log.read()).isEqualTo(new CampaignLog.Content(List.of(), List.of()));
    }

    @Test
    void losesNothingButTheLineThatWasCutWhereverItWasCut() throws IOException {
        ALL.subList(0, 3).forEach(log::add);
        var before = Files.size(log.file());
        log.add(ALL.get(3));
        var whole = Files.readAllBytes(log.file());

        for (int cut = (int) before + 1; cut < whole.length - 1; cut += 11) {
            Files.write(log.file(), Arrays.copyOf(whole, cut));
            log.add(ALL.get(4));

            assertThat(log.read().events())
                    .as("cut at %s", cut)
                    .containsExactly(ALL.get(0), ALL.get(1), ALL.get(2), ALL.get(4));
            assertThat(log.read().unreadable())
                    .singleElement()
                    .asString()
                    .startsWith("campaign.jsonl line 4: cannot be read");
        }
    }

    @Test
    void aLineThatLacksOnlyItsEndIsWhole() throws IOException {
        ALL.subList(0, 2).forEach(log::add);
        var whole = Files.readAllBytes(log.file());
        Files.write(log.file(), Arrays.copyOf(whole, whole.length - 1));

        log.add(ALL.get(2));

        assertThat(log.read().events()).isEqualTo(ALL.subList(0, 3));
        assertThat(log.read().unreadable()).isEmpty();
    }

    @Test
    void oneProcessAtATimeHoldsTheLock() {
        var campaign = CampaignFolder.claim(folder, "a name/with: signs", RUN);

        try (var lock = CampaignLock.take(campaign).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(CampaignLock.take(campaign)).isEmpty();
        }
        assertThat(CampaignLock.isHeld(campaign)).isFalse();
        assertThat(campaign.name()).isEqualTo("a-name-with-signs_12345678");
    }
}
