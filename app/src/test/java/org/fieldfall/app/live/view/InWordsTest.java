package org.fieldfall.app.live.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;
import org.junit.jupiter.api.Test;

class InWordsTest {

    @Test
    void saysThatTheoryAndTraceAgree() {
        assertThat(InWords.after(10, new Uncertain(-0.412, 0.004), Optional.of(new Uncertain(-0.405, 0.012)), ""))
                .isEqualTo(
                        "At 10.0 s after the ramp the crystal is 0.412 ± 0.004 K colder than at the start; theory says"
                                + " 0.405 ± 0.012 K colder: they agree (0.6 sigma).");
    }

    @Test
    void saysByHowMuchTheyDiffer() {
        assertThat(InWords.after(10, new Uncertain(-0.44, 0.004), Optional.of(new Uncertain(-0.405, 0.012)), ""))
                .endsWith("they differ a little, the crystal is 0.035 K colder than predicted (2.8 sigma).");
        assertThat(InWords.after(10, new Uncertain(-0.3, 0.004), Optional.of(new Uncertain(-0.405, 0.012)), ""))
                .endsWith("THEY DO NOT AGREE, the crystal is 0.105 K warmer than predicted (8.3 sigma).");
    }

    @Test
    void saysThatThereIsNoPrediction() {
        assertThat(InWords.after(2, new Uncertain(0.01, 0.004), Optional.empty(), "it did not converge"))
                .isEqualTo(
                        "At 2.0 s after the ramp the crystal is 0.010 ± 0.004 K warmer than at the start; theory says"
                                + " nothing (it did not converge).");
        assertThat(InWords.before(4, 10, Optional.empty(), "")).isEqualTo("Before the sweep: there is no prediction.");
    }

    @Test
    void saysWhatIsExpectedAndWhatGoesOn() {
        assertThat(InWords.before(4, 10, Optional.of(new Uncertain(-0.799, 0.038)), ""))
                .isEqualTo("Before the sweep: from 4.000 K theory expects the crystal 0.799 ± 0.038 K colder 10 s after"
                        + " the ramp.");
        assertThat(InWords.during(0.43, 1, 0.1)).isEqualTo("The field goes from 1.000 T to 0.100 T and is at 0.430 T.");
    }

    @Test
    void doesNotCompareWhatIsNoNumber() {
        assertThat(InWords.after(2, new Uncertain(Double.NaN, 1), Optional.of(new Uncertain(1, 1)), ""))
                .contains("they cannot be compared");
    }
}
