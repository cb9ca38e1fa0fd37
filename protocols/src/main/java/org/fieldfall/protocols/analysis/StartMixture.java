package org.fieldfall.protocols.analysis;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.linear.ArrayRealVector;

/** All candidates, each with the weight its likelihood gives it. */
final class StartMixture {
    private final List<RampFit.Candidate> candidates;
    private final double[] weights;
    private final double scale;

    StartMixture(List<RampFit.Candidate> candidates, RampFit.Candidate best, int readings) {
        this.candidates = candidates;
        // Scatter larger than the stated noise widens every uncertainty.
        this.scale = Math.max(1, Math.sqrt(best.chiSquare() / (readings - RampFit.PARAMETERS)));
        this.weights = candidates.stream()
                .mapToDouble(c -> Math.exp(-(c.chiSquare() - best.chiSquare()) / 2 / (scale * scale)))
                .toArray();
    }

    RampEdges edges() {

        return new RampEdges(
                mix(c -> new Uncertain(c.start(), RampFit.FINE_STEP_SECONDS / Math.sqrt(12))),
                mix(c -> parameter(c, RampFit.DURATION)),
                mix(StartMixture::end),
                mix(c -> parameter(c, RampFit.PICK_UP)),
                mix(c -> parameter(c, RampFit.LAG)));
    }

    private Uncertain mix(Function<RampFit.Candidate, Uncertain> number) {
        double sum = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < weights.length; i++) {
            Uncertain here = number.apply(candidates.get(i));
            double sigma = scale * here.sigma();
            sum += weights[i];
            mean += weights[i] * here.value();
            square += weights[i] * (sigma * sigma + here.value() * here.value());
        }
        mean /= sum;
        return new Uncertain(mean, Math.sqrt(Math.max(0, square / sum - mean * mean)));
    }

    private static Uncertain parameter(RampFit.Candidate candidate, int index) {
        double variance = candidate.covariance().getEntry(index, index);
        return new Uncertain(candidate.parameters()[index], Math.sqrt(Math.max(0, variance)));
    }

    private static Uncertain end(RampFit.Candidate candidate) {
        double[] p = candidate.parameters();
        double duration = p[RampFit.DURATION];
        double[] gradient = new double[RampFit.PARAMETERS];
        gradient[RampFit.LEVEL] = 1;
        gradient[RampFit.RAMP_SLOPE] = duration;
        gradient[RampFit.RAMP_CURVE] = duration * duration;
        gradient[RampFit.RAMP_CUBE] = duration * duration * duration;
        gradient[RampFit.DURATION] = p[RampFit.RAMP_SLOPE]
                + 2 * p[RampFit.RAMP_CURVE] * duration
                + 3 * p[RampFit.RAMP_CUBE] * duration * duration;
        ArrayRealVector direction = new ArrayRealVector(gradient, false);
        double variance = direction.dotProduct(candidate.covariance().operate(direction));
        double end = p[RampFit.LEVEL]
                + duration
                        * (p[RampFit.RAMP_SLOPE]
                                + duration * (p[RampFit.RAMP_CURVE] + duration * p[RampFit.RAMP_CUBE]));
        return new Uncertain(end, Math.sqrt(Math.max(0, variance)));
    }
}
