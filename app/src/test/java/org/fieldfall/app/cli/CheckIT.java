package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The check of the simulated rig, over its real lines. */
class CheckIT {

    @Test
    void findsThatTheTwinFitsItsFile() throws Exception {
        var terminal = Terminal.fieldfall("check", "--rig", "twin", "--json", "--questions", "3");

        var report = new ObjectMapper().readTree(terminal.out());

        assertThat(terminal.exitCode()).isZero();
        assertThat(report.get("verdict").asText()).isEqualTo("fits");
        assertThat(report.get("source").asText()).isEqualTo("simulator");
        assertThat(report.get("roles")).hasSize(6);
        assertThat(report.get("roles")).allSatisfy(role -> {
            assertThat(role.get("identity").get("model").asText()).isNotEmpty();
            assertThat(role.get("latency").get("answers").asInt()).isGreaterThanOrEqualTo(3);
            assertThat(role.get("latency").get("p50_s").doubleValue()).isBetween(0.0, 0.5);
        });
    }

    @Test
    void readsTheFieldAndTheBathAsTheyAre() throws Exception {
        var terminal = Terminal.fieldfall("check", "--rig", "twin", "--questions", "1");

        assertThat(terminal.out().lines())
                .anyMatch(line -> line.matches("  ok      field        now -?0(\\.00\\d+)? T|.*now -?\\d.*e-\\d+ T"))
                .anyMatch(line -> line.matches("  ok      temperature  now 4\\.(19|20)\\d* K"))
                .anyMatch(line -> line.matches("  ok      setpoint     now 4\\.2 K"))
                .endsWith("verdict: all fits");
    }

    @Test
    void findsThatTheTwinWithTwoInstrumentsFitsItsFile() {
        var terminal = Terminal.fieldfall("check", "--rig", "twin-two-instruments", "--questions", "1");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("SIMULATOR", "KEPCO", "34465A");
    }
}
