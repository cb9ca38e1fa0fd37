package org.fieldfall.simulator.truevolt;

import java.util.List;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.ScpiFault;

/** How the meter reads its arguments and writes its answers. */
final class Words {

    private static final int MOST_SAMPLES = 1_000_000;

    private Words() {}

    static int count(Arguments arguments) {
        return (int) Math.rint(limited(arguments, 1, MOST_SAMPLES, 1));
    }

    static double range(String word) {
        return limited(new Arguments(List.of(word)), 0, 1000, 10);
    }

    static boolean isTimer(String word) {
        if (!Arguments.means(word, "TIMer") && !Arguments.means(word, "IMMediate")) {
            throw ScpiFault.illegalParameter();
        }
        return Arguments.means(word, "TIMer");
    }

    static boolean isNegative(String word) {
        if (!Arguments.means(word, "POSitive") && !Arguments.means(word, "NEGative")) {
            throw ScpiFault.illegalParameter();
        }
        return Arguments.means(word, "NEGative");
    }

    /** A number within limits, or MIN, MAX or DEF. */
    static double limited(Arguments arguments, double least, double most, double usual) {
        String word = arguments.word();
        if (Arguments.means(word, "MINimum")) {
            return least;
        }
        if (Arguments.means(word, "MAXimum")) {
            return most;
        }
        double value = Arguments.means(word, "DEFault") ? usual : Arguments.number(word);
        if (!(value >= least - 1e-12) || !(value <= most)) {
            throw ScpiFault.outOfRange();
        }
        return value;
    }

    static String asked(Arguments arguments, double present, double least, double most) {
        return Digits.format(arguments.size() == 0 ? present : limited(arguments, least, most, present));
    }

    static String block(String payload) {
        String length = Integer.toString(payload.length());
        return "#" + length.length() + length + payload;
    }

    static String whole(int value) {
        return "+" + value;
    }

    static String digit(boolean value) {
        return value ? "1" : "0";
    }
}
