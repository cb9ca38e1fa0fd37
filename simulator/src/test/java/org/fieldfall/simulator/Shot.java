package org.fieldfall.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A list of (world time, command) for all instruments, played to a twin in steps of any size. */
final class Shot {

    private final List<Line> lines = new ArrayList<>();
    private double seconds;

    private record Line(double seconds, Instrument to, String text) {}

    Shot at(double worldSeconds) {
        seconds = worldSeconds;
        return this;
    }

    Shot supply(String text) {
        return to(Instrument.SUPPLY, text);
    }

    Shot meter(String text) {
        return to(Instrument.METER, text);
    }

    Shot to(Instrument instrument, String text) {
        lines.add(new Line(seconds, instrument, text));
        return this;
    }

    Shot supplyReady() {
        return supply("*CLS;:SYST:REM 1;:FUNC:MODE CURR;:VOLT 10;:CURR 0;:OUTP ON");
    }

    /** Loads and starts a list that goes evenly from one current to another. */
    Shot ramp(double fromAmperes, double toAmperes, int steps, double dwellSeconds) {
        supply("LIST:CLE");
        supply(String.format(Locale.ROOT, "LIST:DWEL %.4f;COUN 1", dwellSeconds));
        for (int i = 1; i <= steps; i++) {
            supply(String.format(Locale.ROOT, "LIST:CURR %.6f", fromAmperes + (toAmperes - fromAmperes) * i / steps));
        }
        return supply("CURR:MODE LIST");
    }

    /** Plays all lines and goes on to a time; returns what all instruments said, each answer with its sender. */
    List<String> play(Twin twin, double stepSeconds, double untilSeconds) {
        List<String> said = new ArrayList<>();
        double now = 0;
        for (Line line : lines) {
            now = creep(twin, now, line.seconds, stepSeconds, said);
            twin.box(line.to).hear(line.text);
            listen(twin, said);
        }
        creep(twin, now, untilSeconds, stepSeconds, said);
        return said;
    }

    private static double creep(Twin twin, double from, double to, double step, List<String> said) {
        for (double at = from + step; at < to; at += step) {
            twin.advanceTo(at);
            listen(twin, said);
        }
        twin.advanceTo(to);
        listen(twin, said);
        return to;
    }

    private static void listen(Twin twin, List<String> said) {
        twin.boxes().forEach((instrument, box) -> note(instrument.name().toLowerCase(Locale.ROOT), box.say(), said));
    }

    private static void note(String who, String text, List<String> said) {
        if (!text.isEmpty()) {
            said.add(who + ": " + text.strip());
        }
    }
}
