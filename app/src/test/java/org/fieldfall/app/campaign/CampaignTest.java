package org.fieldfall.app.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fieldfall.app.config.ProtocolConfig;
import org.fieldfall.app.store.CampaignEvent.ShotEnded;
import org.fieldfall.app.store.CampaignEvent.Stopped;
import org.fieldfall.app.store.CampaignEvent.Then;
import org.fieldfall.app.store.CampaignLog;
import org.fieldfall.app.store.EndStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignTest {

    private static final String SIX = "grid: { final-field: 0 T:0.5 T:0.1 T }, order: shuffled";

    @TempDir
    private Path folder;

    private final FakeShots shots = new FakeShots();
    private final List<CampaignListener.Outlook> outlooks = new ArrayList<>();

    @Test
    void performsEachShotOnceInThePlansOrder() {
        var stopped = perform(SIX);

        assertThat(stopped.status()).isEqualTo(Campaign.COMPLETE);
        assertThat(shots.runs).extracting(FakeShots.Run::shot).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(shots.runs).extracting(FakeShots.Run::attempt).containsOnly(1);
        assertThat(log().read().events()).hasSize(2 + 3 * 6);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWhereAKillLeftItWhicheverTheShotAndTheMoment(FakeShots.Moment moment) throws IOException {
        for (int shot = 1; shot <= 6; shot++) {
            Files.deleteIfExists(log().file());
            var fresh = new FakeShots().dyingIn(shot, moment);
            assertThatThrownBy(() -> campaign(SIX).perform("first", fresh, fresh, () -> false))
                    .isInstanceOf(FakeShots.Killed.class);

            var stopped = campaign(SIX).perform("second", fresh, fresh, () -> false);

            assertThat(stopped.status()).isEqualTo(Campaign.COMPLETE);
            assertEachShotCountsOnce();
            // A run that had ended before its process did is not done again.
            assertThat(fresh.runs).hasSize(moment == FakeShots.Moment.AFTER_ITS_RUN ? 6 : 7);
        }
    }

    /** Kills anywhere, a torn last line among them: what is counted is what an undisturbed campaign counts. */
    @Test
    void countsTheSameShotsSettingsAndSeedsHoweverOftenItIsKilled() throws IOException {
        var dice = new Random(42);
        for (int round = 0; round < 50; round++) {
            Files.deleteIfExists(log().file());
            var fresh = new FakeShots();
            var kills = 0;
            while (kills < 5 && isKilled(fresh, dice)) {
                kills++;
            }
            campaign(SIX).perform("at last", fresh.dyingIn(1000, FakeShots.Moment.IN_ITS_RUN), fresh, () -> false);

            assertEachShotCountsOnce();
            assertThat(fresh.runs.stream()
                            .map(run -> run.shot() + " " + run.settings() + " " + run.seed())
                            .distinct())
                    .containsExactlyElementsOf(plan(SIX).shots().stream()
                            .map(shot -> shot.number() + " " + shot.settings() + " " + shot.seed())
                            .toList());
        }
    }

    private boolean isKilled(FakeShots fresh, Random dice) throws IOException {
        var moments = FakeShots.Moment.values();
        fresh.dyingIn(1 + dice.nextInt(6), moments[dice.nextInt(moments.length)]);
        try {
            campaign(SIX).perform("somebody", fresh, fresh, () -> false);
            return false;
        } catch (FakeShots.Killed killed) {
            tear(dice.nextInt(3) == 0 ? 1 + dice.nextInt(60) : 0);
            return true;
        }
    }

    /** Cuts some bytes off the record, not more than its last line. */
    private void tear(int bytes) throws IOException {
        var text = Files.readAllBytes(log().file());
        try (var file = Files.newByteChannel(log().file(), StandardOpenOption.WRITE)) {
            file.truncate(text.length - bytes);
        }
    }

    @Test
    void tellsOfATornLineAndKeepsIt() throws IOException {
        perform(SIX);
        tear(20);

        perform(SIX);

        assertThat(log().read().unreadable()).singleElement().asString().startsWith("campaign.jsonl line 20");
    }

    @Test
    void stopsAtAFailureAndDoesThatShotAgainWhenResumed() {
        shots.comingTo(FakeShots.of(EndStatus.SUCCESS, "good"), FakeShots.of(EndStatus.FAILED, "unknown"));

        var stopped = perform(SIX);
        var resumed = perform(SIX);

        assertThat(stopped.status()).isEqualTo(Campaign.FAILED);
        assertThat(stopped.why()).isEqualTo("shot 2: as it was told");
        assertThat(resumed.status()).isEqualTo(Campaign.COMPLETE);
        assertThat(shots.runs).extracting(FakeShots.Run::shot).containsExactly(1, 2, 2, 3, 4, 5, 6);
        assertThat(shots.runs).extracting(FakeShots.Run::attempt).containsExactly(1, 1, 2, 1, 1, 1, 1);
    }

    @Test
    void skipsAFailureWhereThatWasAsked() {
        shots.comingTo(FakeShots.of(EndStatus.FAILED, "unknown"));

        var stopped = perform(SIX + ", on-failed: skip");

        assertThat(stopped.status()).isEqualTo(Campaign.COMPLETE);
        assertThat(shots.runs).extracting(FakeShots.Run::shot).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(standing(SIX).isSkipped(1)).isTrue();
        assertThat(standing(SIX).counted()).isEqualTo(5);
    }

    @Test
    void repeatsAFailureSoOftenAndThenStopsOrSkips() {
        var failed = FakeShots.of(EndStatus.FAILED, "unknown");
        shots.comingTo(failed, failed, failed);
        assertThat(perform(SIX + ", on-failed: repeat 2").status()).isEqualTo(Campaign.FAILED);
        assertThat(thens(1)).containsExactly(Then.AGAIN, Then.AGAIN, Then.STOPPED);

        shots.comingTo(failed, failed, failed);
        assertThat(perform(SIX + ", on-failed: repeat 2 then skip").status()).isEqualTo(Campaign.COMPLETE);
        assertThat(thens(1).subList(3, 6)).containsExactly(Then.AGAIN, Then.AGAIN, Then.SKIPPED);
    }

    @Test
    void aRunWithoutAnyDataIsAFailureHoweverItEnded() {
        shots.comingTo(FakeShots.of(EndStatus.SUCCESS, "failed"));

        assertThat(perform(SIX).status()).isEqualTo(Campaign.FAILED);
    }

    @Test
    void acceptsMarkedDataUnlessARepetitionWasAsked() {
        var marked = FakeShots.of(EndStatus.SUCCESS, "marked");
        shots.comingTo(marked);

        perform(SIX);

        assertThat(thens(1)).containsExactly(Then.COUNTED);
    }

    @Test
    void repeatsMarkedDataAndTakesThemAtLast() {
        var marked = FakeShots.of(EndStatus.SUCCESS, "marked");
        shots.comingTo(marked, marked, marked, marked);

        perform(SIX + ", on-marked: repeat 2");

        assertThat(thens(1)).containsExactly(Then.SET_ASIDE, Then.SET_ASIDE, Then.COUNTED);
        assertThat(thens(2)).containsExactly(Then.SET_ASIDE, Then.COUNTED);
    }

    @Test
    void stopsWhateverWasAskedWhereTheRigWasNotSeenSafe() {
        var end = FakeShots.of(EndStatus.FAILED, "unknown");
        shots.comingTo(
                new Performed(end.runFolder(), end.status(), end.why(), end.quality(), "", 1, end.figures(), false));

        assertThat(perform(SIX + ", on-failed: skip").status()).isEqualTo(Campaign.FAILED);
        assertThat(shots.runs).hasSize(1);
    }

    @Test
    void theOperatorsStopEndsTheShotAndTheCampaign() {
        shots.comingTo(FakeShots.of(EndStatus.ABORTED, "unknown"));

        assertThat(perform(SIX + ", on-failed: skip").status()).isEqualTo(Campaign.ABORTED);
        assertThat(perform(SIX).status()).isEqualTo(Campaign.COMPLETE);
        assertEachShotCountsOnce();
    }

    @Test
    void aStopBetweenTwoShotsKeepsTheNextFromBeginning() {
        var stopped = campaign(SIX).perform("somebody", shots, shots, () -> shots.runs.size() == 3);

        assertThat(stopped.status()).isEqualTo(Campaign.ABORTED);
        assertThat(stopped.why()).isEqualTo("stopped by the operator before shot 4");
        assertThat(shots.runs).hasSize(3);
    }

    @Test
    void beginsNoShotThatWouldEndBeyondTheBudget() {
        // Planned at 90 s each, performed in 100 s each: 3 of them and a planned one are 390 s.
        var stopped = perform(SIX + ", budget: 385 s");

        assertThat(stopped.status()).isEqualTo(Campaign.OUT_OF_BUDGET);
        assertThat(shots.runs).hasSize(3);
        assertThat(outlooks.get(outlooks.size() - 1).budgetLeftSeconds()).hasValue(85);
    }

    @Test
    void foretellsTheRestByHowLongThePlansShotsReallyTook() {
        perform(SIX);

        assertThat(outlooks.get(0).secondsLeft()).isEqualTo(6 * 90);
        assertThat(outlooks.get(3).secondsLeft()).isEqualTo(5 * 100);
        assertThat(outlooks.get(3).counted()).isEqualTo(1);
    }

    private void assertEachShotCountsOnce() {
        var standing = standing(SIX);
        assertThat(standing.next()).isEmpty();
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToLong(number -> standing.ends(number)
                                .filter(end -> end.then() == Then.COUNTED)
                                .count()))
                .containsOnly(1L);
    }

    private List<Then> thens(int shot) {
        return standing(SIX).ends(shot).map(ShotEnded::then).toList();
    }

    private Standing standing(String keys) {
        return new Standing(plan(keys).shots().size(), log().read().events());
    }

    private Stopped perform(String keys) {
        return campaign(keys).perform("somebody", shots, shots, () -> false);
    }

    private Campaign campaign(String keys) {
        return new Campaign(
                plan(keys),
                protocol(keys).campaign().orElseThrow(),
                shot -> 90,
                log(),
                () -> Instant.EPOCH,
                (event, outlook) -> outlooks.add(outlook));
    }

    private CampaignPlan plan(String keys) {
        return CampaignPlan.of(protocol(keys), 3);
    }

    private ProtocolConfig protocol(String keys) {
        return TestProtocol.campaign(folder, "{ " + keys + " }");
    }

    private CampaignLog log() {
        return new CampaignLog(folder.resolve("campaign.jsonl"));
    }
}
