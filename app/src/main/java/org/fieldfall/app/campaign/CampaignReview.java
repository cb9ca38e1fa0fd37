package org.fieldfall.app.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fieldfall.app.store.CampaignEvent.Settings;
import org.fieldfall.app.store.CampaignEvent.ShotEnded;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.CampaignHead;
import org.fieldfall.app.store.CampaignLock;
import org.fieldfall.app.store.CampaignLog;

/**
 * A campaign as its record tells it, with a row for each of its shots, done or not.
 *
 * @param folder of the campaign
 * @param status {@code running}, {@code complete}, {@code aborted}, {@code failed}, {@code out-of-budget}, or {@code killed}
 *     where nobody performs it and nothing says why
 * @param usedSeconds of rig time, attempts that do not count included
 * @param unreadable a sentence for each torn line of the record
 */
public record CampaignReview(
        UUID id,
        String name,
        String folder,
        String source,
        String who,
        String why,
        String startedUtc,
        String status,
        String statusWhy,
        long seed,
        int done,
        int skipped,
        @JsonProperty("used_s") double usedSeconds,
        List<Row> shots,
        List<String> unreadable) {

    public CampaignReview {
        shots = List.copyOf(shots);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * One shot.
     *
     * @param state {@code done}, {@code skipped}, {@code to do}, or {@code running}
     * @param quality of the data of the run that counts; empty without one
     * @param runFolder of the run that counts, below the folder of all runs; empty without one
     * @param figures of the run that counts
     * @param attempts all that came to an end
     */
    public record Row(
            int number,
            String kind,
            Settings settings,
            long seed,
            String state,
            String quality,
            String runFolder,
            String runId,
            @JsonProperty("delta_t_10_s_k") OptionalDouble deltaKelvin,
            @JsonProperty("sigma_10_s_k") OptionalDouble sigmaKelvin,
            String verdict,
            Map<String, Double> figures,
            List<Attempt> attempts) {

        public Row {
            attempts = List.copyOf(attempts);
        }
    }

    /** @param then what it meant for the campaign */
    public record Attempt(int attempt, String runId, String runFolder, String status, String why, String then) {}

    /** Reads head and record; changes nothing. */
    public static CampaignReview of(CampaignFolder folder) {
        CampaignHead head = CampaignHead.read(folder.head());
        CampaignPlan plan =
                CampaignPlan.of(OpenCampaign.experiment(head.documents()).protocol(), head.seed());
        CampaignLog.Content content = folder.log().read();
        Standing standing = new Standing(plan.shots().size(), content.events());
        boolean isRunning = CampaignLock.isHeld(folder) && standing.stopped().isEmpty();
        return new CampaignReview(
                head.id(),
                head.name(),
                folder.path().toString(),
                word(head.source()),
                head.who(),
                head.why(),
                head.started().toString(),
                isRunning
                        ? "running"
                        : standing.stopped().map(stop -> stop.status()).orElse("killed"),
                standing.stopped().map(stop -> stop.why()).orElse(""),
                head.seed(),
                standing.counted(),
                standing.skipped(),
                standing.usedSeconds(),
                plan.shots().stream()
                        .map(shot -> row(shot, standing, isRunning))
                        .toList(),
                content.unreadable());
    }

    private static Row row(CampaignShot shot, Standing standing, boolean isRunning) {
        Optional<ShotEnded> counted = standing.counted(shot.number());
        boolean isGoingOn = isRunning && standing.unended().stream().anyMatch(begun -> begun.shot() == shot.number());
        String open = isGoingOn ? "running" : "to do";
        String undone = standing.isSkipped(shot.number()) ? "skipped" : open;
        Map<String, Double> figures = counted.map(ShotEnded::figures).orElse(Map.of());
        return new Row(
                shot.number(),
                shot.shot().kind().word(),
                shot.settings(),
                shot.seed(),
                counted.isPresent() ? "done" : undone,
                counted.map(ShotEnded::quality).orElse(""),
                counted.map(ShotEnded::runFolder).orElse(""),
                counted.map(end -> end.runId().toString()).orElse(""),
                Performed.deltaKelvin(figures),
                Performed.deltaSigmaKelvin(figures),
                counted.map(ShotEnded::verdict).orElse(""),
                figures,
                standing.ends(shot.number()).map(CampaignReview::attempt).toList());
    }

    private static Attempt attempt(ShotEnded end) {
        return new Attempt(
                end.attempt(),
                end.runId().toString(),
                end.runFolder(),
                word(end.status()),
                end.why(),
                word(end.then()).replace('_', '-'));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
