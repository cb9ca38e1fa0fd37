package org.fieldfall.simulator.lakeshore350;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fieldfall.simulator.Babble;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class LakeShore372Test {

    private static final List<String> WRONG = List.of(
            "SETP 0",
            "SETP 2,4",
            "SETP x,4",
            "RANGE 0,9",
            "KRDG? 17",
            "KRDG? B",
            "OUTMODE 0,7,3,0,0,0,5",
            "SCAN 17,0",
            "SCAN 3",
            "FOO? A",
            "KRDG",
            "*IDN",
            ";;X");

    private final World world = Worlds.wholeWorld();
    private final LakeShore372 bridge =
            new LakeShore372(world, new Sensor(new double[] {700, 3500, 14_000}, new double[] {20, 4, 1}), 4);

    private static String ask(Box box, String line) {
        box.hear(line);
        return box.say();
    }

    private String ask(String line) {
        return ask(bridge, line);
    }

    private double kelvin() {
        return Double.parseDouble(ask("KRDG? 3").strip());
    }

    @Test
    void readsTheBathAtItsThirdInput() {
        assertThat(ask("*IDN?")).isEqualTo("LSCI,MODEL372,SIM00013,1.3\r\n");
        assertThat(ask("KRDG? 3;RDGST? 3;SCAN?")).isEqualTo("+4.00000E+00;000;03,0\r\n");
        assertThat(ask("KRDG? 4;RDGST? 4")).isEqualTo("+0.00000E+00;016\r\n");
        assertThat(ask("RDGST? A")).isEqualTo("016\r\n");
        assertThat(ask("OUTMODE? 0;INSET? 3")).isEqualTo("5,3,0,0,0,5;1,003,003,21,1\r\n");
    }

    @Test
    void takesTheBathToItsSetpoint() {
        bridge.hear("SETP 0,4.5");
        world.advanceTo(5);

        assertThat(ask("SETP? 0")).isEqualTo("+4.50000E+00\r\n");
        assertThat(kelvin()).isLessThan(4.15);

        world.advanceTo(200);

        assertThat(kelvin()).isCloseTo(4.5, within(1e-5));
    }

    @Test
    void keepsTheLastReadingOfAnInputThatTheScannerHasLeft() {
        bridge.hear("SCAN 5,0");
        bridge.hear("SETP 0,5");
        world.advanceTo(300);

        assertThat(ask("SCAN?")).isEqualTo("05,0\r\n");
        assertThat(kelvin()).isCloseTo(4, within(1e-5));

        bridge.hear("SCAN 3,0");

        assertThat(kelvin()).isCloseTo(5, within(1e-4));
    }

    @Test
    void goesRoundWithAutoscan() {
        bridge.hear("SCAN 3,1");
        world.advanceTo(3.5);

        assertThat(ask("SCAN?")).isEqualTo("04,1\r\n");
    }

    @Test
    void goesOnAfterAnyNonsenseAndMarksEachMistake() {
        for (long seed = 0; seed < 1000; seed++) {
            babble(bridge, seed);
            assertRegistered(bridge, WRONG.get(new Random(seed).nextInt(WRONG.size())), seed);
        }
        assertThat(ask("*IDN?")).startsWith("LSCI,MODEL372,");
    }

    @Test
    void aBoxThatIsOnlyLookedAtGoesOnAfterAnyNonsense() {
        var inputs = Map.of("B", new ReferenceController.Reading(1.2, 0, 0));
        var reference = new ReferenceController(world, new Dice(1), false, inputs);
        for (long seed = 0; seed < 1000; seed++) {
            babble(reference, seed);
            assertRegistered(
                    reference, List.of("KRDG? 3", "SETP 1,4", "KRDG", "RDGST?").get((int) seed % 4), seed);
        }

        assertThat(ask(reference, "KRDG? B;RDGST? B;RDGST? C")).isEqualTo("+1.20000E+00;000;128\r\n");
    }

    private static void babble(Box box, long seed) {
        Babble babble = new Babble(
                seed, "SETP", "RANGE", "OUTMODE", "KRDG", "RAMP", "SCAN", "INSET", "CRVPT", "A", "3", "RDGST", "*ESR");
        for (int i = 0; i < 5; i++) {
            box.hear(babble.line());
        }
        assertThat(box.say()).as("seed %d", seed).matches("(?s)|.*\r\n");
        box.hangUp();
    }

    private static void assertRegistered(Box box, String wrong, long seed) {
        ask(box, "*CLS");
        assertThat(ask(box, wrong)).as("seed %d: %s", seed, wrong).isEmpty();
        assertThat(ask(box, "*ESR?")).as("seed %d: %s", seed, wrong).isIn("16\r\n", "32\r\n", "48\r\n");
    }
}
