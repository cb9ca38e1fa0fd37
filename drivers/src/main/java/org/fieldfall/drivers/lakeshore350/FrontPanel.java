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
    private static final Reply<String[]> HEATER =
            Reply.line("an output's resistance, current limits and display", text -> fields(text, 4));
    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");

    private final ScpiLine line;

    FrontPanel(ScpiLine line) {
        this.line = line;
    }

    /**
     * The curve an input is read by.
     *
     * @param number 0 where it has none
     * @param limitKelvin the highest temperature its user allows
     */
    public record Curve(int number, String name, String serial, double limitKelvin) {}

    /** Asks for the curve of an input, A to D. */
    public Curve curve(char input, Duration within) {
        Deadline deadline = line.deadline(within);
        int number = line.ask("INCRV? " + input, CURVE_NUMBER, deadline);
        if (number == 0) {
            return new Curve(0, "", "", Double.NaN);
        }
        String[] header = line.ask("CRVHDR? " + number, HEADER, deadline);
        return new Curve(number, header[0], header[1], ScpiNumber.parse(header[3]));
    }

    /**
     * How an output is used.
     *
     * @param mode 0 off, 1 closed loop, 2 zone, 3 open loop
     * @param input 1 to 4 for A to D, 0 for none
     */
    public record Mode(int mode, int input) {

        /** True if it keeps the temperature of an input, A to D. */
        public boolean isLoopOn(char letter) {
            return (mode == 1 || mode == 2) && input == letter - 'A' + 1;
        }
    }

    public Mode mode(int output, Duration within) {
        String[] found = line.ask("OUTMODE? " + output, MODE, line.deadline(within));
        return new Mode((int) ScpiNumber.parse(found[0]), (int) ScpiNumber.parse(found[1]));
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
