package org.fieldfall.simulator.onecharacterswitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.HeatSwitch;
import org.fieldfall.simulator.world.World;
import org.fieldfall.simulator.world.Worlds;
import org.junit.jupiter.api.Test;

class OneCharacterSwitchTest {

    private final World world = Worlds.wholeWorld();
    private final HeatSwitch heatSwitch = world.surroundings().heatSwitch();
    private final AtomicLong wall = new AtomicLong(-7_000_000_000L);
    private final OneCharacterSwitch board = new OneCharacterSwitch(world, new Dice(1), wall::get, 2);

    @Test
    void opensAndClosesAndSendsTheByteBackAfterItsPulse() {
        board.hear("o");
        assertThat(board.say()).isEmpty();
        assertThat(board.isBusy()).isTrue();
        pass(50);
        assertThat(board.say()).isEqualTo(" o\r\n");
        world.advanceTo(1);
        assertThat(heatSwitch.isClosed()).isFalse();

        board.hear("c");
        pass(60);
        world.advanceTo(2);

        assertThat(board.say()).isEqualTo(" c\r\n");
        assertThat(heatSwitch.isClosed()).isTrue();
        assertThat(board.isBusy()).isFalse();
    }

    @Test
    void tellsItsVersionAndCountsItsConverter() {
        assertThat(ask("v")).isEqualTo(" SIM0.1 v\r\n");
        assertThat(ask("?")).matches(" 5\\d\\d \\?\r\n");
    }

    @Test
    void sendsUnknownBytesBack() {
        assertThat(ask("x")).isEqualTo(" x\r\n");
        assertThat(ask("O")).isEqualTo(" O\r\n");
        assertThat(heatSwitch.isClosed()).isTrue();
    }

    @Test
    void isDeafWhileItBoots() {
        board.pickUp();
        assertThat(ask("o")).isEmpty();
        pass(1999);
        assertThat(ask("v")).isEmpty();
        pass(1);

        assertThat(ask("v")).isEqualTo(" SIM0.1 v\r\n");
        world.advanceTo(5);
        assertThat(heatSwitch.isClosed()).isTrue();
    }

    @Test
    void usesTheLastOfTheBytesThatWaitWhileItPulses() {
        board.hear("o");
        board.hear("c");
        board.hear("v");
        pass(50);

        assertThat(board.say()).isEqualTo(" o\r\n SIM0.1 v\r\n");
        world.advanceTo(1);
        assertThat(heatSwitch.isClosed()).isFalse();
    }

    @Test
    void survivesAnyStreamOfBytes() {
        Random random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            board.hear(String.valueOf((char) random.nextInt(256)));
            pass(random.nextInt(40));
            if (random.nextInt(100) == 0) {
                board.hangUp();
                board.pickUp();
            }
        }
        pass(2100);
        board.say();

        assertThat(ask("v")).isEqualTo(" SIM0.1 v\r\n");
    }

    private void pass(int millis) {
        wall.addAndGet(millis * 1_000_000L);
    }

    private String ask(String letter) {
        board.hear(letter);
        return board.say();
    }
}
