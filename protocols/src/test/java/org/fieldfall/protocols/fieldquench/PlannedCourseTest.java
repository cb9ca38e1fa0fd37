package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedCourseTest {

    private static PlannedCourse course(double relaxSeconds) {
        ShotSettings shot = new ShotSettings(1, 0.1, 4, 0.02, 10, 0.5, 60, 390, 0.001, 3000, 60, relaxSeconds, 0.001);
        return PlannedCourse.of(shot, ShotPlanTest.CRYSTAL, ShotPlanTest.rig(10, 1002));
    }

    @Test
    void isTheFirstShot() {
        PlannedCourse course = course(600);

        // experiment.md §2, preset experiment, to its 3 mK.
        assertThat(course.reached())
                .extracting(PlannedCourse.Reached::deltaKelvin)
                .zipSatisfy(
                        List.of(-0.247, -0.502, -0.799, -0.734),
                        (found, due) -> assertThat(found).isCloseTo(due, within(3e-3)));
        assertThat(course.furthest().deltaKelvin()).isCloseTo(-0.826, within(3e-3));
        assertThat(course.furthest().afterRampSeconds()).isCloseTo(20, within(1.0));
        assertThat(course.spinHeatJoule()).isCloseTo(17.58e-6, within(0.01e-6));
    }

    @Test
    void reachesNoFurtherThanTheRecord() {
        assertThat(course(5).reached())
                .extracting(PlannedCourse.Reached::afterRampSeconds)
                .containsExactly(0.0, 1.0);
    }

    @Test
    void lagsByTimeConstantTimesRate() {
        ShotSettings shot = PlanRigs.settings(1, 0.1);

        double none = course(600).lagKelvin();
        double behind = PlannedCourse.of(shot, ShotPlanTest.CRYSTAL, PlanRigs.plain(RigFacts.ColdCoil.unknown()))
                .lagKelvin();

        assertThat(none).isZero();
        // 11.5 ms at the ramp's 2.8 K/s.
        assertThat(behind).isBetween(0.025, 0.045);
    }
}
