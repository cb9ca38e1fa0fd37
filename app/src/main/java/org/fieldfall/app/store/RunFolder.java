package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The folder of one run, {@code YYYY/MM/DD/NNNN_<sample>_<short id>} by the UTC date of its start.
 *
 * <p>Numbers run from 1 each day. A number is claimed by creating {@code .claimed/NNNN}, which only one process can do,
 * and is not given again.
 */
public record RunFolder(Path path, UUID runId, int number) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NUMBER = Pattern.compile("(\\d{4,9})(_.*)?");
    private static final int LONGEST_SAMPLE = 40;

    /** Creates the folder of a new run. */
    public static RunFolder claim(Path root, String sample, UUID runId, Instant start) {
        try {
            var day = Files.createDirectories(root.resolve(DAY.format(start)));
            int number = claimNumber(day);
            var name = String.format(Locale.ROOT, "%04d_%s_%s", number, plain(sample), shortId(runId));
            var path = Files.createDirectory(day.resolve(name));
            Durable.force(day);
            return new RunFolder(path, runId, number);
        } catch (IOException failure) {
            throw new StoreException("run folder under " + root + ": cannot be created", failure);
        }
    }

    /** A folder that is there, with the manifest that lies in it. */
    public static RunFolder of(Path path, Manifest manifest) {
        return new RunFolder(path, manifest.run().id(), manifest.run().number());
    }

    /** Likewise, by the manifest that lies in it. */
    public static RunFolder at(Path folder) {
        return of(folder, Manifest.read(folder.resolve("manifest.json")));
    }

    public Path manifest() {
        return path.resolve("manifest.json");
    }

    public Path log() {
        return path.resolve("run.log");
    }

    /** What the guardian of the run saw and did. */
    public Path guardianLog() {
        return path.resolve("guardian.log");
    }

    /** What people wrote to the run afterwards. */
    public Path annotations() {
        return path.resolve("annotations.jsonl");
    }

    /** What pictures are drawn from; can be thrown away and built again from the log. */
    public Path pyramid() {
        return path.resolve("run.pyramid");
    }

    public Path trace() {
        return path.resolve("trace.csv");
    }

    /** The readings of one shot: {@code trace.csv} for the first, {@code trace-02.csv} and so on after it. */
    public Path trace(int shot) {
        return shot == 1 ? trace() : path.resolve(String.format(Locale.ROOT, "trace-%02d.csv", shot));
    }

    /** The picture of one shot, named likewise. */
    public Path picture(int shot) {
        return shot == 1 ? picture() : path.resolve(String.format(Locale.ROOT, "shot-%02d.png", shot));
    }

    public Path summary() {
        return path.resolve("summary.json");
    }

    public Path picture() {
        return path.resolve("shot.png");
    }

    /** The whole run as NeXus. */
    public Path nexus() {
        return path.resolve("run.nxs");
    }

    /** The whole run for a reader. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** True lattice temperature and field of a dry run; no analysis reads it. */
    public Path truthTable() {
        return path.resolve("truth.csv");
    }

    /** What the seed of a dry run drew. */
    public Path truthDrawn() {
        return path.resolve("truth.json");
    }

    private static int claimNumber(Path day) throws IOException {
        var claims = Files.createDirectories(day.resolve(".claimed"));
        int number = Math.max(largestNumber(day), largestNumber(claims)) + 1;
        while (!isClaimed(claims, number)) {
            number++;
        }
        return number;
    }

    private static boolean isClaimed(Path claims, int number) throws IOException {
        try {
            Files.createDirectory(claims.resolve(String.format(Locale.ROOT, "%04d", number)));
            return true;
        } catch (FileAlreadyExistsException byAnother) {
            return false;
        }
    }

    private static int largestNumber(Path folder) throws IOException {
        try (var names = Files.list(folder)) {
            return names.map(each -> NUMBER.matcher(each.getFileName().toString()))
                    .filter(found -> found.matches())
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    private static String plain(String sample) {
        var letters = sample.replaceAll("[^A-Za-z0-9.-]+", "-");
        return letters.substring(0, Math.min(LONGEST_SAMPLE, letters.length()));
    }

    /** The beginning of a run's id, by which people name it. */
    public static String shortId(UUID runId) {
        return runId.toString().substring(0, 8);
    }
}
