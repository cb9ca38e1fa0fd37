package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoilHeatTest {

    /** ∫ I² R dt of straight lines by their closed form. */
    private static double joule(double fromAmperes, double toAmperes, double seconds) {
        return PlanRigs.OHM
                * seconds
                * (Math.pow(fromAmperes, 2) + fromAmperes * toAmperes + Math.pow(toAmperes, 2))
                / 3;
    }

    @Test
    void addsUpRampsAndHolds() {
        ShotPlan plan = PlanRigs.sweep(PlanRigs.plain(RigFacts.ColdCoil.unknown()));
        Timetable times = plan.timetable();

        double atInitial = times.expectedSeconds("settle", "load", "isolate", "arm");
        double due = joule(0, 10, times.expectedSeconds("prepare"))
                + joule(10, 10, atInitial)
                + joule(10, 1, 0.09)
                + joule(1, 1, 600)
                + joule(1, 0, times.expectedSeconds("recover"));

        assertThat(plan.heat().coil().circuitJoule()).isCloseTo(due, within(1e-6));
        assertThat(joule(10, 1, 0.09)).isCloseTo(0.15 * 0.09 * 37, within(1e-12));
    }

    @Test
    void boilsHeliumByWhatIsCold() {
        CoilHeat superconducting = PlanRigs.sweep(PlanRigs.plain(new RigFacts.ColdCoil(Optional.of(0.0), 0.5)))
                .heat()
                .coil();
        CoilHeat resistive = PlanRigs.sweep(PlanRigs.plain(new RigFacts.ColdCoil(Optional.of(0.05), 0.5)))
                .heat()
                .coil();

        // experiment.md §1: 0.5 J a sweep are 0.2 ml.
        assertThat(superconducting.heliumLitres().orElseThrow()).isCloseTo(0.2e-3, within(0.01e-3));
        assertThat(resistive.heliumJoule().orElseThrow()).isCloseTo(resistive.circuitJoule() / 3 + 0.5, within(1e-6));
    }

    @Test
    void doesNotPretendToKnowWhatIsCold() {
        ShotPlan plan = PlanRigs.sweep(PlanRigs.plain(RigFacts.ColdCoil.unknown()));

        assertThat(plan.heat().coil().heliumLitres()).isEmpty();
        assertThat(plan.warnings())
                .anyMatch(warning -> warning.startsWith("helium: the coil's circuit sets")
                        && warning.contains("if all of its resistance is in liquid helium"));
    }
}
