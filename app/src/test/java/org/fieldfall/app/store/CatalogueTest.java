package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.review.SyntheticRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    private Path root;

    private Catalogue catalogue;
    private RunFolder run;

    @BeforeEach
    void store() {
        catalogue = new Catalogue(root);
        SyntheticRun.under(root).started("2026-11-20T08:00:00Z").writeManifest();
        run = SyntheticRun.under(root)
                .started("2026-11-21T08:00:00Z")
                .asked(3.5, 2, -0.3)
                .ended(EndStatus.UNKNOWN)
                .writeManifest();
    }

    private CatalogueEntry newest() {
        return catalogue.entries().get(0);
    }

    @Test
    void remembersWhatTheManifestsSay() {
        var entries = catalogue.entries();

        assertThat(entries).hasSize(2).isEqualTo(catalogue.entries());
        assertThat(newest().id()).isEqualTo(run.runId().toString());
        assertThat(newest().sample()).isEqualTo("mn12ac-experiment");
        assertThat(newest().source()).isEqualTo("simulator");
        assertThat(newest().status()).isEqualTo("unknown");
        assertThat(newest().endedUtc()).isEmpty();
        assertThat(newest().finalTesla()).isEqualTo(-0.3);
    }

    @Test
    void seesWhatChangedSinceItLookedLast() throws IOException {
        assertThat(newest().status()).isEqualTo("unknown");

        SyntheticRun.under(root).started("2026-11-21T08:00:00Z").manifest(run).write(run.manifest());
        new Annotations(run.annotations()).add(new Annotations.Annotation(Instant.EPOCH, "Ada", "look"));

        assertThat(newest().status()).isEqualTo("success");
        assertThat(newest().annotations()).isEqualTo(1);

        Files.delete(run.manifest());

        assertThat(catalogue.entries()).hasSize(1);
    }

    @Test
    void isMadeAnewWhereItIsMissingOrDamaged() throws IOException {
        var before = catalogue.entries();
        var file = root.resolve(Catalogue.FILE);

        Files.delete(file);
        assertThat(catalogue.entries()).isEqualTo(before);

        Files.writeString(file, "no database at all, and longer than a page would be".repeat(200));
        assertThat(catalogue.entries()).isEqualTo(before);

        byte[] cut = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(cut, 5000));
        assertThat(catalogue.entries()).isEqualTo(before);
        assertThat(Files.size(file)).isGreaterThan(5000);
    }

    @Test
    void goesWithoutAFileWhereNoneCanBeWritten() throws IOException {
        var before = catalogue.entries();
        var file = root.resolve(Catalogue.FILE);
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));

        assertThat(catalogue.entries()).isEqualTo(before);
    }

    @Test
    void showsARunWhoseManifestCannotBeRead() throws IOException {
        Files.writeString(run.manifest(), "{\"schema\": \"fieldfall/manifest/1\", \"run\": {}");

        assertThat(catalogue.entries())
                .filteredOn(entry -> entry.status().equals("unreadable"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.why()).contains("manifest.json"));
    }

    @Test
    void opensInDebiansSqliteWithTheRightNumbers() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "there is no " + PYTHON);
        Files.writeString(
                run.manifest(),
                Files.readString(run.manifest())
                        .replaceFirst("\"initial_temperature_k\" : 3.5", "\"initial_temperature_k\" : null"));
        var entries = catalogue.entries();

        var said = python("import sqlite3, sys; [print(*row, sep='|') for row in sqlite3.connect(sys.argv[1]).execute("
                + "'select number, status, initial_temperature_k, initial_field_t, final_field_t, started_utc from runs"
                + " order by started_utc')]; "
                + "print(sqlite3.connect(sys.argv[1]).execute('pragma integrity_check').fetchone()[0])");

        assertThat(entries.get(0).initialKelvin()).isNaN();
        assertThat(said)
                .isEqualTo(
                        "1|success|4.0|1.0|0.1|2026-11-20T08:00:00Z\n1|unknown|None|2.0|-0.3|2026-11-21T08:00:00Z\nok\n");
    }

    private String python(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        PYTHON.toString(),
                        "-c",
                        script,
                        root.resolve(Catalogue.FILE).toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** What is slow is to read manifests: the second list of thousands reads none. */
    @Test
    void readsOnlyTheManifestsThatAreNew() throws IOException {
        int runs = Boolean.getBoolean("fieldfall.long") ? 5000 : 300;
        byte[] text = Files.readAllBytes(run.manifest());
        for (int i = 0; i < runs; i++) {
            var folder = root.resolve(String.format(Locale.ROOT, "2026/10/%02d/%04d_x_0", 1 + i / 200, 1 + i % 200));
            Files.write(Files.createDirectories(folder).resolve("manifest.json"), text);
        }
        assertThat(catalogue.entries()).hasSize(runs + 2);

        // A file of the same time and size passes for the same: its text is not looked at.
        var touched = root.resolve("2026/10/01/0007_x_0/manifest.json");
        var time = Files.getLastModifiedTime(touched);
        Files.write(touched, new byte[text.length]);
        Files.setLastModifiedTime(touched, time);

        assertThat(catalogue.entries())
                .hasSize(runs + 2)
                .noneMatch(entry -> entry.status().equals("unreadable"));
    }
}
