package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.campaign.CampaignCsv;
import org.fieldfall.app.campaign.CampaignReview;
import org.fieldfall.app.campaign.StoredCampaigns;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.TextFile;
import org.fieldfall.protocols.instrument.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Campaigns, or the shots of one. */
@Command(name = "campaign", description = "List the campaigns, or the shots of one with what they came to.")
final class ReviewCampaign implements Action {

    private final Desk desk;

    @Mixin
    private StoredOptions stored = new StoredOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CAMPAIGN",
            description = "Beginning of its id or of its folder's name, or a path.")
    private Optional<String> campaign = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write its table of shots as CSV.")
    private Optional<Path> csv = Optional.empty();

    ReviewCampaign(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode perform() {
        if (campaign.isEmpty()) {
            if (csv.isPresent()) {
                throw new UsageException("--csv: is the table of one campaign; due its name");
            }
            list(new StoredCampaigns(stored.existingRuns().root()).all());
            return ExitCode.SUCCESS;
        }
        CampaignFolder folder = new StoredCampaigns(stored.runs().root()).find(campaign.get());
        csv.ifPresent(file -> TextFile.write(file, CampaignCsv.of(CampaignReview.of(folder))));
        CampaignTable table = new CampaignTable(desk.out(), folder);
        if (stored.isJson()) {
            table.printJson();
        } else {
            table.print();
        }
        return ExitCode.SUCCESS;
    }

    private void list(List<CampaignFolder> folders) {
        List<CampaignReview> all = folders.stream().map(CampaignReview::of).toList();
        if (stored.isJson()) {
            desk.out().println(Json.text(Map.of("campaigns", all)));
        } else if (all.isEmpty()) {
            desk.out().println("no campaign");
        } else {
            all.forEach(one -> desk.out()
                    .println(Figure.text(
                            "%s  %s UTC  %-9s  %s: %d of %d shots done, %s",
                            RunFolder.shortId(one.id()),
                            RunName.minute(one.startedUtc()),
                            one.source(),
                            one.name(),
                            one.done(),
                            one.shots().size(),
                            one.status())));
        }
    }
}
