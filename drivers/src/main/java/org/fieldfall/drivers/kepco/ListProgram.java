package org.fieldfall.drivers.kepco;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;

/** A ramp as LIST points in wire format, refused where the supply or the coil cannot follow. */
final class ListProgram {

    private static final int DWELL_DECIMALS = 8;
    // The manual's own figure for one line; more would fit.
    private static final int VALUES_A_LINE = 25;
    private static final String HEADER = "LIST:CURR ";
    // Start bit, 8 data bits, stop bit.
    private static final double BITS_A_BYTE = 10;

    private final List<WireCurrent> points;
    private final double dwellSeconds;
    private final String dwell;

    private ListProgram(List<WireCurrent> points, double dwellSeconds, String dwell) {
        this.points = points;
        this.dwellSeconds = dwellSeconds;
        this.dwell = dwell;
    }

    /** @throws IllegalArgumentException for what is beyond the capability or the current limit */
    static ListProgram of(RampProgram ramp, SupplyCapability capability, BopSettings settings) {
        refuse(
                ramp.points() > capability.mostPoints(),
                "%d points, the supply holds %d",
                ramp.points(),
                capability.mostPoints());
        String dwell = ScpiNumber.format(ramp.dwellSeconds(), DWELL_DECIMALS);
        double seconds = Double.parseDouble(dwell);
        refuse(
                seconds < capability.shortestDwellSeconds() || seconds > capability.longestDwellSeconds(),
                "a dwell of %s s, possible are %s to %s s",
                dwell,
                capability.shortestDwellSeconds(),
                capability.longestDwellSeconds());
        List<WireCurrent> points = new ArrayList<>();
        for (double tesla : ramp.tesla()) {
            points.add(WireCurrent.of(tesla / settings.teslaPerAmpere(), settings));
        }
        var program = new ListProgram(points, seconds, dwell);
        program.refuseWhatTheCoilCannotFollow(points.get(0).amperes(), 0, settings);
        return program;
    }

    /**
     * Checks every step, the one from {@code fromAmperes} to the first point included, against the rate limit and the
     * voltage L·dI/dt + R·I against the compliance.
     *
     * @param uncertainAmperes how far the present current may be from its reading
     */
    void refuseWhatTheCoilCannotFollow(double fromAmperes, double uncertainAmperes, BopSettings settings) {
        double before = fromAmperes;
        double uncertain = uncertainAmperes;
        for (WireCurrent point : points) {
            double step = point.amperes() - before;
            refuseStep(Math.copySign(Math.max(0, Math.abs(step) - uncertain), step), point, settings);
            before = point.amperes();
            uncertain = 0;
        }
    }

    private void refuseStep(double step, WireCurrent to, BopSettings settings) {
        double allowed = settings.largestTeslaPerSecond() / settings.teslaPerAmpere() * dwellSeconds;
        refuse(
                Math.abs(step) > allowed * (1 + 1e-9) + WireCurrent.STEP_AMPERES,
                "a step of %.6g A in %s s to %s A is %.6g T/s, the limit is %.6g T/s",
                step,
                dwell,
                to,
                Math.abs(step) / dwellSeconds * settings.teslaPerAmpere(),
                settings.largestTeslaPerSecond());
        double volts = settings.coilHenry() * step / dwellSeconds + settings.coilOhm() * to.amperes();
        refuse(
                Math.abs(volts) > settings.complianceVolts(),
                "a step of %.6g A in %s s to %s A takes %.4g V, the compliance is %.4g V",
                step,
                dwell,
                to,
                volts,
                settings.complianceVolts());
    }

    private static void refuse(boolean isBeyond, String why, Object... values) {
        if (isBeyond) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, why, values));
        }
    }

    /** Time on the line for one point of a program at its longest: the limit with a sign, its part of header and gap. */
    static double secondsPerPoint(BopSettings settings, Duration gap) {
        int value = WireCurrent.longestText(settings) + 1;
        double header = (HEADER.length() + 1.0) / VALUES_A_LINE;
        return (value + header) * BITS_A_BYTE / settings.baud() + gap.toNanos() * 1e-9 / VALUES_A_LINE;
    }

    int points() {
        return points.size();
    }

    /** The commands that load it, one line each, none longer than {@code longestLine}. */
    List<String> commands(int longestLine) {
        // Whoever had the supply before may have left it running lists backwards or in an order of their own.
        List<String> commands = new ArrayList<>(
                List.of("LIST:CLE", "LIST:DIR UP", "LIST:GEN DSEQ", "LIST:DWEL " + dwell, "LIST:COUN 1"));
        var line = new StringBuilder();
        int values = 0;
        for (WireCurrent point : points) {
            String value = point.toString();
            if (values == VALUES_A_LINE || line.length() + 1 + value.length() > longestLine) {
                commands.add(line.toString());
                values = 0;
            }
            if (values == 0) {
                line.setLength(0);
            }
            line.append(values == 0 ? HEADER : ",").append(value);
            values++;
        }
        commands.add(line.toString());
        return commands;
    }

    @Override
    public String toString() {
        return points.size() + " points to " + points.get(points.size() - 1) + " A, " + dwell + " s each";
    }
}
