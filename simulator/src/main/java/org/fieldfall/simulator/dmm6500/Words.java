package org.fieldfall.simulator.dmm6500;

import java.util.List;
import java.util.Locale;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.ScpiFault;

/** How the meter reads its arguments and writes its answers. */
final class Words {

    private Words() {}

    static String word(Arguments arguments, int index) {
        if (arguments.size() <= index || arguments.words().get(index).isEmpty()) {
            throw ScpiFault.missingParameter();
        }
        return arguments.words().get(index);
    }

    static double number(Arguments arguments, int index, double least, double most) {
        double value = Arguments.number(word(arguments, index));
        if (!(value >= least - 1e-12) || !(value <= most)) {
            throw ScpiFault.outOfRange();
        }
        return value;
    }

    static int whole(Arguments arguments, int index, int least, int most) {
        return (int) Math.rint(number(arguments, index, least, most));
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
        return Arguments.means(word, "DEFault") ? usual : number(arguments, 0, least, most);
    }

    /** ON, OFF, 1 or 0 at a place. */
    static boolean isOn(Arguments arguments, int index) {
        return new Arguments(List.of(word(arguments, index))).isOn();
    }

    /** The digits behind a word such as {@code NOTify1}. */
    static int numbered(String word, String keyword) {
        String upper = word.toUpperCase(Locale.ROOT);
        String bare = upper.replaceAll("\\d+$", "");
        if (!Arguments.means(bare, keyword) || upper.length() == bare.length() || upper.length() > bare.length() + 2) {
            throw ScpiFault.illegalParameter();
        }
        return Integer.parseInt(upper.substring(bare.length()));
    }

    static String text(double value) {
        return String.format(Locale.ROOT, "%.7E", value);
    }

    static String digit(boolean value) {
        return value ? "1" : "0";
    }
}
