package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.app.store.Json;
import org.fieldfall.protocols.sequence.RunControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped cold protocol in a hurry: the spins are relaxed in the field, and what is tracked is what is true. */
@Timeout(240)
class FieldCoolingIT {

    @TempDir
    private Path folder;

    @Test
    void cooledInTheFieldItKnowsTheTruePopulations() throws Exception {
        var done = ShortShot.perform(protocol(), folder.resolve("runs"), 1, new RunControl(), event -> {});

        var summary = done.result().summary();
        assertThat(summary.status()).as(summary.why()).isEqualTo("success");
        assertThat(summary.warnings()).anyMatch(warning -> warning.contains("is cooled in the field from 3.3"));
        assertThat(summary.phases().get(0).why()).contains("relaxed in the field at 3.3");
        var spins = summary.equilibrium().orElseThrow();
        assertThat(spins.halfGap()).isLessThan(1e-3);
        // The thermometer's unknown EMF is 5 mK, and that is 1 % of the population at the least.
        assertThat(spins.upperPopulation()).isCloseTo(trueUpperPopulation(done), withinPercentage(6));
        assertThat(spins.frozenKelvin()).isBetween(2.6, 3.35);
        assertThat(spins.departureAtMost()).isBetween(0.002, 0.01);
        assertThat(Json.text(RecordedRun.open(done.left().folder()).summary()))
                .isEqualTo(Files.readString(done.left().folder().resolve("summary.json")));
    }

    /** Just before the ramp. */
    private static double trueUpperPopulation(ShortShot.Done done) throws Exception {
        var start = done.left().truth().rampStart();
        List<String> rows = Files.readAllLines(done.left().folder().resolve("truth.csv"));
        return rows.stream()
                .skip(1)
                .map(row -> Arrays.stream(row.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .filter(row -> row[0] < start)
                .reduce((a, b) -> b)
                .orElseThrow()[4];
    }

    private Path protocol() throws Exception {
        var shipped = Files.readString(ShortShot.HOME.resolve("config/protocols/field-cooled.yaml"));
        var hasty = shipped.replace("budget: 30 min", "budget: 5 min")
                .replace("settle: 60 s", "settle: 5 s")
                .replace("wait-at-least: 390 s", "wait-at-least: 60 s")
                .replace("within: 1 mK", "within: 30 mK")
                .replace("baseline: 60 s", "baseline: 10 s")
                .replace("relax: 600 s", "relax: 12 s");
        return Files.writeString(folder.resolve("field-cooled.yaml"), hasty);
    }
}
