package org.fieldfall.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fieldfall.app.review.SyntheticRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatCommandTest {

    @TempDir
    private Path runs;

    @Test
    void quotesWhatAShellWouldTakeApart() {
        var run = SyntheticRun.under(runs).why("it's $HOME; rm *");

        var command = RepeatCommand.of(run.manifest(run.writeManifest()));

        assertThat(command)
                .isEqualTo("app/bin/fieldfall dry-run first-shot --sample mn12ac-experiment --rig twin-two-instruments"
                        + " --seed 1 --operator Ada --note 'it'\\''s $HOME; rm *'");
    }
}
