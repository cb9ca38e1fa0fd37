package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of one campaign, {@code campaigns/<name>_<short id>} below the folder of all runs. The runs of its shots lie
 * among the others by their day.
 *
 * @param root the folder of all runs
 */
public record CampaignFolder(Path root, Path path) {

    private static final String ALL = "campaigns";
    private static final int LONGEST_NAME = 40;

    /** Creates the folder of a new campaign. */
    public static CampaignFolder claim(Path root, String name, UUID id) {
        try {
            var all = Files.createDirectories(root.resolve(ALL));
            var path = Files.createDirectory(root.resolve(path(name, id)));
            Durable.force(all);
            return new CampaignFolder(root, path);
        } catch (IOException failure) {
            throw new StoreException("campaign folder under " + root + ": cannot be created", failure);
        }
    }

    /** Where a campaign lies below the folder of all runs. */
    public static Path path(String name, UUID id) {
        var letters = name.replaceAll("[^A-Za-z0-9.-]+", "-");
        var plain = letters.substring(0, Math.min(LONGEST_NAME, letters.length()));
        return Path.of(ALL, plain + "_" + RunFolder.shortId(id));
    }

    /** A folder that is there, below that of its runs. */
    public static CampaignFolder at(Path path) {
        var whole = path.toAbsolutePath().normalize();
        return new CampaignFolder(whole.resolve("..").resolve("..").normalize(), whole);
    }

    /** All campaigns below the folder of all runs, by name; one whose beginning was not written is none. */
    public static List<CampaignFolder> all(Path root) {
        var all = root.resolve(ALL);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(all)) {
            return inside.map(path -> new CampaignFolder(root, path))
                    .filter(folder -> Files.exists(folder.head()))
                    .sorted((a, b) -> a.path.compareTo(b.path))
                    .toList();
        } catch (IOException failure) {
            throw new StoreException("campaigns under " + root + ": cannot be listed", failure);
        }
    }

    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** What the campaign is made of. */
    public Path head() {
        return path.resolve("campaign.json");
    }

    /** What has become of it so far. */
    public CampaignLog log() {
        return new CampaignLog(path.resolve("campaign.jsonl"));
    }

    Path lock() {
        return path.resolve("campaign.lock");
    }

    /** The protocol of one shot, with which it can be done again by itself. */
    public Path protocol(int shot) {
        return path.resolve(protocolName(shot));
    }

    public static String protocolName(int shot) {
        return String.format(Locale.ROOT, "shot-%03d.yaml", shot);
    }

    /** A run's folder as the campaign's record writes it. */
    public String relative(Path runFolder) {
        return root.toAbsolutePath()
                .normalize()
                .relativize(runFolder.toAbsolutePath().normalize())
                .toString();
    }
}
