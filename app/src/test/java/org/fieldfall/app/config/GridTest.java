package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void aRangeEndsWithItsEndAndKeepsItsDecimals() {
        assertThat(fields("0.1T:1T:0.1T")).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    }

    @Test
    void aRangeMayFallWithAStepOfEitherSign() {
        assertThat(fields("1T:0.5T:250mT")).containsExactly(1.0, 0.75, 0.5);
        assertThat(fields("1T:0.5T:-250mT")).containsExactly(1.0, 0.75, 0.5);
    }

    @Test
    void stepsThatDoNotLeadToTheEndStopBeforeIt() {
        assertThat(fields("0T:1T:0.4T")).containsExactly(0.0, 0.4, 0.8);
    }

    @Test
    void aRangeFromAValueToItselfIsThatValue() {
        assertThat(fields("1T:1T:0.1T")).containsExactly(1.0);
    }

    @Test
    void mixesValuesListsAndRanges() {
        assertThat(fields("-1T,0T:0.2T:0.1T,5mT")).containsExactly(-1.0, 0.0, 0.1, 0.2, 0.005);
    }

    @Test
    void refusesARangeNobodyCanMean() {
        assertThatThrownBy(() -> fields("0T:1T:1e-9T"))
                .isInstanceOf(UnfitValueException.class)
                .hasMessage("a range of more than 1000000 points");
    }

    private static Iterable<Double> fields(String text) {
        return Grid.parse(text, Measure.FIELD).values();
    }
}
