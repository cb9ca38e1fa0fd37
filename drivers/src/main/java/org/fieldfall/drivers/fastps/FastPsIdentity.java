package org.fieldfall.drivers.fastps;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.protocols.instrument.Figure;

/**
 * What {@code VER} says: {@code FAST-PS 1020-200:1.5.17} is a model of 10 A, 20 V and 200 W, {@code FAST-PS-1K5 15-100:…} one
 * of 15 A and 100 V, with its firmware.
 */
record FastPsIdentity(String model, double ratedAmperes, double ratedVolts, String firmware) {

    private static final Pattern ANSWER =
            Pattern.compile("((?:FAST-PS|NGPS)\\S*\\s+(?:(\\d\\d)(\\d\\d)-\\d+|(\\d+)-(\\d+)))\\s*:\\s*(\\S+)");

    /** @throws IllegalArgumentException if it is no FAST-PS that tells its rating */
    static FastPsIdentity parse(String text) {
        Matcher known = ANSWER.matcher(text);
        if (!known.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no FAST-PS with its rating");
        }
        boolean isFourDigits = known.group(2) != null;
        return new FastPsIdentity(
                known.group(1),
                Double.parseDouble(known.group(isFourDigits ? 2 : 4)),
                Double.parseDouble(known.group(isFourDigits ? 3 : 5)),
                known.group(6));
    }

    boolean isEnough(double amperes, double volts) {
        return ratedAmperes >= amperes && ratedVolts >= volts;
    }

    String rating() {
        return Figure.text("%g A, %g V", ratedAmperes, ratedVolts);
    }
}
