package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.campaign.Campaign;
import org.fieldfall.app.campaign.OpenCampaign;
import org.fieldfall.app.campaign.Performed;
import org.fieldfall.app.campaign.StoredCampaigns;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.store.EndStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person meets around a campaign; no rig is opened. */
class CampaignCommandTest {

    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();
    private static final String TWO = "campaign: { grid: { final-field: '0.1 T, 0.3 T' } }";

    @TempDir
    private Path folder;

    @Test
    void namesEveryRefusedShotBeforeAnythingIsBegun() throws IOException {
        var typed = Terminal.fieldfall(
                "dry-run",
                protocol(
                        "campaign: { grid: { initial-temperature: '4 K, 4.4 K', final-field: '0.1 T, -0.5 T' }, budget: 1"
                                + " min, controls: { every: 4, shots: [ { kind: blank } ] } }"),
                "--runs",
                runs().toString());

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err())
                .contains("refused", "give the blanks a campaign of their own")
                .contains("shots 3, 5, 6 (as sweep 1 T to -0.5 T at 10 T/s from 4 K): final-field: -0.5 T is past zero")
                .contains("initial-temperature: 4.4 K, but this rig's bath is fixed")
                .contains("budget: 0.02 h is less than the first shot takes by the plan");
        assertThat(runs()).doesNotExist();
    }

    @Test
    void tellsACampaignShotByShot() throws IOException {
        var id = interrupted();

        var told = review("campaign", id.substring(0, 6));
        var json = review(
                "campaign", id, "--json", "--csv", folder.resolve("table.csv").toString());

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out())
                .contains(
                        "SIMULATOR  campaign first-shot",
                        "failed: shot 2: no rig; 1 of 2 shots done, 0 skipped, 1 to do")
                .contains("-0.8100 ± 0.0030", "day/run-1")
                .contains("attempts that do not count:", "shot 2 attempt 1, stopped: no rig");
        assertThat(json.out()).contains("\"delta_t_10_s_k\" : -0.81", "\"state\" : \"to do\"");
        assertThat(Files.readAllLines(folder.resolve("table.csv")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("shot,kind,initial_temperature_k");
        assertThat(review("campaign").out()).contains("first-shot: 1 of 2 shots done, failed");
    }

    @Test
    void refusesToResumeWhatIsNoCampaignOrNotItsOwn() throws IOException {
        var id = interrupted();

        assertRefused("there is none", "dry-run", "--resume", "nothing");
        assertRefused("by 'fieldfall dry-run --resume'", "run", "--resume", id);
        assertRefused("does not go with --seed, PROTOCOL", "dry-run", "first-shot", "--seed", "3", "--resume", id);
        assertRefused("Missing required parameter: PROTOCOL", "dry-run");
        assertRefused("Missing required option: '--rig=RIG'", "run", "first-shot");
        assertRefused("does not go with a campaign", "dry-run", "--resume", id, "--capture-wire", "wire");
    }

    @Test
    void refusesASecondProcess() throws IOException {
        var id = interrupted();

        try (var open = OpenCampaign.resume(new StoredCampaigns(runs()).find(id))) {
            assertThat(open.plan().shots()).hasSize(2);
            assertRefused("another process performs it", "dry-run", "--resume", id);
        }
    }

    @Test
    void saysHowManyShotsAFileMakes() throws IOException {
        assertThat(Terminal.fieldfall("validate", protocol(TWO)).out()).contains("a campaign of 2 shots");
    }

    /** One whose first shot is done and whose second had no rig; answers its id. */
    private String interrupted() throws IOException {
        var experiment = Configs.of(CONFIG.resolve(".."), Optional.empty())
                .experiment(protocol(TWO), Optional.empty(), Optional.empty());
        try (var open = OpenCampaign.begin(experiment, 1, Speed.AUTO, runs(), "anna", "", () -> Instant.EPOCH)) {
            var campaign = new Campaign(
                    open.plan(),
                    open.config(),
                    open::plannedSeconds,
                    open.folder().log(),
                    () -> Instant.EPOCH,
                    (event, outlook) -> {});
            var stopped = campaign.perform(
                    "anna",
                    (shot, begun, recorded) -> outcome(shot.number()),
                    begun -> outcome(begun.shot()),
                    () -> false);
            assertThat(stopped.status()).isEqualTo(Campaign.FAILED);
            return open.head().id().toString();
        }
    }

    private static Performed outcome(int shot) {
        var figures = Map.of("measured_delta_t_10_s_k", -0.81, "measured_sigma_10_s_k", 0.003);
        return shot == 1
                ? new Performed("day/run-1", EndStatus.SUCCESS, "fine", "good", "cooled", 1000, figures, true)
                : new Performed("", EndStatus.FAILED, "no rig", "unknown", "", 0, Map.of(), true);
    }

    private void assertRefused(String why, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--runs=" + runs());
        var typed = Terminal.fieldfall(all.toArray(new String[0]));

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains(why);
    }

    private Terminal review(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add(0, "review");
        all.add("--runs=" + runs());
        return Terminal.fieldfall(all.toArray(new String[0]));
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private String protocol(String section) throws IOException {
        var shipped = Files.readString(CONFIG.resolve("protocols").resolve("first-shot.yaml"));
        return Files.writeString(folder.resolve("campaign.yaml"), shipped + "\n" + section + "\n")
                .toString();
    }
}
