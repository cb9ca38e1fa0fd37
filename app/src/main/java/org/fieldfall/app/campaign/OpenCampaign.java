package org.fieldfall.app.campaign;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fieldfall.app.config.CampaignConfig;
import org.fieldfall.app.config.ConfigFile;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.ProtocolConfig;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.ShotProtocol;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.CampaignHead;
import org.fieldfall.app.store.CampaignLock;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.Manifest.Document;
import org.fieldfall.app.store.Source;

/**
 * A campaign that this process performs, and no other one meanwhile: its folder, its lock, its texts, its plan. The texts are
 * those of its record, at the beginning as after a restart, so that both perform the same.
 */
public final class OpenCampaign implements AutoCloseable {

    private final CampaignFolder folder;
    private final CampaignHead head;
    private final Experiment experiment;
    private final CampaignPlan plan;
    private Optional<CampaignLock> lock = Optional.empty();

    private OpenCampaign(CampaignFolder folder, CampaignHead head) {
        this.folder = folder;
        this.head = head;
        this.experiment = experiment(head.documents());
        this.plan = CampaignPlan.of(experiment.protocol(), head.seed());
    }

    /**
     * A new campaign.
     *
     * @param seed what the seeds of its shots are drawn from
     * @param runs folder of all runs
     * @throws org.fieldfall.app.run.RefusedException if any shot is refused; nothing was written
     */
    public static OpenCampaign begin(
            Experiment experiment, long seed, Speed speed, Path runs, String who, String why, InstantSource wall) {
        if (experiment.rig().source() == RigConfig.Source.REPLAY) {
            throw new UnfitCampaignException(
                    "campaign " + experiment.protocol().name() + ": a rig that plays a capture has one run to play");
        }
        UUID id = UUID.randomUUID();
        Instant start = wall.instant();
        int shots = CampaignPlan.of(experiment.protocol(), seed).shots().size();
        CampaignHead head = new CampaignHead(
                CampaignHead.SCHEMA,
                id,
                experiment.protocol().name(),
                who,
                why,
                Source.valueOf(experiment.rig().source().name()),
                seed,
                shots,
                start,
                documents(experiment),
                Manifest.Versions.current());
        // Planned in a place that need not be there yet.
        new Refusals(new OpenCampaign(new CampaignFolder(runs, runs), head), speed).refuse();
        CampaignFolder folder = CampaignFolder.claim(runs, experiment.protocol().name(), id);
        OpenCampaign campaign = new OpenCampaign(folder, head);
        campaign.lock();
        head.write(folder.head());
        return campaign;
    }

    /**
     * One that was begun before.
     *
     * @throws UnfitCampaignException if another process performs it, or this version plans it otherwise
     */
    public static OpenCampaign resume(CampaignFolder folder) {
        OpenCampaign campaign = new OpenCampaign(folder, CampaignHead.read(folder.head()));
        campaign.lock();
        try {
            campaign.refuseAnotherPlan();
        } catch (RuntimeException refused) {
            campaign.close();
            throw refused;
        }
        return campaign;
    }

    private void lock() {
        lock = CampaignLock.take(folder);
        if (lock.isEmpty()) {
            throw new UnfitCampaignException(
                    "campaign " + folder.name() + ": another process performs it at this moment");
        }
    }

    /** What was performed must be what would be performed. */
    private void refuseAnotherPlan() {
        Stream<ShotBegun> begun = folder.log().read().events().stream()
                .filter(ShotBegun.class::isInstance)
                .map(ShotBegun.class::cast);
        boolean isSame = plan.shots().size() == head.shots() && begun.allMatch(this::isPlanned);
        if (!isSame) {
            throw new UnfitCampaignException("campaign " + folder.name() + ": was begun by fieldfall "
                    + head.versions().fieldfall() + ", which planned its shots otherwise than this one does");
        }
    }

    private boolean isPlanned(ShotBegun begun) {
        if (begun.shot() > plan.shots().size()) {
            return false;
        }
        CampaignShot shot = plan.shot(begun.shot());
        return begun.seed() == shot.seed() && begun.settings().equals(shot.settings());
    }

    public CampaignFolder folder() {
        return folder;
    }

    public CampaignHead head() {
        return head;
    }

    public CampaignPlan plan() {
        return plan;
    }

    /** As recorded. */
    public Experiment experiment() {
        return experiment;
    }

    public CampaignConfig config() {
        return experiment.protocol().campaign().orElseThrow();
    }

    /** What one shot is performed from. */
    public Experiment experiment(CampaignShot shot) {
        ProtocolConfig protocol = experiment.protocol();
        String name = String.format(Locale.ROOT, "%s-shot-%03d", protocol.name(), shot.number());
        String remark = String.format(
                Locale.ROOT, "Shot %d of %d of the campaign %s.", shot.number(), head.shots(), folder.name());
        return new Experiment(
                ShotProtocol.of(protocol, name, remark, shot.beside(), shot.shot()),
                experiment.sample(),
                experiment.rig());
    }

    /** How long a shot is meant to take, in rig time. */
    public double plannedSeconds(CampaignShot shot) {
        return PlannedSeconds.of(shot, experiment.rig());
    }

    @Override
    public void close() {
        lock.ifPresent(CampaignLock::close);
        lock = Optional.empty();
    }

    private static Manifest.Documents documents(Experiment experiment) {
        RigConfig rig = experiment.rig();
        List<Document> tables = new ArrayList<>();
        tables.add(Document.of(
                String.valueOf(rig.roles().sampleThermometer().curve().getFileName()), OpenRig.calibrationText(rig)));
        Stream.concat(
                        rig.platform().files().stream(),
                        experiment.sample().lattice().table().map(SampleConfig.Lattice.Table::file).stream())
                .forEach(file ->
                        tables.add(Document.of(String.valueOf(file.path().getFileName()), file.text())));
        return new Manifest.Documents(
                Document.of(
                        experiment.sample().name(), experiment.sample().file().text()),
                Document.of(rig.name(), rig.file().text()),
                Document.of(
                        experiment.protocol().name(),
                        experiment.protocol().file().text()),
                tables);
    }

    static Experiment experiment(Manifest.Documents documents) {
        List<ConfigFile> tables = documents.calibrations().stream()
                .map(table -> file(table, "", List.of()))
                .toList();
        return Configs.recorded(
                file(documents.protocol(), ".yaml", List.of()),
                file(documents.sample(), ".yaml", tables),
                file(documents.rig(), ".yaml", tables));
    }

    private static ConfigFile file(Document document, String end, List<ConfigFile> beside) {
        return ConfigFile.recorded(document.name() + end, document.text(), document.sha256(), beside);
    }
}
