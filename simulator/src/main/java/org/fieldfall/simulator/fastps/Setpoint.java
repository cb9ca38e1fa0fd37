package org.fieldfall.simulator.fastps;

import org.fieldfall.simulator.world.LevelList;
import org.fieldfall.simulator.world.World;

/** A setpoint on its way from one current to another at a steady slew. */
record Setpoint(double from, double to, long startTick, long ticks) {

    /** Longest list that a slew becomes; a slower one has longer steps. */
    private static final int MOST_LEVELS = 20_000;

    static Setpoint at(double amperes) {
        return new Setpoint(amperes, amperes, 0, 0);
    }

    Setpoint slewTo(double target, double amperesPerSecond, long tick) {
        double begin = now(tick);
        double seconds = Math.abs(target - begin) / amperesPerSecond;
        return new Setpoint(begin, target, tick, Math.max(1, Math.round(seconds / World.TICK_SECONDS)));
    }

    double now(long tick) {
        long gone = tick - startTick;
        return gone >= ticks ? to : from + (to - from) * gone / ticks;
    }

    boolean isMoving(long tick) {
        return tick - startTick < ticks;
    }

    LevelList list(Converter converter) {
        int levels = (int) Math.min(ticks, MOST_LEVELS);
        double[] amperes = new double[levels];
        double[] seconds = new double[levels];
        for (int i = 0; i < levels; i++) {
            amperes[i] = converter.output(from + (to - from) * (i + 1) / levels);
            seconds[i] = ticks * World.TICK_SECONDS / levels;
        }
        return LevelList.of(amperes, seconds, 1);
    }
}
