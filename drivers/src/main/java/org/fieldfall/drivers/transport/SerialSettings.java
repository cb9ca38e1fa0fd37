package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a serial line is clocked and framed.
 *
 * @param baud bits per second
 * @param dataBits 5 to 8
 * @param stopBits 1 or 2
 */
public record SerialSettings(int baud, int dataBits, Parity parity, int stopBits, FlowControl flowControl) {

    private static final Pattern FRAMING = Pattern.compile("([5-8])([NOE])([12])");

    /** The check bit of each character. */
    public enum Parity {
        NONE,
        ODD,
        EVEN
    }

    /** Who may stop the sender, and how. */
    public enum FlowControl {
        NONE,
        /** The bytes 0x13 and 0x11, both ways. */
        XON_XOFF,
        RTS_CTS
    }

    public SerialSettings {
        if (baud < 1 || dataBits < 5 || dataBits > 8 || stopBits < 1 || stopBits > 2) {
            throw new IllegalArgumentException("impossible serial settings: " + baud + " baud, " + dataBits
                    + " data bits, " + stopBits + " stop bits");
        }
    }

    /** Eight data bits, no parity, one stop bit: what pseudo-terminals need and most supplies use. */
    public static SerialSettings of8N1(int baud, FlowControl flowControl) {
        return new SerialSettings(baud, 8, Parity.NONE, 1, flowControl);
    }

    /** @param framing data bits, parity N, O or E, stop bits: {@code 8N1}, {@code 7O1} */
    public static SerialSettings of(int baud, String framing, FlowControl flowControl) {
        Matcher parts = FRAMING.matcher(framing);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + framing + "\" is no framing; due is one like 8N1 or 7O1");
        }
        Parity parity = switch (parts.group(2)) {
            case "O" -> Parity.ODD;
            case "E" -> Parity.EVEN;
            default -> Parity.NONE;
        };
        return new SerialSettings(
                baud, Integer.parseInt(parts.group(1)), parity, Integer.parseInt(parts.group(3)), flowControl);
    }

    Duration lineTime(int bytes) {
        int bitsPerByte = 1 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits;
        return Duration.ofNanos(Math.round(1e9 * bytes * bitsPerByte / baud));
    }
}
