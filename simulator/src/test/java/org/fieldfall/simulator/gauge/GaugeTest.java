package org.fieldfall.simulator.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class GaugeTest {

    private final World world = Worlds.world();
    private final Gauge gauge = new Gauge(
            world,
            new Dice(1),
            "level",
            List.of(new Gauge.Channel("LEV? 1", 62, -0.1, 0), new Gauge.Channel("PRES?", 1e-5, 0, 1e-7)));

    private String asked(String line) {
        gauge.hear(line);
        return gauge.say();
    }

    @Test
    void tellsThatItIsSimulated() {
        assertThat(asked("*IDN?")).isEqualTo("FIELDFALL,GAUGE level,SIM00007,1.0\r\n");
        assertThat(asked("*opc?")).isEqualTo("1\r\n");
    }

    @Test
    void answersEachOfItsQuestionsWithItsOwnNumber() {
        world.advanceTo(10);

        assertThat(Double.parseDouble(asked("LEV? 1").strip())).isEqualTo(61);
        assertThat(Double.parseDouble(asked("PRES?").strip())).isCloseTo(1e-5, within(6e-7));
    }

    @Test
    void saysNothingToWhatItDoesNotKnow() {
        assertThat(asked("LEV? 2")).isEmpty();
        assertThat(asked("RANGE 3")).isEmpty();
    }
}
