package org.fieldfall.protocols.theory.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Validity MN12 = new Validity(0.9, 10);

    @Test
    void hasNothingToSayBetweenItsTemperatures() {
        assertThat(MN12.doubt("Ti", 9.99)).isEmpty();
        assertThat(MN12.doubt("Tf", 0.9)).isEmpty();
        assertThat(Validity.unknown().doubt("Ti", 300)).isEmpty();
    }

    @Test
    void doubtsWhatIsTooHotAndWhatIsTooCold() {
        assertThat(MN12.doubt("Ti", 10))
                .contains("Ti = 10 K is beyond 10 K, where the multiplet of the sample file is no longer alone"
                        + " (valid-below)");
        assertThat(MN12.doubt("Tf", 0.61208))
                .contains("Tf = 0.6121 K is below 0.9 K, where dipolar and hyperfine fields are no longer small"
                        + " (valid-above)");
    }

    @Test
    void refusesTemperaturesThatDoNotAscend() {
        assertThatThrownBy(() -> new Validity(5, 5)).hasMessageContaining("got 5.0 K to 5.0 K");
    }
}
