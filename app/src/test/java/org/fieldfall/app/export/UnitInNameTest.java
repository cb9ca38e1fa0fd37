package org.fieldfall.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitInNameTest {

    @Test
    void takesTheUnitOffAName() {
        assertThat(UnitInName.of("sudden_delta_t_k")).isEqualTo(new UnitInName("sudden_delta_t", "K"));
        assertThat(UnitInName.of("drift_k_per_s")).isEqualTo(new UnitInName("drift", "K/s"));
        assertThat(UnitInName.of("shot 2 heater-pulse: link_w_per_k"))
                .isEqualTo(new UnitInName("shot 2 heater-pulse: link", "W/K"));
    }

    @Test
    void leavesAPureNumberItsName() {
        assertThat(UnitInName.of("share_in_ramp")).isEqualTo(new UnitInName("share_in_ramp", ""));
        assertThat(UnitInName.of("relaxation_times_waited").unit()).isEmpty();
        assertThat(UnitInName.of("k").unit()).isEmpty();
    }
}
