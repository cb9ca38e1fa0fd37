package org.fieldfall.app.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.InvalidConfigException;
import org.fieldfall.app.run.DerivedFile;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;
import org.fieldfall.app.store.CampaignEvent.ShotRecorded;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.Catalogue;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.app.store.Recovery;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.run.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed process has left of a run: recovered where it broke off, taken as it is where its manifest says that it had
 * ended.
 */
public final class LeftRuns implements Mender {

    private static final Logger LOG = LoggerFactory.getLogger(LeftRuns.class);

    private final CampaignFolder campaign;
    private final InstantSource wall;
    private final List<DerivedFile> derived;

    public LeftRuns(CampaignFolder campaign, InstantSource wall, List<DerivedFile> derived) {
        this.campaign = campaign;
        this.wall = wall;
        this.derived = List.copyOf(derived);
    }

    @Override
    public Performed mend(ShotBegun begun) {
        Optional<Path> folder = folder(begun);
        if (folder.isEmpty()) {
            return Performed.nothing(EndStatus.UNKNOWN, "its process ended before the run had a record", true);
        }
        try {
            return mended(folder.get());
        } catch (StoreException | InvalidConfigException unreadable) {
            LOG.warn("{}: {}", folder.get(), unreadable.getMessage());
            String why = "its process ended and its record cannot be read: " + unreadable.getMessage();
            return new Performed(
                    campaign.relative(folder.get()), EndStatus.UNKNOWN, why, "unknown", "", 0, Map.of(), true);
        }
    }

    private Performed mended(Path path) {
        RunFolder folder = RunFolder.at(path);
        Manifest manifest = Manifest.read(folder.manifest());
        boolean hasEnded = manifest.ending().status() != EndStatus.UNKNOWN
                && manifest.ending().status() != EndStatus.RECOVERED;
        return hasEnded ? ended(folder, manifest) : brokenOff(folder);
    }

    private Performed brokenOff(RunFolder folder) {
        Recovery recovery = Recovery.of(folder);
        Manifest recovered = recovery.refusal().isEmpty() ? recovery.write(wall) : recovery.manifest();
        List<String> unwritten = RecordedRun.open(folder.path()).writeDerived(derived);
        unwritten.forEach(file -> LOG.warn("{}", file));
        return performed(folder, recovered, "", Map.of());
    }

    /** It may have been killed while its files were written. */
    private Performed ended(RunFolder folder, Manifest manifest) {
        RecordedRun record = RecordedRun.open(folder.path());
        ShotSummary summary = record.summary();
        Manifest whole = manifest;
        if (manifest.dataQuality().equals(Manifest.DataQuality.UNKNOWN)) {
            record.writeDerived(derived).forEach(file -> LOG.warn("{}", file));
            whole = manifest.withEnding(manifest.ending(), summary.quality());
            whole.write(folder.manifest());
        }
        return performed(folder, whole, summary.verdict(), ExecutedShots.figures(summary));
    }

    private Performed performed(RunFolder folder, Manifest manifest, String verdict, Map<String, Double> figures) {
        return new Performed(
                campaign.relative(folder.path()),
                manifest.ending().status(),
                manifest.ending().why(),
                manifest.dataQuality().mark(),
                verdict,
                seconds(folder),
                figures,
                true);
    }

    private static double seconds(RunFolder folder) {
        if (!Files.exists(folder.log())) {
            return 0;
        }
        double[] span = {Double.NaN, Double.NaN};
        LogReader.read(folder.log(), entry -> {
            RunEvent event = entry.event();
            span[0] = Double.isNaN(span[0]) ? event.rigSeconds() : span[0];
            span[1] = event.rigSeconds();
        });
        return Double.isNaN(span[0]) ? 0 : span[1] - span[0];
    }

    /** As the campaign's record names it; if that was not written any more, by the id of the run. */
    private Optional<Path> folder(ShotBegun begun) {
        Optional<Path> named = campaign.log().read().events().stream()
                .filter(ShotRecorded.class::isInstance)
                .map(ShotRecorded.class::cast)
                .filter(recorded -> recorded.runId().equals(begun.runId()))
                .map(recorded -> campaign.root().resolve(recorded.runFolder()))
                .findFirst();
        return named.or(() -> new Catalogue(campaign.root())
                .entries().stream()
                        .filter(run -> run.id().equals(begun.runId().toString()))
                        .map(run -> campaign.root().resolve(run.path()))
                        .findFirst());
    }
}
