package org.fieldfall.simulator.onecharacterswitch;

import java.util.function.LongSupplier;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.HeatSwitch;
import org.fieldfall.simulator.world.World;

/**
 * The board: {@code o} opens, {@code c} closes, {@code v} tells its version, {@code ?} counts its converter, anything else
 * comes back. It hears nothing while it boots after its port was opened; while it pulses a pin for 50 ms the bytes wait,
 * and of those that wait the last one counts. A boot does not move the switch.
 *
 * <p>Boot and pulse are times of the board's own, on the wall clock.
 */
public final class OneCharacterSwitch implements Box {

    private static final String VERSION = "SIM0.1";
    private static final long PULSE_NANOS = 50_000_000;
    private static final int COUNT_STREAM = 3003;
    private static final double COUNT = 512;

    private final World world;
    private final HeatSwitch heatSwitch;
    private final LongSupplier wallNanos;
    private final Dice dice;
    private final long bootNanos;
    private final StringBuilder said = new StringBuilder();
    private String waiting = "";
    private String due = "";
    private long quietSince;
    private long deafNanos;
    private int counted;

    public OneCharacterSwitch(World world, Dice dice, LongSupplier wallNanos, double bootSeconds) {
        this.world = world;
        this.heatSwitch = world.surroundings().heatSwitch();
        this.dice = dice;
        this.wallNanos = wallNanos;
        this.bootNanos = Math.round(bootSeconds * 1e9);
    }

    /** The port was opened: DTR resets the board. */
    @Override
    public void pickUp() {
        forget();
        rest(bootNanos);
    }

    /** @param line one character */
    @Override
    public void hear(String line) {
        proceed();
        if (due.isEmpty() && isResting()) {
            return;
        }
        waiting = line;
        proceed();
    }

    @Override
    public void hearTooMuch() {}

    @Override
    public void hangUp() {
        forget();
    }

    @Override
    public boolean isBusy() {
        return !due.isEmpty() || !waiting.isEmpty();
    }

    @Override
    public String say() {
        proceed();
        String text = said.toString();
        said.setLength(0);
        return text;
    }

    private void proceed() {
        if (isResting()) {
            return;
        }
        said.append(due);
        due = "";
        if (!waiting.isEmpty()) {
            String letter = waiting;
            waiting = "";
            act(letter);
        }
    }

    private void act(String letter) {
        switch (letter) {
            case "o" -> move(false, letter);
            case "c" -> move(true, letter);
            case "v" -> said.append(' ').append(VERSION).append(" v\r\n");
            case "?" -> said.append(' ').append(count()).append(" ?\r\n");
            default -> said.append(' ').append(letter).append("\r\n");
        }
    }

    private void move(boolean toClosed, String letter) {
        world.act(() -> heatSwitch.move(toClosed, world.tick()));
        due = " " + letter + "\r\n";
        rest(PULSE_NANOS);
    }

    private long count() {
        return Math.round(COUNT + dice.normal(COUNT_STREAM, counted++));
    }

    private void rest(long nanos) {
        quietSince = wallNanos.getAsLong();
        deafNanos = nanos;
    }

    private boolean isResting() {
        boolean resting = deafNanos > 0 && wallNanos.getAsLong() - quietSince < deafNanos;
        deafNanos = resting ? deafNanos : 0;
        return resting;
    }

    private void forget() {
        waiting = "";
        due = "";
        said.setLength(0);
    }
}
