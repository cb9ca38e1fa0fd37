package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.RunControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thermometer whose readings can be taken only after the shot: polled meanwhile, and the run says so. */
@Timeout(240)
class LockInIT {

    @TempDir
    private Path folder;

    @Test
    void predictsFromWhatIsPolledAndAnalysesWhatIsReadAfterwards() throws Exception {
        var protocol = Files.readString(ShortShot.PROTOCOL)
                .replace("rig: twin-two-instruments", "rig: twin-sr865a")
                .replace("settle: 60 s", "settle: 5 s")
                .replace("wait-at-least: 390 s", "wait-at-least: 100 s")
                .replace("within: 1 mK", "within: 20 mK")
                .replace("baseline: 60 s", "baseline: 10 s")
                .replace("relax: 65 s", "relax: 25 s");
        var file = Files.writeString(folder.resolve("protocol.yaml"), protocol);

        var done = ShortShot.perform(file, folder.resolve("runs"), 1, new RunControl(), event -> {});

        var summary = done.result().summary();
        assertThat(summary.status()).as(summary.why()).isEqualTo("success");
        assertThat(summary.warnings()).anyMatch(warning -> warning.contains("can be taken only after the shot"));
        var log = done.left().log();
        double predicted = log.all(PredictionMade.class).get(0).rigSeconds();
        assertThat(log.all(BlockTaken.class).stream()
                        .filter(block -> block.channel().equals("sample-temperature")))
                .isNotEmpty()
                .allMatch(block -> block.rigSeconds() > predicted + 5);
        assertThat(log.all(ScalarRead.class).stream()
                        .filter(read -> read.channel().equals("sample-temperature"))
                        // On the slowest of hosts the world waits 10 s ahead of it for the next reading.
                        .filter(read -> read.rigSeconds() > predicted && read.rigSeconds() < predicted + 24))
                .hasSizeGreaterThan(1);
        assertThat(Math.abs(done.pull(10))).isLessThan(5);
        assertThat(Json.text(RecordedRun.open(done.left().folder()).summary()))
                .isEqualTo(Files.readString(done.left().folder().resolve("summary.json")));
    }
}
