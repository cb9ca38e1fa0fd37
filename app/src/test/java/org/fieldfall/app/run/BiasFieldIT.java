package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.rig.Speed;
import org.fieldfall.app.rig.StagedFault;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.RunControl;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A shot inside a slow magnet: the crystal is in the fields that were asked for, the coil makes the rest. */
@Order(6)
@Timeout(240)
class BiasFieldIT {

    @TempDir
    private Path folder;

    @Test
    @EnabledIfSystemProperty(named = "fieldfall.long", matches = "true")
    void givesTheCrystalTheFieldsOfTheProtocolAndGoesToZeroAfterwards() throws Exception {
        var done = perform(List.of());

        var summary = done.result().summary();
        assertThat(summary.status()).as(summary.why()).isEqualTo("success");
        assertThat(summary.beforeTesla()).isCloseTo(1, within(2e-3));
        assertThat(summary.afterTesla()).isCloseTo(0.1, within(1e-3));
        assertThat(Math.abs(done.ratePull())).isLessThan(5);
        assertThat(trueTesla(done)).anySatisfy(tesla -> assertThat(tesla).isCloseTo(1, within(4e-3)));
        // What the supply's current makes of it, in amperes at 0.1 T/A.
        assertThat(read(done, "field")).anySatisfy(read -> {
            assertThat(read.value()).isCloseTo(1, within(2e-3));
            assertThat(read.raw()).isCloseTo(9.5, within(0.02));
        });
        assertThat(read(done, "bias-field"))
                .anySatisfy(read -> assertThat(read.value()).isCloseTo(0.05, within(1.5e-4)));
        assertThat(biasSteps(done)).last().matches(SafeStateStep::isSafe, "seen safe");
        assertThat(trueTesla(done)).last().satisfies(tesla -> assertThat(tesla).isCloseTo(0, within(1e-3)));
    }

    @Test
    void endsBeforeTheSweepWhenTheBiasMagnetQuenches() throws Exception {
        var done = perform(List.of("magnet.quench/bias-magnet@settle+1s"));

        var summary = done.result().summary();
        assertThat(summary.status()).isEqualTo("failed");
        assertThat(summary.isSafe()).isTrue();
        assertThat(done.result().end().cause().orElseThrow()).hasMessageContaining("magnet quench of the bias magnet");
        assertThat(biasSteps(done)).last().satisfies(step -> {
            assertThat(step.command()).contains("magnet quench reported");
            assertThat(step.isSafe()).isTrue();
        });
    }

    private static List<ScalarRead> read(ShortShot.Done done, String channel) {
        return done.left().log().all(ScalarRead.class).stream()
                .filter(read -> read.channel().equals(channel))
                .toList();
    }

    private static List<SafeStateStep> biasSteps(ShortShot.Done done) {
        return done.left().log().all(SafeStateStep.class).stream()
                .filter(step -> step.instrument().equals("bias magnet"))
                .toList();
    }

    private static List<Double> trueTesla(ShortShot.Done done) throws Exception {
        return Files.readAllLines(done.left().folder().resolve("truth.csv")).stream()
                .skip(1)
                .map(row -> Double.valueOf(row.split(",", -1)[1]))
                .toList();
    }

    private ShortShot.Done perform(List<String> faults) throws Exception {
        var protocol = Files.readString(ShortShot.PROTOCOL)
                .replace("rig: twin-two-instruments", "rig: twin-bias-field")
                .replace("settle: 60 s", "settle: 5 s")
                .replace("wait-at-least: 390 s", "wait-at-least: 60 s")
                .replace("within: 1 mK", "within: 30 mK")
                .replace("baseline: 60 s", "baseline: 5 s")
                .replace("relax: 65 s", "relax: 2 s");
        var file = Files.writeString(folder.resolve("protocol.yaml"), protocol);
        var experiment = Configs.of(ShortShot.HOME, Optional.empty())
                .experiment(file.toString(), Optional.empty(), Optional.empty());
        var staged = StagedFault.read(faults, experiment.rig(), List.of("settle"));
        var request = new Request(experiment, 1, Speed.AUTO, folder.resolve("runs"), "test", "a bias field", staged);
        var end = new Execution(request, new RunControl(), (ShortShot.Ear) event -> {}, InstantSource.system()).run();
        return new ShortShot.Done(end, new ShortShot.Left(Path.of(end.summary().runFolder())));
    }
}
