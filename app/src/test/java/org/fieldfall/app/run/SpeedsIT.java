package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.protocols.instrument.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same shot at the speed of a rig, at fifty times that, and leaping: a quarter of an hour, all at once. */
@Timeout(2400)
@EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
class SpeedsIT {

    private static final double AGREE_KELVIN = 0.002;
    private static final long SEED = 5;

    @TempDir
    private Path runs;

    @Test
    void theTrueCoolingHardlyDependsOnTheSpeedOfTheWorld() throws Exception {
        var real = performed(Speed.atMost(1));
        var fast = performed(Speed.atMost(50));
        var leaping = performed(Speed.AUTO);

        var truths = List.of(truth(real), truth(fast), truth(leaping));

        Files.write(Path.of("target", "speeds.txt"), table(truths));
        for (var other : truths.subList(1, 3)) {
            assertThat(other.drawn()).isEqualTo(truths.get(0).drawn());
            for (int i = 0; i < other.points().size(); i++) {
                assertThat(other.points().get(i).deltaKelvin())
                        .as("ΔT %s s after the ramp", other.points().get(i).afterRampSeconds())
                        .isCloseTo(truths.get(0).points().get(i).deltaKelvin(), within(AGREE_KELVIN));
            }
        }
    }

    private CompletableFuture<ShortShot.Done> performed(Speed speed) {
        return CompletableFuture.supplyAsync(() -> ShortShot.perform(runs, SEED, speed));
    }

    private static TruthKeeper.Shot truth(CompletableFuture<ShortShot.Done> run) throws Exception {
        return run.get(30, TimeUnit.MINUTES).left().truth();
    }

    /** ΔT in kelvin at speed 1, 50 and auto, by the time after the ramp. */
    private static List<String> table(List<TruthKeeper.Shot> truths) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < truths.get(0).points().size(); i++) {
            int at = i;
            var text = new StringBuilder(
                    Figure.text("%g s", truths.get(0).points().get(at).afterRampSeconds()));
            truths.forEach(truth ->
                    text.append(Figure.text("  %.5f", truth.points().get(at).deltaKelvin())));
            lines.add(text.toString());
        }
        return lines;
    }
}
