package org.fieldfall.protocols.analysis;

import java.util.List;
import java.util.function.Function;

/** All candidates, each with the weight its likelihood gives it. */
final class RampMixture {
    private final List<RampCandidate> candidates;
    private final double[] weights;
    private final double scale;

    /** @param free readings less parameters */
    RampMixture(List<RampCandidate> candidates, RampCandidate best, int free) {
        this.candidates = candidates;
        // Scatter larger than the stated noise widens every uncertainty.
        this.scale = Math.max(1, Math.sqrt(best.chiSquare() / free));
        this.weights = candidates.stream()
                .mapToDouble(c -> Math.exp(-(c.chiSquare() - best.chiSquare()) / 2 / (scale * scale)))
                .toArray();
    }

    RampEdges edges() {
        return new RampEdges(
                mix(c -> within(c.start(), c.startStep())),
                mix(c -> within(c.duration(), c.durationStep())),
                mix(c -> scaled(c.endKelvin())),
                mix(c -> scaled(c.pickUpKelvin())),
                mix(c -> Uncertain.exact(c.lag())));
    }

    /** Somewhere in the cell of a grid. */
    private static Uncertain within(double place, double step) {
        return new Uncertain(place, step / Math.sqrt(12));
    }

    private Uncertain scaled(Uncertain fitted) {
        return new Uncertain(fitted.value(), scale * fitted.sigma());
    }

    private Uncertain mix(Function<RampCandidate, Uncertain> number) {
        double sum = 0;
        double mean = 0;
        double square = 0;
        double origin = number.apply(candidates.get(0)).value();
        for (int i = 0; i < weights.length; i++) {
            Uncertain here = number.apply(candidates.get(i));
            double off = here.value() - origin;
            sum += weights[i];
            mean += weights[i] * off;
            square += weights[i] * (here.sigma() * here.sigma() + off * off);
        }
        mean /= sum;
        return new Uncertain(origin + mean, Math.sqrt(Math.max(0, square / sum - mean * mean)));
    }
}
