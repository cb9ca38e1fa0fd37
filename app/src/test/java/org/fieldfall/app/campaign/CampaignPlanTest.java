package org.fieldfall.app.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.fieldfall.app.config.ShotConfig;
import org.fieldfall.protocols.instrument.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignPlanTest {

    @TempDir
    private Path folder;

    @Test
    void isTheGridOneShotAPoint() {
        assertThat(settings("{ grid: { initial-temperature: 3.8 K:4.2 K:0.2 K, final-field: '0.1 T, 0.3 T' } }"))
                .containsExactly(
                        "sweep 3.8 1 0.1",
                        "sweep 3.8 1 0.3",
                        "sweep 4 1 0.1",
                        "sweep 4 1 0.3",
                        "sweep 4.2 1 0.1",
                        "sweep 4.2 1 0.3");
    }

    @Test
    void repeatsTheWholeGrid() {
        assertThat(settings("{ grid: { final-field: '0.1 T, 0.3 T' }, repeats: 2 }"))
                .containsExactly("sweep 4 1 0.1", "sweep 4 1 0.3", "sweep 4 1 0.1", "sweep 4 1 0.3");
    }

    @Test
    void letsEachSweepBeFollowedByItsReverse() {
        assertThat(settings("{ grid: { final-field: '0.1 T, 0.3 T' }, pairing: up-down }"))
                .containsExactly("sweep 4 1 0.1", "reverse 4 0.1 1", "sweep 4 1 0.3", "reverse 4 0.3 1");
    }

    @Test
    void keepsPairsTogetherWhenItShuffles() {
        var kinds =
                shots("{ grid: { final-field: 0 T:0.4 T:0.1 T }, order: shuffled, pairing: up-down, repeats: 3 }", 1);

        for (int i = 0; i < kinds.size(); i += 2) {
            assertThat(kinds.get(i).shot().kind()).isEqualTo(ShotConfig.Kind.SWEEP);
            assertThat(kinds.get(i + 1).shot().kind()).isEqualTo(ShotConfig.Kind.REVERSE);
            assertThat(kinds.get(i + 1).settings().finalTesla())
                    .isEqualTo(kinds.get(i).settings().initialTesla());
            assertThat(kinds.get(i + 1).settings().initialTesla())
                    .isEqualTo(kinds.get(i).settings().finalTesla());
        }
    }

    @Test
    void putsControlsBeforeTheFirstSweepAfterEveryFewAndAtTheEnd() {
        assertThat(settings("{ grid: { final-field: '0.1 T, 0.2 T, 0.3 T' }, order: interleaved, controls: { every: 2,"
                        + " shots: [ { kind: zero }, { kind: zero-check, settle: 1 s, readings: 5 } ] } }"))
                .containsExactly(
                        "zero 4 0.1 0.1",
                        "zero-check 4 1 0.1",
                        "sweep 4 1 0.1",
                        "sweep 4 1 0.2",
                        "zero 4 0.3 0.3",
                        "zero-check 4 1 0.3",
                        "sweep 4 1 0.3",
                        "zero 4 0.3 0.3",
                        "zero-check 4 1 0.3");
    }

    @Test
    void countsAPairAsOneSweepBetweenControls() {
        assertThat(settings(
                        "{ grid: { final-field: '0.1 T, 0.2 T' }, pairing: up-down, controls: { every: 1, shots: [ {"
                                + " kind: zero } ] } }"))
                .containsExactly(
                        "zero 4 0.1 0.1",
                        "sweep 4 1 0.1",
                        "reverse 4 0.1 1",
                        "zero 4 0.2 0.2",
                        "sweep 4 1 0.2",
                        "reverse 4 0.2 1",
                        "zero 4 0.2 0.2");
    }

    @Test
    void shufflesEachPassOverTheGridByItself() {
        var shuffled =
                shots("{ grid: { final-field: 0 T:0.9 T:0.1 T }, order: shuffled, seed: 7, repeats: 2 }", 1).stream()
                        .map(shot -> shot.settings().finalTesla())
                        .toList();

        assertThat(shuffled.subList(0, 10)).containsExactlyInAnyOrder(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        assertThat(shuffled.subList(10, 20)).containsExactlyInAnyOrderElementsOf(shuffled.subList(0, 10));
        assertThat(shuffled.subList(10, 20)).isNotEqualTo(shuffled.subList(0, 10));
    }

    /** What an older build drew, so that a campaign it began can be gone on with. */
    @Test
    void drawsTheSameOrderAndTheSameSeedsOnEveryJava() {
        var plan = shots("{ grid: { final-field: 0 T:0.5 T:0.1 T }, order: shuffled, seed: 7 }", 3);

        assertThat(plan).extracting(shot -> shot.settings().finalTesla()).containsExactly(ORDER);
        assertThat(plan).extracting(CampaignShot::seed).containsExactly(SEEDS);
    }

    private static final Double[] ORDER = {0.3, 0.0, 0.1, 0.2, 0.5, 0.4};
    private static final Long[] SEEDS = {1569933735L, 1207763661L, 152454211L, 1729262582L, 144139129L, 1249547203L};

    @Test
    void givesEveryShotASeedOfItsOwnThatTheOrderDoesNotChange() {
        var given = shots("{ grid: { final-field: 0 T:0.5 T:0.1 T }, repeats: 100 }", 3);
        var shuffled = shots("{ grid: { final-field: 0 T:0.5 T:0.1 T }, repeats: 100, order: shuffled }", 3);

        assertThat(given).extracting(CampaignShot::seed).doesNotHaveDuplicates();
        assertThat(shuffled)
                .extracting(CampaignShot::seed)
                .containsExactlyElementsOf(
                        given.stream().map(CampaignShot::seed).toList());
        assertThat(given).extracting(CampaignShot::number).startsWith(1, 2, 3).endsWith(600);
    }

    private List<String> settings(String section) {
        return shots(section, 1).stream()
                .map(shot -> Figure.text(
                        "%s %s %s %s",
                        shot.shot().kind().word(),
                        plain(shot.settings().initialKelvin()),
                        plain(shot.settings().initialTesla()),
                        plain(shot.settings().finalTesla())))
                .toList();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }

    private List<CampaignShot> shots(String section, long seed) {
        return CampaignPlan.of(TestProtocol.campaign(folder, section), seed).shots();
    }
}
