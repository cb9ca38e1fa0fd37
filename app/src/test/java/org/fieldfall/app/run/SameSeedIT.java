package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs meet the world at times of their own; what it does must hardly depend on them. */
@Timeout(300)
class SameSeedIT {

    private static final double AGREE_KELVIN = 0.002;

    @TempDir
    private Path runs;

    @Test
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void twoDryRunsOfOneSeedAgreeInTheirTrueCooling() throws Exception {
        var other = CompletableFuture.supplyAsync(() -> ShortShot.perform(runs, 5));
        var one = ShortShot.perform(runs, 5).left().truth();
        var two = other.get(240, TimeUnit.SECONDS).left().truth();

        assertThat(one.drawn()).isEqualTo(two.drawn());
        assertThat(one.points()).hasSize(4);
        for (int i = 0; i < one.points().size(); i++) {
            assertThat(one.points().get(i).deltaKelvin())
                    .as("ΔT %s s after the ramp", one.points().get(i).afterRampSeconds())
                    .isCloseTo(two.points().get(i).deltaKelvin(), within(AGREE_KELVIN));
        }
    }
}
