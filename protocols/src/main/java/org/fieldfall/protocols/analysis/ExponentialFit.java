package org.fieldfall.protocols.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * c + B exp(−t/τ) through a stretch of bins. τ is not fitted but scanned from a tenth of the stretch to ten times it: at each the
 * rest is a straight line, and all count with their likelihood.
 */
final class ExponentialFit {

    private static final int TIMES = 41;
    private static final double REACH = 10;
    private static final int FEWEST_BINS = 8;

    private final List<Line> lines;
    private final double least;

    private ExponentialFit(List<Line> lines) {
        this.lines = lines;
        this.least = lines.stream().mapToDouble(Line::chiSquare).min().orElseThrow();
    }

    static ExponentialFit of(TraceBins bins, double[] kelvin, double from, double to, double noiseKelvin) {
        int first = bins.indexAt(from);
        int last = Math.max(bins.indexAt(to), first + FEWEST_BINS);
        if (last > bins.size()) {
            throw new InsufficientTraceException("an exponential needs " + FEWEST_BINS + " bins of readings from "
                    + from + " s after the start of the ramp on, there are " + (bins.size() - first));
        }
        double length = bins.seconds()[last - 1] - bins.seconds()[first];
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            double tau = length * Math.pow(REACH, 2.0 * i / (TIMES - 1) - 1);
            lines.add(Line.through(bins, kelvin, first, last, tau, noiseKelvin));
        }
        return new ExponentialFit(lines);
    }

    Uncertain at(double t) {
        double mean = mean(line -> line.at(t));
        double square = mean(line -> {
            double off = line.at(t) - mean;
            return off * off + line.varianceAt(t);
        });
        return new Uncertain(mean, Math.sqrt(square));
    }

    double slopeAt(double t) {
        return mean(line -> line.slopeAt(t));
    }

    private double mean(ToDoubleFunction<Line> number) {
        double sum = 0;
        double weights = 0;
        for (Line line : lines) {
            double weight = Math.exp((least - line.chiSquare()) / 2);
            sum += weight * number.applyAsDouble(line);
            weights += weight;
        }
        return sum / weights;
    }

    /** Straight line in x = exp(−(t − zero)/τ), kept by its centre. */
    private record Line(
            double zero,
            double tau,
            double centreX,
            double centreY,
            double slope,
            double weight,
            double sxx,
            double chiSquare) {

        static Line through(TraceBins bins, double[] kelvin, int first, int last, double tau, double noise) {
            double zero = bins.seconds()[first];
            double weight = 0;
            double x = 0;
            double y = 0;
            for (int i = first; i < last; i++) {
                double w = bins.counts()[i] / (noise * noise);
                weight += w;
                x += w * Math.exp(-(bins.seconds()[i] - zero) / tau);
                y += w * kelvin[i];
            }
            double centreX = x / weight;
            double centreY = y / weight;
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int i = first; i < last; i++) {
                double w = bins.counts()[i] / (noise * noise);
                double dx = Math.exp(-(bins.seconds()[i] - zero) / tau) - centreX;
                double dy = kelvin[i] - centreY;
                xx += w * dx * dx;
                xy += w * dx * dy;
                yy += w * dy * dy;
            }
            return new Line(zero, tau, centreX, centreY, xy / xx, weight, xx, yy - xy * xy / xx);
        }

        double at(double t) {
            return centreY + slope * offset(t);
        }

        double slopeAt(double t) {
            return -slope / tau * Math.exp(-(t - zero) / tau);
        }

        double varianceAt(double t) {
            return 1 / weight + offset(t) * offset(t) / sxx;
        }

        private double offset(double t) {
            return Math.exp(-(t - zero) / tau) - centreX;
        }
    }
}
