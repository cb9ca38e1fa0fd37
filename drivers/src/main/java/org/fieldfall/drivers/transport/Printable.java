package org.fieldfall.drivers.transport;

import java.io.ByteArrayOutputStream;

/**
 * Bytes as a person can read them, in quotes: plain ASCII as it is; line feed, carriage return, quote and backslash as
 * {@code \n \r \" \\}; the rest as {@code \x} and two hexadecimal digits.
 */
public final class Printable {

    private static final int LONGEST = 200;
    private static final String HEX = "0123456789ABCDEF";

    private Printable() {}

    /** For reports: long ones are cut. */
    public static String of(byte[] bytes) {
        int left = bytes.length - LONGEST;
        return left <= 0 ? whole(bytes) : quoted(bytes, LONGEST) + " and " + left + " bytes more";
    }

    static String whole(byte[] bytes) {
        return quoted(bytes, bytes.length);
    }

    private static String quoted(byte[] bytes, int count) {
        var text = new StringBuilder(count + 16).append('"');
        for (int i = 0; i < count; i++) {
            append(text, bytes[i] & 0xFF);
        }
        return text.append('"').toString();
    }

    private static void append(StringBuilder text, int value) {
        switch (value) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            default -> {
                if (value >= 0x20 && value < 0x7F) {
                    text.append((char) value);
                } else {
                    text.append("\\x").append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xF));
                }
            }
        }
    }

    /**
     * The bytes that {@link #whole} wrote down.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    static byte[] parse(String quoted) {
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw notPrintable(quoted);
        }
        var bytes = new ByteArrayOutputStream(quoted.length());
        int at = 1;
        while (at < quoted.length() - 1) {
            at = parse(quoted, at, bytes);
        }
        if (at != quoted.length() - 1) {
            throw notPrintable(quoted);
        }
        return bytes.toByteArray();
    }

    private static int parse(String quoted, int at, ByteArrayOutputStream into) {
        char c = quoted.charAt(at);
        if (c != '\\') {
            if (c < 0x20 || c >= 0x7F || c == '"') {
                throw notPrintable(quoted);
            }
            into.write(c);
            return at + 1;
        }
        char sign = quoted.charAt(at + 1);
        into.write(
                switch (sign) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case '"', '\\' -> sign;
                    case 'x' -> hex(quoted, at + 2);
                    default -> throw notPrintable(quoted);
                });
        return sign == 'x' ? at + 4 : at + 2;
    }

    private static int hex(String quoted, int at) {
        int high = HEX.indexOf(quoted.charAt(at));
        int low = at + 1 < quoted.length() ? HEX.indexOf(quoted.charAt(at + 1)) : -1;
        if (high < 0 || low < 0) {
            throw notPrintable(quoted);
        }
        return high << 4 | low;
    }

    private static IllegalArgumentException notPrintable(String quoted) {
        return new IllegalArgumentException("not bytes in quotes: " + quoted);
    }
}
