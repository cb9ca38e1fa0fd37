package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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

    @Test
    void readsLimitsRangesAndCurvesOffTheInstruments() {
        var terminal = Terminal.fieldfall("check", "--rig", "twin-with-source", "--questions", "1");

        assertThat(terminal.exitCode()).as(terminal.out()).isZero();
        assertThat(terminal.out().lines())
                .contains(
                        "  ok      its limits   20 A, 20 V; due at least max-current 12 A, compliance 10 V",
                        "  ok      its ranges   0.1 V to 1000 V, now 10 V; due 0.1 V among them",
                        "  ok      its curve    21 CX-1050 SIM1050 to 20 K; due one to 20 K or more for limits.temperature",
                        "  ok      its loop     output 1 in mode 1 on input A; due mode 1 or 2 on input A",
                        "  ok      level        now 0 A",
                        "  ok      limit        now 21 V")
                .anyMatch(line -> line.startsWith("  ok      its setup    1,2,+0.000,1; due"))
                .anyMatch(line -> line.matches("  ok      helium       now (61|62)\\.\\d+ %"));
        assertThat(terminal.err().lines()).contains("check 1 of 8: field-supply", "check 8 of 8: auxiliary helium");
    }

    /** What goes out on the wire, recorded: questions, and the bare ends of lines that drop what was left half-sent. */
    @Test
    void asksQuestionsOnly() throws Exception {
        var wire = (Logger) LoggerFactory.getLogger("fieldfall.wire");
        var recorded = new ListAppender<ILoggingEvent>();
        recorded.start();
        wire.addAppender(recorded);
        wire.setAdditive(false);
        wire.setLevel(Level.TRACE);
        JsonNode report;
        try {
            var terminal = Terminal.fieldfall("check", "--rig", "twin-with-source", "--json", "--questions", "2");
            report = new ObjectMapper().readTree(terminal.out());
        } finally {
            wire.setLevel(null);
            wire.setAdditive(true);
            wire.detachAppender(recorded);
        }

        // Other tests may be on lines of their own meanwhile.
        var ours = report.get("roles").findValuesAsText("resource");
        var sent = List.copyOf(recorded.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> ours.stream().anyMatch(resource -> line.contains("(" + resource + ") > ")))
                .map(line -> line.substring(line.indexOf(") > \"") + 5, line.length() - 1)
                        .replaceAll("\\\\[nr]", ""))
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .filter(part -> !part.isEmpty())
                .toList();

        assertThat(sent)
                .contains(
                        "*IDN?", "CURR? MAX", "MEAS:CURR?", "CRVHDR? 21", "HTRSET? 2", ":SENS:VOLT:PROT?", "LEV?", "v")
                .allMatch(part -> part.matches("[*:A-Z]+\\?( [A-Z0-9]+)?|v|\\?"));
    }
}
