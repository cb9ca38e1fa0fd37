package org.fieldfall.protocols.sequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;

/**
 * Moves the field slowly, in programs of at most one second each, so that a stop never waits longer than one of them.
 */
public final class SlowRamp {

    private static final double LONGEST_PROGRAM_SECONDS = 1;

    /** Start and question for the end of each program. */
    private static final double EXCHANGES_SECONDS = 0.1;

    /** Most points of one of the programs. */
    public static final int MOST_POINTS = 100;

    private SlowRamp() {}

    /** The programs from one field to another, none if they are less than the supply's smallest step apart. */
    public static List<RampProgram> programs(
            double fromTesla, double toTesla, double rateTeslaPerSecond, SupplyCapability capability) {
        List<RampProgram> programs = new ArrayList<>();
        double distance = Math.abs(toTesla - fromTesla);
        if (distance < capability.smallestStepTesla()) {
            return programs;
        }
        int count = (int) Math.ceil(distance / (rateTeslaPerSecond * LONGEST_PROGRAM_SECONDS) - 1e-9);
        int points = Math.min(MOST_POINTS, capability.mostPoints());
        double dwell = Math.max(capability.shortestDwellSeconds(), LONGEST_PROGRAM_SECONDS / points);
        for (int i = 0; i < count; i++) {
            double from = fromTesla + (toTesla - fromTesla) * i / count;
            double to = i == count - 1 ? toTesla : fromTesla + (toTesla - fromTesla) * (i + 1) / count;
            programs.add(RampProgram.linear(from, to, rateTeslaPerSecond, dwell));
        }
        return programs;
    }

    /** Longest rig time that programs take when each is loaded and run after the other. */
    public static double seconds(List<RampProgram> programs, SupplyCapability capability) {
        return programs.stream()
                .mapToDouble(program ->
                        capability.uploadSeconds(program.points()) + program.durationSeconds() + EXCHANGES_SECONDS)
                .sum();
    }

    /** Longest rig time from start to the moment a program must have ended. */
    static double deadlineSeconds(RampProgram program) {
        return program.durationSeconds() + 2;
    }

    /** Performs the programs one after another, each loaded, started, waited for and seen ended. */
    public static void perform(FieldSupply supply, List<RampProgram> programs, Conduct conduct, Duration within)
            throws InterruptedException {
        for (RampProgram program : programs) {
            conduct.checkpoint();
            supply.load(program, within);
            supply.start(within);
            conduct.pause(program.durationSeconds());
            double deadline = conduct.seconds() + deadlineSeconds(program);
            while (supply.status(within).isRunning()) {
                if (conduct.seconds() > deadline) {
                    throw new PhaseFailedException(
                            "field supply: the program of " + program + " still runs 2 s after it should have ended");
                }
                conduct.pause(0.05);
            }
        }
    }
}
