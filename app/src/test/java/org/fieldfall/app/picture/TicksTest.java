package org.fieldfall.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

    @Test
    void namesRoundValuesAsShortAsTheyAre() {
        assertThat(names(Axis.linear("x", 0, 10))).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(names(Axis.linear("x", -2.5, 0.1))).containsExactly("−2.5", "−2.0", "−1.5", "−1.0", "−0.5", "0.0");
        assertThat(names(Axis.linear("x", 2, 6))).containsExactly("2", "3", "4", "5", "6");
        assertThat(names(Axis.linear("x", 0, 30_000)))
                .containsExactly("0", "5000", "10000", "15000", "20000", "25000", "30000");
    }

    @Test
    void namesPowersOfTen() {
        assertThat(names(Axis.logarithmic("x", 1e-2, 1e2))).containsExactly("10−2", "10−1", "100", "101", "102");
        assertThat(Ticks.of(Axis.logarithmic("x", 1, 100)).minor()).hasSize(16);
        assertThat(names(Axis.logarithmic("x", 1e-20, 1e20))).hasSizeBetween(5, 14);
    }

    /** Seeded; the seed is in the test's name. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyAxisHasAFewTicksWithinIt(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var low = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
            var axis =
                    Axis.linear("x", low, low + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(12) - 6));
            var ticks = Ticks.of(axis);

            assertThat(ticks.major()).as("%s", axis).hasSizeBetween(2, 8);
            assertThat(ticks.major())
                    .allSatisfy(tick -> assertThat(axis.share(tick.value())).isBetween(-1e-6, 1 + 1e-6));
        }
    }

    @Test
    void refusesAnAxisThatDoesNotRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.linear("x", 1, 1))
                .withMessageContaining("1.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.linear("x", Double.NaN, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.logarithmic("x", 0, 1))
                .withMessageContaining("above 0");
    }

    private static List<String> names(Axis axis) {
        return Ticks.of(axis).major().stream().map(tick -> tick.label().text()).toList();
    }
}
