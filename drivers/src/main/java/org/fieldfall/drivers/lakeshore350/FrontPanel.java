package org.fieldfall.drivers.lakeshore350;

import java.time.Duration;
import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;

/** What a person has set up at the front panel, by questions that change nothing. */
public final class FrontPanel {

    private static final Reply<Integer> CURVE_NUMBER = Reply.line("a curve from 0 to 59", FrontPanel::curveNumber);
    private static final Reply<String[]> HEADER =
            Reply.line("a curve's name, serial number, format, limit and sign", text -> fields(text, 5));
    private static final Reply<String[]> MODE =
            Reply.line("an output's mode, input and power-up", text -> fields(text, 3));
    private static final Reply<String[]> BRIDGE_INPUT =
            Reply.line("an input's switch, dwell, pause, curve and sign", text -> fields(text, 5));
    private static final Reply<String[]> BRIDGE_MODE =
            Reply.line("an output's mode, input, power-up, polarity, filter and delay", text -> fields(text, 6));
    private static final Reply<String[]> HEATER =
            Reply.line("an output's resistance, current limits and display", text -> fields(text, 4));
    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");

    private final ScpiLine line;
    private final Family family;

    FrontPanel(ScpiLine line, Family family) {
        this.line = line;
        this.family = family;
    }

    /**
     * The curve an input is read by.
     *
     * @param number 0 where it has none
     * @param limitKelvin the highest temperature its user allows
     */
    public record Curve(int number, String name, String serial, double limitKelvin) {}

    /** Asks for the curve of an input. */
    public Curve curve(String input, Duration within) {
        Deadline deadline = line.deadline(within);
        int number = curveNumber(input, deadline);
        if (number == 0) {
            return new Curve(0, "", "", Double.NaN);
        }
        String[] header = line.ask("CRVHDR? " + number, HEADER, deadline);
        return new Curve(number, header[0], header[1], ScpiNumber.parse(header[3]));
    }

    private int curveNumber(String input, Deadline deadline) {
        return family == Family.MODEL_372
                ? curveNumber(line.ask("INSET? " + input, BRIDGE_INPUT, deadline)[3])
                : line.ask("INCRV? " + input, CURVE_NUMBER, deadline);
    }

    /**
     * How an output is used.
     *
     * @param mode as the box numbers it: of a 350 and a 336 1 is a closed loop and 2 zones, of a 372 5 and 3
     * @param input as the box writes it, and by letter where it counts
     */
    public record Mode(Family family, int mode, String input) {

        /** True if it keeps the temperature of an input. */
        public boolean isLoopOn(String wanted) {
            boolean isLoop = family == Family.MODEL_372 ? mode == 5 || mode == 3 : mode == 1 || mode == 2;
            return isLoop && input.equals(wanted);
        }
    }

    public Mode mode(int output, Duration within) {
        boolean isBridge = family == Family.MODEL_372;
        String[] found = line.ask("OUTMODE? " + output, isBridge ? BRIDGE_MODE : MODE, line.deadline(within));
        int mode = (int) ScpiNumber.parse(found[0]);
        return new Mode(family, mode, isBridge ? bridgeInput(found[1]) : letter(found[1]));
    }

    private static String letter(String number) {
        int count = (int) ScpiNumber.parse(number);
        return count == 0 ? "none" : String.valueOf((char) ('A' + count - 1));
    }

    private static String bridgeInput(String text) {
        return text.equals("A") ? text : String.valueOf((int) ScpiNumber.parse(text));
    }

    /**
     * An output's heater setup.
     *
     * @param text as the box answers it
     * @param isInFullCurrents whether a percentage is one of the output's own full current, as a sample heater needs it
     */
    public record HeaterSetup(String text, boolean isInFullCurrents) {}

    public HeaterSetup heater(int output, Duration within) {
        String text = String.join(",", line.ask("HTRSET? " + output, HEATER, line.deadline(within)));
        return new HeaterSetup(text, OpenLoopHeater.isInFullCurrents(text));
    }

    private static int curveNumber(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no number of a curve");
        }
        return Integer.parseInt(text);
    }

    private static String[] fields(String text, int count) {
        String[] fields = text.split("\\s*,\\s*", -1);
        if (fields.length != count) {
            throw new IllegalArgumentException("\"" + text + "\" has " + fields.length + " fields, due " + count);
        }
        return fields;
    }
}
