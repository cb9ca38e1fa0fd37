package org.fieldfall.protocols.analysis;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.linear.ArrayRealVector;

/** All candidates, each with the weight its likelihood gives it. */
final class StartMixture {
    private final List<RampFit.Candidate> candidates;
    private final double[] weights;
    private final double scale;

    /** @param free readings less parameters */
    StartMixture(List<RampFit.Candidate> candidates, RampFit.Candidate best, int free) {
        this.candidates = candidates;
        // Scatter larger than the stated noise widens every uncertainty.
        this.scale = Math.max(1, Math.sqrt(best.chiSquare() / free));
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
        double[] gradient = new double[p.length];
        gradient[RampFit.LEVEL] = 1;
        double end = p[RampFit.LEVEL];
        double power = 1;
        for (int k = 1; k <= p.length - RampFit.RAMP; k++) {
            double coefficient = p[RampFit.RAMP + k - 1];
            gradient[RampFit.DURATION] += k * coefficient * power;
            power *= duration;
            gradient[RampFit.RAMP + k - 1] = power;
            end += coefficient * power;
        }
        ArrayRealVector direction = new ArrayRealVector(gradient, false);
        double variance = direction.dotProduct(candidate.covariance().operate(direction));
        return new Uncertain(end, Math.sqrt(Math.max(0, variance)));
    }
}
