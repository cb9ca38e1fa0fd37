package org.fieldfall.drivers.scpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Decodes blocks of readings. What the instrument marks invalid is NaN; a block that is not wholly readings is refused.
 *
 * <p>ASCII goes byte by byte: a mantissa below 2⁵³ times or over a power of ten up to 10²² is exact in double arithmetic
 * (Clinger 1990), so nothing is allocated for a reading; the rare rest takes the slow way.
 */
public final class Readings {

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long LARGEST_MANTISSA = 1L << 53;

    private Readings() {}

    /** Comma-separated decimal numbers; none at all for an empty block. */
    public static double[] ascii(byte[] payload) {
        if (payload.length == 0) {
            return new double[0];
        }
        double[] values = new double[1 + commas(payload)];
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            int to = fieldEnd(payload, from);
            values[i] = value(payload, from, to);
            from = to + 1;
        }
        return values;
    }

    /** Eight bytes a reading, IEEE 754. */
    public static double[] real64(byte[] payload, ByteOrder order) {
        if (payload.length % Double.BYTES != 0) {
            throw new IllegalArgumentException(payload.length + " bytes are no whole number of 8-byte readings");
        }
        double[] values = new double[payload.length / Double.BYTES];
        ByteBuffer.wrap(payload).order(order).asDoubleBuffer().get(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = ScpiNumber.orNaN(values[i]);
        }
        return values;
    }

    /** Four bytes a reading, IEEE 754. */
    public static double[] real32(byte[] payload, ByteOrder order) {
        if (payload.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(payload.length + " bytes are no whole number of 4-byte readings");
        }
        float[] floats = new float[payload.length / Float.BYTES];
        ByteBuffer.wrap(payload).order(order).asFloatBuffer().get(floats);
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ScpiNumber.orNaN(floats[i]);
        }
        return values;
    }

    private static int commas(byte[] payload) {
        int count = 0;
        for (byte b : payload) {
            if (b == ',') {
                count++;
            }
        }
        return count;
    }

    private static int fieldEnd(byte[] payload, int from) {
        int at = from;
        while (at < payload.length && payload[at] != ',') {
            at++;
        }
        return at;
    }

    private static double value(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean pointSeen = false;
        for (; at < to && (isDigit(bytes[at]) || (bytes[at] == '.' && !pointSeen)); at++) {
            if (bytes[at] == '.') {
                pointSeen = true;
            } else {
                mantissa = mantissa * 10 + (bytes[at] - '0');
                digits++;
                decimals += pointSeen ? 1 : 0;
            }
        }
        int exponent = exponent(bytes, at, to) - decimals;
        if (digits == 0 || digits > 18 || mantissa >= LARGEST_MANTISSA || Math.abs(exponent) >= POWERS.length) {
            return slowly(bytes, from, to);
        }
        double size = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
        return negative ? -size : size;
    }

    // A value that no reading has sends what is left to the slow way, which also words the refusal.
    private static int exponent(byte[] bytes, int from, int to) {
        if (from == to) {
            return 0;
        }
        int at = from + 1;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        boolean isExponent = (bytes[from] | 0x20) == 'e' && at < to && to - at <= 3;
        int value = 0;
        for (; isExponent && at < to; at++) {
            isExponent = isDigit(bytes[at]);
            value = value * 10 + (bytes[at] - '0');
        }
        return isExponent ? (negative ? -value : value) : 10_000;
    }

    private static double slowly(byte[] bytes, int from, int to) {
        return ScpiNumber.parse(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
