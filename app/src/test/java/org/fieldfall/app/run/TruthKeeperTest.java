package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fieldfall.app.rig.TrueState;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthKeeperTest {

    private final List<Consumer<TrueState>> ears = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void goesOnKnowingTheTruthThatAFullDiskDoesNotTake() throws Exception {
        var run = new RunFolder(folder, new UUID(1, 2), 1);
        // Linux' own full disk: every write to it fails.
        Files.createSymbolicLink(folder.resolve("truth.csv.part"), Path.of("/dev/full"));

        try (var keeper = new TruthKeeper(run, ears::add)) {
            tellASweep();
            keeper.writeShot(run, 1, Map.of(), 10, 5, 0, 1);
        }

        var shot = Json.read(run.truthDrawn(), TruthKeeper.Shot.class);
        assertThat(shot.rate()).isCloseTo(10, within(1e-6));
        assertThat(shot.points()).extracting(TruthKeeper.Point::deltaKelvin).allMatch(delta -> delta < -0.5);
        assertThat(run.truthTable()).doesNotExist();
    }

    /** 1 to 0.1 T at 10 T/s from 10 s on; 4 K before and 3 K after. */
    private void tellASweep() {
        for (int i = 0; i <= 15_000; i++) {
            double seconds = 1e-3 * i;
            double tesla = Math.max(0.1, Math.min(1, 1 - 10 * (seconds - 10)));
            double kelvin = seconds < 10 ? 4 : 3;
            ears.forEach(ear -> ear.accept(new TrueState(seconds, tesla, kelvin, kelvin, 0.1)));
        }
    }
}
