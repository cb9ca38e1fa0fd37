package org.fieldfall.simulator.gauge;

import java.util.List;
import java.util.Locale;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.World;

/**
 * A box of IEEE 488.2 that answers {@code *IDN?}, {@code *OPC?} and the questions of its channels, word for word, and
 * nothing else. Each number starts somewhere and drifts evenly; it has nothing to do with the rest of the world.
 */
public final class Gauge implements Box {

    private static final int NOISE_STREAM = 3100;

    private final World world;
    private final Dice dice;
    private final String identity;
    private final List<Channel> channels;
    private final StringBuilder said = new StringBuilder();
    private long readings;

    /**
     * One number.
     *
     * @param query question it answers
     * @param noise rms of a reading
     */
    public record Channel(String query, double start, double perSecond, double noise) {}

    /** @param name what the box is called in its rig; a part of its identity */
    public Gauge(World world, Dice dice, String name, List<Channel> channels) {
        this.world = world;
        this.dice = dice;
        this.identity = "FIELDFALL,GAUGE " + name + ",SIM00007,1.0";
        this.channels = List.copyOf(channels);
    }

    @Override
    public void hear(String line) {
        String asked = line.strip();
        if (asked.equalsIgnoreCase("*IDN?")) {
            say(identity);
        } else if (asked.equalsIgnoreCase("*OPC?")) {
            say("1");
        } else {
            channels.stream()
                    .filter(channel -> channel.query().equalsIgnoreCase(asked))
                    .findFirst()
                    .ifPresent(channel -> say(reading(channel)));
        }
    }

    private String reading(Channel channel) {
        double noise = channel.noise() * dice.normal(NOISE_STREAM + channels.indexOf(channel), readings++);
        return String.format(Locale.ROOT, "%+.6E", channel.start() + channel.perSecond() * world.seconds() + noise);
    }

    private void say(String text) {
        said.append(text).append("\r\n");
    }

    /** It hears only whole lines it knows. */
    @Override
    public void hearTooMuch() {}

    @Override
    public void hangUp() {
        said.setLength(0);
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public String say() {
        String text = said.toString();
        said.setLength(0);
        return text;
    }
}
