package org.fieldfall.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldfall.app.rig.StagedFault;
import org.junit.jupiter.api.Test;

class DrillTableTest {

    private final DrillTable table = new DrillTable(List.of(
            result("sweep", DrillResult.Outcome.FAILED, OptionalDouble.of(5), List.of()),
            result("relax", DrillResult.Outcome.WENT_ON, OptionalDouble.empty(), List.of("not \"seen\" safe"))));

    @Test
    void hasALineAFaultAndAColumnAPhase() {
        assertThat(table.markdown("Drill").lines())
                .contains(
                        "| fault | sweep | relax |",
                        "| `supply.trip/field-supply` | aborted in sweep (1.5) | went on, no occasion (1.5) **NOT AS DUE** |",
                        "1 of 2 cases did not end as was due.");
    }

    @Test
    void namesTheCasesThatWereNotAsDueWithWhatRepeatsThem() {
        assertThat(table.failed())
                .singleElement()
                .asString()
                .startsWith("supply.trip/field-supply@relax+1s: went on")
                .contains("not \"seen\" safe", "`fieldfall dry-run drill`");
    }

    @Test
    void writesOneQuotedLineACase() {
        assertThat(table.csv().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.startsWith("supply.trip/field-supply,sweep,supply.trip/field-supply@sweep+1s,aborted,"))
                .anyMatch(line -> line.endsWith("false,\"\",\"not \"\"seen\"\" safe\""));
    }

    private static DrillResult result(
            String phase, DrillResult.Outcome outcome, OptionalDouble happened, List<String> complaints) {
        var fault = new StagedFault("supply.trip", "field-supply", Optional.of(phase), 1, OptionalDouble.empty());
        return new DrillResult(
                new DrillCase(fault, phase),
                outcome,
                phase,
                happened,
                OptionalDouble.of(0.1),
                OptionalDouble.of(1.5),
                20,
                OptionalDouble.of(0),
                1,
                "",
                complaints,
                "fieldfall dry-run drill");
    }
}
