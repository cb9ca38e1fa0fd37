package org.fieldfall.drivers.fastps;

import java.util.Locale;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;

/**
 * A straight program as the supply's own ramp: a target and the slew to it. A program that is not straight is refused, and
 * so is one that the supply or the coil cannot follow.
 */
record Slew(WireNumber target, WireNumber amperesPerSecond) {

    // Of the step, or of the current: what is left by arithmetic of equal steps.
    private static final double STRAIGHT = 1e-6;

    /**
     * Checks all that can be checked without knowing the present current.
     *
     * @throws IllegalArgumentException for what is beyond the capability, the limits or the coil
     */
    static void check(RampProgram ramp, SupplyCapability capability, FastPsSettings settings) {
        refuse(
                ramp.points() > capability.mostPoints(),
                "%d points, the supply takes %d",
                ramp.points(),
                capability.mostPoints());
        refuse(
                ramp.dwellSeconds() < capability.shortestDwellSeconds()
                        || ramp.dwellSeconds() > capability.longestDwellSeconds(),
                "a dwell of %s s, possible are %s to %s s",
                ramp.dwellSeconds(),
                capability.shortestDwellSeconds(),
                capability.longestDwellSeconds());
        double[] amperes = amperes(ramp, settings);
        for (double point : amperes) {
            var unused = WireNumber.amperes(point, settings);
        }
        refuseBends(amperes);
        refuseSteep(stepRate(ramp, settings), settings);
    }

    /**
     * The ramp from the present current, over in the program's time or before.
     *
     * @param uncertainAmperes how far the present current may be from its reading
     * @throws IllegalArgumentException if that is too steep
     */
    static Slew from(double presentAmperes, double uncertainAmperes, RampProgram ramp, FastPsSettings settings) {
        WireNumber target = WireNumber.amperes(ramp.lastTesla() / settings.teslaPerAmpere(), settings);
        double way = Math.abs(target.value() - presentAmperes);
        double sure = Math.max(0, way - uncertainAmperes) / ramp.durationSeconds();
        double rate = Math.max(stepRate(ramp, settings), sure);
        refuseSteep(rate, settings);
        double wanted = Math.max(rate, way / ramp.durationSeconds());
        double slew = Math.min(wanted, settings.limitAmperesPerSecond());
        refuseVolts(slew, presentAmperes, target.value(), settings);
        return new Slew(target, WireNumber.slew(slew, settings));
    }

    /** Between the points; nothing for a single one. */
    private static double stepRate(RampProgram ramp, FastPsSettings settings) {
        double[] amperes = amperes(ramp, settings);
        return amperes.length < 2
                ? 0
                : Math.abs(amperes[amperes.length - 1] - amperes[0]) / ((amperes.length - 1) * ramp.dwellSeconds());
    }

    private static double[] amperes(RampProgram ramp, FastPsSettings settings) {
        double[] amperes = ramp.tesla();
        for (int i = 0; i < amperes.length; i++) {
            amperes[i] /= settings.teslaPerAmpere();
        }
        return amperes;
    }

    private static void refuseBends(double[] amperes) {
        int steps = amperes.length - 1;
        for (int i = 1; i < steps; i++) {
            double due = amperes[0] + (amperes[steps] - amperes[0]) * i / steps;
            double step = Math.abs(amperes[steps] - amperes[0]) / steps;
            refuse(
                    Math.abs(amperes[i] - due) > WireNumber.STEP + STRAIGHT * step,
                    "point %d is %.6g A, on a straight ramp %.6g A; this supply ramps straight only",
                    i + 1,
                    amperes[i],
                    due);
        }
    }

    private static void refuseSteep(double amperesPerSecond, FastPsSettings settings) {
        refuse(
                amperesPerSecond > settings.limitAmperesPerSecond() * (1 + 1e-9),
                "a slew of %.6g A/s is %.6g T/s, the limit is %.6g T/s",
                amperesPerSecond,
                amperesPerSecond * settings.teslaPerAmpere(),
                settings.largestTeslaPerSecond());
    }

    private static void refuseVolts(double slew, double from, double to, FastPsSettings settings) {
        double change = Math.copySign(settings.coilHenry() * slew, to - from);
        double volts =
                Math.max(Math.abs(change + settings.coilOhm() * from), Math.abs(change + settings.coilOhm() * to));
        refuse(
                volts > settings.complianceVolts(),
                "a slew of %.6g A/s to %.6g A takes %.4g V, the compliance is %.4g V",
                slew,
                to,
                volts,
                settings.complianceVolts());
    }

    private static void refuse(boolean isBeyond, String why, Object... values) {
        if (isBeyond) {
            throw new IllegalArgumentException(Figure.text(why, values));
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "to %s A at %s A/s", target.text(), amperesPerSecond.text());
    }
}
