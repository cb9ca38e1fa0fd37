package org.fieldfall.drivers.onecharacterswitch;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.fieldfall.drivers.mishap.Bench;
import org.fieldfall.drivers.mishap.WireContract;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.HeatSwitch;

class OneCharacterSwitchWireTest extends WireContract {

    private static final SwitchSettings SETTINGS = new SwitchSettings(Duration.ofMillis(500), 1, Duration.ofSeconds(2));

    @Override
    protected Bench bench(Random random) {
        var board = new BoardInMemory();
        return new Bench(board, true, line -> plugged(line, board));
    }

    private static Bench.Plugged plugged(Line line, BoardInMemory board) {
        var driver = new OneCharacterSwitch(line, SETTINGS);
        return new Bench.Plugged(
                driver::identify,
                driver::resynchronise,
                List.of(
                        new Bench.Trial(
                                "open",
                                () -> {},
                                () -> {
                                    driver.open(SOON);
                                    return driver.lastCommand();
                                },
                                last -> last == HeatSwitch.Command.OPEN && board.moved() == 'o'),
                        new Bench.Trial(
                                "close",
                                () -> {},
                                () -> {
                                    driver.close(SOON);
                                    return driver.lastCommand();
                                },
                                last -> last == HeatSwitch.Command.CLOSE && board.moved() == 'c'),
                        new Bench.Trial(
                                "identify",
                                () -> {},
                                () -> driver.identify(SOON).firmware(),
                                "0.1"::equals)));
    }
}
