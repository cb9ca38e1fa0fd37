package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fieldfall.app.campaign.CampaignPlan;
import org.fieldfall.app.campaign.CampaignReview;
import org.fieldfall.app.campaign.CampaignShot;
import org.fieldfall.app.campaign.StoredCampaigns;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.Manifest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns on wires whose process is killed and taken up again: every shot as planned, and each once. */
@Order(4)
class CampaignIT {

    private static final int KILLED = 128 + 9;
    private static final long SEED = 11;

    private static final String SIX_POINTS = """
            campaign:
              grid:
                final-field: 0.1 T:0.3 T:0.1 T
                rate: 5 T/s, 10 T/s
              repeats: 2
              order: shuffled
              seed: 7
              pairing: up-down
              on-failed: repeat 3
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void aKilledCampaignGoesOnWhereItStood() throws Exception {
        var protocol = ShortShot.PROTOCOL.resolveSibling("hasty-campaign.yaml");

        killIn(2, "dry-run", protocol.toString(), "--seed", String.valueOf(SEED));
        goOnToTheEnd();

        assertEachShotIsDoneOnce(protocol, 3, 1);
    }

    @Test
    @Timeout(1800)
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void twentyFourShotsKilledThreeTimesAreTheSameShotsEachOnce() throws Exception {
        var text = Files.readString(ShortShot.PROTOCOL.resolveSibling("hasty-campaign.yaml"));
        var protocol = Files.writeString(
                folder.resolve("campaign.yaml"), text.substring(0, text.indexOf("campaign:\n")) + SIX_POINTS);

        killIn(4, "dry-run", protocol.toString(), "--seed", String.valueOf(SEED));
        // What the files say today is of no account.
        Files.writeString(protocol, "edited meanwhile");
        killIn(12, "dry-run", "--resume", "hasty");
        killIn(20, "dry-run", "--resume", "hasty");
        goOnToTheEnd();

        Files.writeString(protocol, text.substring(0, text.indexOf("campaign:\n")) + SIX_POINTS);
        assertEachShotIsDoneOnce(protocol, 24, 3);
    }

    /** Kills it in the n-th of all its runs, a little later each time, and never between two of them. */
    private void killIn(int run, String... arguments) throws Exception {
        try (Child child = fieldfall(arguments)) {
            // Many shots take more than the patience with one.
            var record = String.format(Locale.ROOT, "/%04d_", run);
            while (!child.err().contains(record)) {
                assertThat(child.pass(50)).as(child.err()).isTrue();
            }
            child.pass(100L * run);
            child.signal("KILL");
            assertThat(child.exitCode()).isEqualTo(KILLED);
        }
    }

    private void goOnToTheEnd() throws Exception {
        try (Child child = fieldfall("dry-run", "--resume", "hasty")) {
            while (child.pass(200)) {
                assertThat(child.err()).doesNotContain("Exception");
            }
            assertThat(child.exitCode()).as(child.err()).isZero();
            assertThat(child.out()).contains("resumed from shot", "campaign complete: every shot is done");
        }
    }

    private Child fieldfall(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--runs", runs().toString()));
        return Child.fieldfall(folder, all.toArray(new String[0]));
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private void assertEachShotIsDoneOnce(Path protocol, int shots, int kills) throws IOException {
        var review = CampaignReview.of(new StoredCampaigns(runs()).find("hasty"));
        var plan = CampaignPlan.of(Configs.of(ShortShot.HOME, Optional.empty()).protocol(protocol.toString()), SEED);
        var manifests = manifests();

        assertThat(review.status()).isEqualTo("complete");
        assertThat(review.shots()).hasSize(shots).allMatch(row -> row.state().equals("done"));
        // A machine with too much to do may fail a shot; that is repeated and does not count.
        assertThat(manifests)
                .filteredOn(run -> run.ending().status() == EndStatus.SUCCESS)
                .hasSize(shots);
        assertThat(manifests)
                .filteredOn(run -> run.ending().status() == EndStatus.RECOVERED)
                .hasSize(kills);
        for (var shot : plan.shots()) {
            var counted = review.shots().get(shot.number() - 1);
            var done = manifests.stream()
                    .filter(run -> run.ending().status() == EndStatus.SUCCESS)
                    .filter(run -> run.campaign().orElseThrow().shot() == shot.number())
                    .toList();
            assertThat(done).singleElement().satisfies(run -> assertIs(run, shot, review.id(), counted.runId()));
        }
    }

    private static void assertIs(Manifest run, CampaignShot shot, UUID campaign, String runId) {
        assertThat(run.run().id()).hasToString(runId);
        assertThat(run.campaign().orElseThrow().id()).isEqualTo(campaign);
        assertThat(run.run().seed()).hasValue(shot.seed());
        assertThat(Premises.experiment(run.documents()).protocol().shots()).containsExactly(shot.shot());
    }

    private List<Manifest> manifests() throws IOException {
        try (var files = Files.walk(runs())) {
            return files.filter(file -> file.endsWith("manifest.json"))
                    .map(Manifest::read)
                    .toList();
        }
    }
}
