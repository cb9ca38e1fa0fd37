package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fieldfall.app.review.SyntheticRun;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path runs;

    private RunFolder stored;

    @BeforeEach
    void store() {
        stored = SyntheticRun.under(runs)
                .write(new ScalarRead(5, "field", 0, "A", 0, "T"), new RunEnded(6, "success", true, "as it should"));
    }

    private Terminal export(String format, String file) {
        return Terminal.fieldfall(
                "export",
                stored.path().toString(),
                "--format",
                format,
                "--output",
                runs.resolve(file).toString());
    }

    @Test
    void namesTheFilesItWroteAndWhereTheReadingsComeFrom() {
        var csv = export("csv", "x.csv");
        var nexus = export("nexus", "x.nxs");

        assertThat(csv.exitCode()).as(csv.err()).isZero();
        assertThat(csv.out())
                .startsWith("SIMULATOR  run 1 (")
                .contains("wrote " + runs.resolve("x.csv"), "x-polled.csv", "x-figures.csv");
        assertThat(nexus.out()).contains("wrote " + runs.resolve("x.nxs"));
        assertThat(nexus.err()).isEmpty();
        assertThat(runs.resolve("x.nxs")).isNotEmptyFile();
    }

    @Test
    void refusesWhatItDoesNotOffer() {
        assertThat(export("parquet", "x.parquet").err()).contains("parquet is not offered; due csv or nexus");
        assertThat(export("excel", "x.xls").err()).contains("came excel, due csv or nexus");
        assertThat(export("nexus", "x.csv").err()).contains("due a file that ends with .nxs or .h5 or .hdf5");
        assertThat(export("csv", "none/x.csv").err()).contains("there is no folder");
        assertThat(export("csv", "none/x.csv").exitCode()).isEqualTo(2);
    }

    @Test
    void writesTheReportIntoTheFolderOfTheRunOrElsewhere() {
        var made = Terminal.fieldfall("review", "report", stored.path().toString());
        var elsewhere = Terminal.fieldfall(
                "review",
                "report",
                stored.path().toString(),
                "--output",
                runs.resolve("x.html").toString());
        var misnamed = Terminal.fieldfall("review", "report", stored.path().toString(), "--output", "x.pdf");

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(stored.report()).content().contains("<title>SIMULATOR: run 1");
        assertThat(runs.resolve("x.html")).hasSameTextualContentAs(stored.report());
        assertThat(elsewhere.out()).contains("wrote " + runs.resolve("x.html"));
        assertThat(misnamed.err()).contains("came x.pdf, due a file that ends with .html");
    }
}
