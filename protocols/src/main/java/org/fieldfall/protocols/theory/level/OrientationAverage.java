package org.fieldfall.protocols.theory.level;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Spins that meet the field at many angles: the weighted mean over their orientations.
 *
 * <p>Each orientation has a free energy of its own, of which U, S, C, M, χ and the energy kept in a fast change are
 * averaged; what shares a lattice shares its temperature. Works on all cores.
 */
public final class OrientationAverage implements SpinModel {

    private final List<SpinModel> models;
    private final double[] weights;

    /** Takes models with weights above zero, which are scaled to add up to one. */
    public OrientationAverage(List<? extends SpinModel> models, double[] weights) {
        if (models.isEmpty() || models.size() != weights.length) {
            throw new IllegalArgumentException(
                    "an average needs a weight for each orientation, got " + weights.length + " for " + models.size());
        }
        var sum = Arrays.stream(weights).sum();
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)
                || Arrays.stream(weights).anyMatch(weight -> !(weight >= 0))) {
            throw new IllegalArgumentException("weights of orientations must be 0 or above and add up to more");
        }
        this.models = List.copyOf(models);
        this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    public int size() {
        return weights.length;
    }

    @Override
    public Spectrum at(double tesla) {
        return new Mixture(models.parallelStream().map(model -> model.at(tesla)).toList(), weights);
    }

    @Override
    public Passage passage(double biTesla, double bfTesla, double teslaPerSecond) {
        var passages = models.parallelStream()
                .map(model -> model.passage(biTesla, bfTesla, teslaPerSecond))
                .toList();
        return new MixedPassage(
                passages,
                new Mixture(passages.stream().map(Passage::before).toList(), weights),
                new Mixture(passages.stream().map(Passage::after).toList(), weights),
                weights);
    }

    private record MixedPassage(List<Passage> passages, Mixture before, Mixture after, double[] weights)
            implements Passage {

        @Override
        public double keptExcess(double kelvin) {
            return mean(weights, passages, passage -> passage.keptExcess(kelvin));
        }
    }

    private record Mixture(List<Spectrum> parts, double[] weights) implements Spectrum {

        @Override
        public double lowestKelvin() {
            return mean(weights, parts, Spectrum::lowestKelvin);
        }

        @Override
        public Averages averages(double kelvin) {
            return mixed(parts.stream().map(part -> part.averages(kelvin)).toList());
        }

        @Override
        public Equilibrium equilibrium(double kelvin) {
            var all = parts.stream().map(part -> part.equilibrium(kelvin)).toList();
            return new Equilibrium(
                    mixed(all.stream().map(Equilibrium::heat).toList()),
                    mean(weights, all, Equilibrium::momentMagnetons),
                    mean(weights, all, Equilibrium::momentSlope),
                    mean(weights, all, Equilibrium::magnetonsPerTesla));
        }

        private Averages mixed(List<Averages> all) {
            return new Averages(
                    all.get(0).kelvin(),
                    mean(weights, all, Averages::lowestKelvin),
                    Math.exp(mean(weights, all, a -> Math.log(a.partitionSum()))),
                    mean(weights, all, Averages::excess),
                    mean(weights, all, Averages::variance),
                    mean(weights, all, Averages::magneticNumber),
                    mean(weights, all, Averages::covariance));
        }
    }

    private static <T> double mean(double[] weights, List<T> parts, ToDoubleFunction<T> value) {
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> weights[i] * value.applyAsDouble(parts.get(i)))
                .sum();
    }
}
