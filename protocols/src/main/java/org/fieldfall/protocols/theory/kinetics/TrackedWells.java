package org.fieldfall.protocols.theory.kinetics;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of the wells' populations at the end of a {@link PopulationTrack}: between which two they lie, whatever they
 * were at its start. Lists hold one number a species, the population of its well M &gt; 0, the upper one in a positive field.
 *
 * @param kelvin temperature at the end
 * @param tesla field at the end
 * @param least where a start with all spins in the wells M &lt; 0 has come
 * @param most where a start with all spins in the wells M &gt; 0 has come
 * @param equilibrium at that temperature and field
 */
public record TrackedWells(
        double kelvin, double tesla, List<Double> least, List<Double> most, List<Double> equilibrium) {

    public TrackedWells {
        least = List.copyOf(least);
        most = List.copyOf(most);
        equilibrium = List.copyOf(equilibrium);
        if (least.isEmpty() || least.size() != most.size() || least.size() != equilibrium.size()) {
            throw new IllegalArgumentException("tracked wells need as many populations of each kind, got "
                    + least.size() + ", " + most.size() + " and " + equilibrium.size());
        }
    }

    /** Half the distance of the two: how well the populations of the main species are known. */
    public double halfGap() {
        return (most.get(0) - least.get(0)) / 2;
    }

    /** Middle of the two, of the main species. */
    public double upperPopulation() {
        return (most.get(0) + least.get(0)) / 2;
    }

    public double equilibriumUpperPopulation() {
        return equilibrium.get(0);
    }

    /** Of the middle from equilibrium. */
    public Departure departure() {
        return departure(0.5);
    }

    /** Of a state between the two: 0 for the least, 1 for the most. */
    public Departure departure(double place) {
        List<Double> excess = new ArrayList<>();
        for (int s = 0; s < least.size(); s++) {
            excess.add(least.get(s) + place * (most.get(s) - least.get(s)) - equilibrium.get(s));
        }
        return new Departure(excess);
    }

    /** No spin's population of any species can be further from equilibrium than this share, whatever the start. */
    public double departureAtMost() {
        double largest = 0;
        for (int s = 0; s < least.size(); s++) {
            largest = Math.max(largest, Math.abs(least.get(s) - equilibrium.get(s)));
            largest = Math.max(largest, Math.abs(most.get(s) - equilibrium.get(s)));
        }
        return largest;
    }
}
