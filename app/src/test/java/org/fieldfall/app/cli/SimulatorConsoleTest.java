package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.SimulatedRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One simulated rig for all, held between the tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorConsoleTest {

    private final Configs configs = Configs.of(Path.of(".."), Optional.empty());
    private final RigConfig rig = configs.rig("twin");
    private final StringWriter text = new StringWriter();
    private SimulatedRig twin;
    private SimulatorConsole console;

    @BeforeAll
    void start() {
        twin = SimulatedRig.start(
                rig,
                configs.sample("mn12ac-experiment"),
                OpenRig.calibration(rig).curve(),
                1);
        console = new SimulatorConsole(rig, twin, 1, new PrintWriter(text));
        said("pause");
    }

    @AfterAll
    void end() {
        twin.close();
    }

    @Test
    void showsTheWorldAsItReallyIs() {
        assertThat(said("view"))
                .matches(
                        "SIMULATOR at [0-9.]+ s: -?0\\.0000 T, -?0\\.0000 A, lattice 4\\.\\d{4} K, platform 4\\.\\d{4} K,"
                                + " upper well 0\\.5000, coil heat 0\\.000 J, paused\\n  levels.*  m=10: 0\\.4\\d{3}\\n")
                .contains("m=-10: 0.4");
    }

    @Test
    void letsAFaultHappenNowAndTellsThatItDid() {
        assertThat(said("fault supply.trip:5s")).isEqualTo("SIMULATOR staged supply.trip/field-supply:5s\n");

        text.getBuffer().setLength(0);
        console.look();
        assertThat(text.toString()).startsWith("SIMULATOR supply.trip/field-supply happened at ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "viev | no command \"viev\"; due one of fault, faults, help, lines, pause, quit, resume, speed, view, watch",
                "view all | came \"view all\", due view",
                "speed | came \"speed\", due speed N",
                "speed 51 | came speed 51, due 1 to 50",
                "speed NaN | came speed NaN, due 1 to 50",
                "watch 10 | came watch 10 (no unit), due a time, like 10s, or off",
                "watch 0s | came watch 0s, due a time above 0 s",
                "fault supply.trip@sweep | came fault supply.trip@sweep, due one without @: it happens at once",
                "fault disk.full | disk.full befalls the record of a run, and the simulated rig alone keeps none",
            })
    void tellsWhatIsWrongAndWhatWasDue(String line, String words) {
        assertThat(said(line)).isEqualTo("refused: " + words + "\n");
    }

    @Test
    void refusesAFaultOfAnotherName() {
        assertThat(said("fault supply.trap"))
                .startsWith("refused: supply.trap: no fault \"supply.trap\", nearest is supply.trip");
    }

    @Test
    void watchesUntilItIsTold() {
        assertThat(said("watch 1h")).isEqualTo("SIMULATOR watches every 3600 s\n");

        text.getBuffer().setLength(0);
        console.look();
        console.look();
        assertThat(text.toString().lines().filter(line -> line.contains("lattice")))
                .hasSize(1);
        assertThat(said("watch off")).isEqualTo("SIMULATOR watches no more\n");
    }

    @Test
    void keepsASpeedForWhenItIsResumed() {
        assertThat(said("speed 5")).isEqualTo("SIMULATOR speed 5, once it is resumed\n");
        assertThat(said("resume")).isEqualTo("SIMULATOR runs at speed 5\n");
        assertThat(said("pause")).startsWith("SIMULATOR paused at ");
        var held = twin.view().state().seconds();
        assertThat(twin.view().state().seconds()).isEqualTo(held);
    }

    @Test
    void givesTheLinesAndTheHelp() {
        assertThat(said("lines")).contains("field-supply -> ASRL", "sample-thermometer -> TCPIP0");
        assertThat(said("help").lines()).hasSize(10).allMatch(line -> line.startsWith("  "));
        assertThat(said("faults")).contains("supply.trip", "reply.lost");
        assertThat(said("  ")).isEmpty();
        assertThat(console.isOver()).isFalse();
    }

    @Test
    void answersEveryLineThatIsNotEmpty() {
        var random = new Random(20);
        for (int i = 0; i < 1000; i++) {
            var line = new StringBuilder("fault ".substring(random.nextInt(6)));
            for (int k = random.nextInt(12); k >= 0; k--) {
                line.append((char) (' ' + random.nextInt(95)));
            }

            assertThat(said(line.toString()).isEmpty())
                    .as(line.toString())
                    .isEqualTo(line.toString().isBlank());
        }
        assertThat(console.isOver()).isFalse();
    }

    private String said(String line) {
        text.getBuffer().setLength(0);
        console.hear(line);
        return text.toString();
    }
}
