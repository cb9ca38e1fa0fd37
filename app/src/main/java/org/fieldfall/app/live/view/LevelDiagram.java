package org.fieldfall.app.live.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.level.Levels;

/**
 * The levels of the main species at one field with their populations: each well in equilibrium with itself, so much in the
 * well M &gt; 0; M = 0 belongs to both.
 */
final class LevelDiagram {

    private LevelDiagram() {}

    /** @param upper population of the well M &gt; 0; empty for equilibrium */
    static Map<String, Object> json(Crystal crystal, double tesla, double kelvin, Optional<Double> upper) {
        if (!Double.isFinite(tesla) || !(kelvin > 0)) {
            return new Body().values();
        }
        Levels levels = crystal.wells().main().spin().at(tesla);
        double p = upper.orElseGet(() -> crystal.in(Surroundings.isolated()).equilibriumUpperPopulation(kelvin, tesla));
        double[] numbers = levels.magneticNumbers();
        double[] energies = levels.energiesKelvin();
        double[] share = new double[energies.length];
        Levels left = levels.leftWell();
        Levels right = levels.rightWell();
        fill(share, 0, left.populations(kelvin), 1 - p);
        fill(share, energies.length - right.size(), right.populations(kelvin), p);
        List<Map<String, Object>> all = new ArrayList<>();
        for (int k = 0; k < energies.length; k++) {
            all.add(new Body()
                    .put("m", numbers[k])
                    .put("energy_k", energies[k])
                    .put("population", share[k])
                    .values());
        }
        return new Body()
                .put("field_t", tesla)
                .put("temperature_k", kelvin)
                .put("upper_population", p)
                .put("is_equilibrium", upper.isEmpty())
                .put("levels", all)
                .values();
    }

    private static void fill(double[] share, int from, double[] ofWell, double weight) {
        for (int k = 0; k < ofWell.length; k++) {
            share[from + k] += weight * ofWell[k];
        }
    }
}
