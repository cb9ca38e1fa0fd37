package org.fieldfall.app.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.fieldfall.app.store.CampaignFolder;
import org.fieldfall.app.store.CampaignHead;
import org.fieldfall.app.store.RunFolder;

/**
 * The campaigns below one folder, found by what people call them: the beginning of the id or of the folder's name, or its path.
 *
 * @param root the folder of all runs
 */
public record StoredCampaigns(Path root) {

    /** In the order of their beginning. */
    public List<CampaignFolder> all() {
        return CampaignFolder.all(root).stream()
                .sorted(Comparator.comparing(
                        folder -> CampaignHead.read(folder.head()).started()))
                .toList();
    }

    /** @throws UnfitCampaignException if there is none, or more than one */
    public CampaignFolder find(String asked) {
        Path direct = Path.of(asked);
        if (Files.exists(direct.resolve("campaign.json"))) {
            return CampaignFolder.at(direct);
        }
        List<CampaignFolder> all = all();
        List<CampaignFolder> fitting = all.stream().filter(fits(asked)).toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new UnfitCampaignException("campaign " + asked + ": "
                + (fitting.isEmpty() ? "there is none" : fitting.size() + " fit, give more of the id")
                + " under " + root.toAbsolutePath()
                + (all.isEmpty() ? ", which has no campaigns at all" : "; there are" + list(all)));
    }

    private static Predicate<CampaignFolder> fits(String asked) {
        String beginning = asked.toLowerCase(Locale.ROOT);
        return folder -> !asked.isBlank()
                && (folder.name().startsWith(asked)
                        || CampaignHead.read(folder.head()).id().toString().startsWith(beginning));
    }

    private static String list(List<CampaignFolder> all) {
        StringBuilder list = new StringBuilder();
        all.forEach(folder -> list.append("\n  ")
                .append(RunFolder.shortId(CampaignHead.read(folder.head()).id()))
                .append("  ")
                .append(folder.name()));
        return list.toString();
    }
}
