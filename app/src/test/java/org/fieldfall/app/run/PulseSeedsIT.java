package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.sequence.RunControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** C and K of twenty laboratories, the seeds 1 to 20, from a heater pulse over real wires. */
@Timeout(2400)
@EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
class PulseSeedsIT {

    private static final int SEEDS = 20;

    @TempDir
    private Path runs;

    @Test
    void measuresEachWithinTwoSigmaOfTheTruthInAtLeastSixteenOfTwentyLaboratories() throws IOException {
        List<PulseTruth> all =
                IntStream.rangeClosed(1, SEEDS).mapToObj(this::perform).toList();

        Files.write(Path.of("target", "pulse-seeds.txt"), PulseTruth.table(all));
        assertThat(all.stream().filter(one -> Math.abs(one.capacityPull()) <= 2))
                .hasSizeGreaterThanOrEqualTo(16);
        assertThat(all.stream().filter(one -> Math.abs(one.linkPull()) <= 2)).hasSizeGreaterThanOrEqualTo(16);
    }

    private PulseTruth perform(int seed) {
        Experiment experiment = PulseTruth.experiment();
        Request request = new Request(experiment, seed, Speed.AUTO, runs, "test", "a heater pulse");
        ShortShot.Ear deaf = event -> {};
        ShotSummary summary = new Execution(request, new RunControl(), deaf, InstantSource.system())
                .run()
                .summary();
        Map<String, Double> figures = summary.shots().get(0).figures();
        TruthKeeper.Drawn truth =
                Json.read(Path.of(summary.runFolder()).resolve("truth.json"), TruthKeeper.Drawn.class);
        return PulseTruth.of(
                experiment,
                seed,
                figure(figures, "heat_capacity_j_per_k", "heat_capacity_sigma_j_per_k"),
                figure(figures, "link_w_per_k", "link_sigma_w_per_k"),
                figures.getOrDefault("baseline_k", Double.NaN),
                truth.drawn());
    }

    private static Uncertain figure(Map<String, Double> figures, String value, String sigma) {
        return new Uncertain(figures.getOrDefault(value, Double.NaN), figures.getOrDefault(sigma, Double.NaN));
    }
}
