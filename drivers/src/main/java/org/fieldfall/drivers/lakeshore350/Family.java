package org.fieldfall.drivers.lakeshore350;

import java.util.regex.Pattern;
import org.fieldfall.drivers.scpi.Reply;

/**
 * The controllers that speak alike, and in what they do not: the 350 and the 336 have four inputs by letter; the 372 is an AC
 * bridge whose control input is A and whose scanner reads one of the inputs 1 to 16 at a time. It has other status bits,
 * other modes of its outputs, and keeps an input's curve elsewhere.
 */
public enum Family {
    MODEL_350("350", "[A-D]", "[1-4]"),
    MODEL_336("336", "[A-D]", "[1-4]"),
    MODEL_372("372", "A|[1-9]|1[0-6]", "[01]");

    private final String number;
    private final Pattern inputs;
    private final Pattern outputs;

    Family(String number, String inputs, String outputs) {
        this.number = number;
        this.inputs = Pattern.compile(inputs);
        this.outputs = Pattern.compile(outputs);
    }

    /** What its answer to {@code *IDN?} has as model. */
    String word() {
        return "MODEL" + number;
    }

    /** As people call it. */
    String title() {
        return "Lake Shore " + number;
    }

    Pattern ownName() {
        return Pattern.compile("^LSCI," + word() + ",");
    }

    void check(BathSettings settings) {
        check(settings.input());
        if (!outputs.matcher(String.valueOf(settings.output())).matches()) {
            throw new IllegalArgumentException("a " + title() + " has no loop on output " + settings.output());
        }
    }

    void check(String input) {
        if (!inputs.matcher(input).matches()) {
            throw new IllegalArgumentException("a " + title() + " has no input " + input);
        }
    }

    /** Whether an input has its turn only while the scanner is at it. */
    boolean isScanned(String input) {
        return this == MODEL_372 && !input.equals("A");
    }

    /** Reading and status in one message, so that they belong together; of a scanned input, where the scanner is. */
    String question(String input) {
        String both = "KRDG? " + input + ";RDGST? " + input;
        return isScanned(input) ? both + ";SCAN?" : both;
    }

    Reply<InputReading> reply(String input) {
        if (isScanned(input)) {
            return InputReading.scanned(Integer.parseInt(input));
        }
        return this == MODEL_372 ? InputReading.BRIDGE : InputReading.REPLY;
    }
}
