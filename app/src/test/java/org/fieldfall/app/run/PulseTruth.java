package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Twins;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.simulator.SteppedTwin;

/**
 * A heater pulse's C and K beside the twin's own, like with like: C of the world's crystal and platform, the spins in
 * equilibrium, at the shot's field and at the temperature that the measured C is stated for; K of the permanent link.
 */
record PulseTruth(long seed, Uncertain capacity, double trueCapacity, Uncertain link, double trueLink) {

    static final double TESLA = 0.1;

    static Experiment experiment() {
        String protocol = ShortShot.HOME
                .resolve("app/src/test/resources/protocols/heater-pulse.yaml")
                .toAbsolutePath()
                .toString();
        return Configs.of(ShortShot.HOME, Optional.empty()).experiment(protocol, Optional.empty(), Optional.empty());
    }

    static PulseTruth of(
            Experiment experiment,
            long seed,
            Uncertain capacity,
            Uncertain link,
            double baselineKelvin,
            Map<String, Double> drawn) {
        double truth = SteppedTwin.joulePerKelvin(Twins.settings(experiment), drawn, baselineKelvin, TESLA);
        return new PulseTruth(seed, capacity, truth, link, drawn.getOrDefault("link_w_per_k", Double.NaN));
    }

    double capacityPull() {
        return (capacity.value() - trueCapacity) / capacity.sigma();
    }

    double linkPull() {
        return (link.value() - trueLink) / link.sigma();
    }

    static long within(double pulls, List<Double> of) {
        return of.stream().filter(pull -> Math.abs(pull) <= pulls).count();
    }

    /** A table for people. */
    static List<String> table(List<PulseTruth> all) {
        List<String> lines = new ArrayList<>();
        lines.add("seed, C (uJ/K), true C, sigma/C, pull of C, K (uW/K), true K, sigma/K, pull of K");
        for (PulseTruth one : all) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%2d  %.3f %.3f %.2f %% %+5.2f  %.4f %.4f %.2f %% %+5.2f",
                    one.seed,
                    1e6 * one.capacity.value(),
                    1e6 * one.trueCapacity,
                    100 * one.capacity.relativeSigma(),
                    one.capacityPull(),
                    1e6 * one.link.value(),
                    1e6 * one.trueLink,
                    100 * one.link.relativeSigma(),
                    one.linkPull()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "within 2 sigma: C %d, K %d of %d; mean pull C %+.2f, K %+.2f",
                within(2, all.stream().map(PulseTruth::capacityPull).toList()),
                within(2, all.stream().map(PulseTruth::linkPull).toList()),
                all.size(),
                all.stream().mapToDouble(PulseTruth::capacityPull).average().orElse(Double.NaN),
                all.stream().mapToDouble(PulseTruth::linkPull).average().orElse(Double.NaN)));
        return lines;
    }
}
