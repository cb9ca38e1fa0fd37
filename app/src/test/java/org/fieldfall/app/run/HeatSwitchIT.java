package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.sequence.RunControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A switch without feedback is believed to be open only when the crystal shows it. */
@Timeout(240)
class HeatSwitchIT {

    @TempDir
    private Path folder;

    @Test
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void isSeenOpenByAPulseWhereOpeningLeavesNoHeat() throws Exception {
        var done = perform("opening-heat: 0 uJ, closing-heat: 0 uJ, stuck: no");

        assertThat(done.result().summary().status()).isEqualTo("success");
        assertThat(isolated(done).quality()).isEqualTo(Quality.GOOD);
        assertThat(isolated(done).why()).contains("a pulse of", "switch OPEN");
    }

    @Test
    void endsTheRunBeforeTheSweepWhenItIsStuck() throws Exception {
        var done = perform("opening-heat: 1 uJ, closing-heat: 0 uJ, stuck: yes");

        assertThat(done.result().summary().status()).isEqualTo("failed");
        assertThat(done.result().summary().isSafe()).isTrue();
        assertThat(isolated(done).quality()).isEqualTo(Quality.FAILED);
        assertThat(isolated(done).why()).contains("told to open", "CLOSED");
    }

    private ShortShot.Done perform(String switchSimulation) throws Exception {
        var rig = Files.readString(ShortShot.HOME.resolve("config/rigs/twin.yaml"))
                .replace("opening-heat: 1 uJ, closing-heat: 0 uJ, stuck: no", switchSimulation)
                .replace(
                        "../calibrations",
                        ShortShot.HOME
                                .resolve("config/calibrations")
                                .toAbsolutePath()
                                .normalize()
                                .toString());
        assertThat(rig).contains(switchSimulation);
        var rigFile = Files.writeString(folder.resolve("rig.yaml"), rig);
        var protocol = Files.readString(ShortShot.PROTOCOL)
                .replace("rig: twin-two-instruments", "rig: " + rigFile)
                .replace("settle: 60 s", "settle: 5 s")
                .replace("wait-at-least: 390 s", "wait-at-least: 100 s")
                .replace("within: 1 mK", "within: 20 mK")
                .replace("baseline: 60 s", "baseline: 5 s")
                .replace("relax: 65 s", "relax: 2 s");
        var protocolFile = Files.writeString(folder.resolve("protocol.yaml"), protocol);
        return ShortShot.perform(protocolFile, folder.resolve("runs"), 1, new RunControl(), event -> {});
    }

    private static PhaseEnded isolated(ShortShot.Done done) {
        return done.left().log().all(PhaseEnded.class).stream()
                .filter(ended -> ended.phase().equals("isolate"))
                .findFirst()
                .orElseThrow();
    }
}
