package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.protocols.fieldquench.SafeOrder;
import org.fieldfall.protocols.sequence.Consequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardConfigTest {

    private static final Path RIGS = Path.of("..", "config", "rigs");
    private static final String GUARD =
            "  - { name: low-helium, channel: auxiliary helium, at-least: 20 %, then: hold }";

    private final Configs configs = Configs.of(Path.of(".."), Optional.empty());

    @TempDir
    private Path folder;

    private RigConfig rigWith(String guards) throws IOException {
        String text = Files.readString(RIGS.resolve("twin-with-source.yaml"))
                .replace(
                        "../calibrations",
                        RIGS.resolve("../calibrations").toRealPath().toString());
        assertThat(text).contains(GUARD);
        Path file = Files.writeString(folder.resolve("rig.yaml"), text.replace(GUARD, guards));
        return configs.rig(file.toString());
    }

    @Test
    void aGuardOfAnAuxiliaryChannelIsInItsOwnUnit() throws IOException {
        GuardConfig guard = rigWith(GUARD).guards().get(0);

        assertThat(guard.name()).isEqualTo("low-helium");
        assertThat(guard.channel()).isEqualTo("auxiliary helium");
        assertThat(guard.lowest()).isEqualTo(20);
        assertThat(guard.highest()).isInfinite();
        assertThat(guard.unit()).isEqualTo("%");
        assertThat(guard.then()).isEqualTo(Consequence.HOLD);
        assertThat(guard.staleSeconds()).isEqualTo(120);
    }

    @Test
    void aGuardOfAKnownChannelIsInSiUnits() throws IOException {
        GuardConfig guard = rigWith(
                        "  - { name: cold, channel: sample-temperature, at-least: 2500 mK, at-most: 5 K, stale-after: 1 min }")
                .guards()
                .get(0);

        assertThat(guard.lowest()).isEqualTo(2.5);
        assertThat(guard.highest()).isEqualTo(5);
        assertThat(guard.unit()).isEqualTo("K");
        assertThat(guard.then()).isEqualTo(Consequence.STOP);
        assertThat(guard.staleSeconds()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ name: a, channel: helium, at-least: 20 % }|channel: came \"helium\" (no such channel), due one of bath-temperature",
                "{ name: a, channel: auxiliary vacuum, at-most: 1 mbar }|guards: came a: auxiliary vacuum, due one of helium",
                "{ name: a, channel: auxiliary helium, at-most: 1 mbar }|guards: came a: limits in \"mbar\", due limits in %",
                "{ name: a, channel: field }|at-most: came nothing, due at-least, at-most or both",
                "{ name: a, channel: field, at-most: 1 K }|at-most: came \"1 K\" (wrong unit K), due a field",
                "{ name: a, channel: field, at-least: 1 T, at-most: 0.5 T }|at-most: came \"0.5 T\", due a value above at-least",
                "{ name: a, channel: field, at-most: 1 T, then: shout }|then: came \"shout\" (unknown word), due hold or mark or stop",
                "{ name: a, channel: line-lost, at-most: 5 s, stale-after: 5 s }|stale-after: came a time, due no such key",
            })
    void aGuardThatCannotBeMeantIsRefused(String guard, String expected) {
        var refused = catchThrowableOfType(InvalidConfigException.class, () -> rigWith("  - " + guard));

        assertThat(refused).hasMessageContaining(expected);
    }

    @Test
    void theWayToSafetyIsInTheOrderOfTheFile() {
        SafeOrder order = configs.rig("example-lab").safeState().order();

        assertThat(order.places())
                .extracting(SafeOrder.Place::role)
                .containsExactly(SafeOrder.Role.FIELD_SUPPLY, SafeOrder.Role.SAMPLE_HEATER);
        assertThat(order.places().get(0).otherMeans()).startsWith("main switch of the supply");
        assertThat(order.places().get(1).deadlineSeconds()).isEqualTo(30);
    }
}
