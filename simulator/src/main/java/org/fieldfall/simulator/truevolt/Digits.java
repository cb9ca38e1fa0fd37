package org.fieldfall.simulator.truevolt;

/** Numbers as the meter writes them: sign, nine significant digits, exponent, as in {@code +1.68000000E-03}. */
final class Digits {

    private static final long ONE = 100_000_000;

    private Digits() {}

    static String format(double value) {
        double size = Math.abs(value);
        int exponent = size == 0 ? 0 : (int) Math.floor(Math.log10(size));
        long digits = scaled(size, exponent);
        if (digits >= 10 * ONE) {
            exponent++;
            digits = scaled(size, exponent);
        } else if (digits < ONE && size != 0) {
            exponent--;
            digits = scaled(size, exponent);
        }
        StringBuilder text = new StringBuilder(16).append(value < 0 ? '-' : '+');
        text.append(digits / ONE).append('.');
        String fraction = Long.toString(digits % ONE);
        text.append("0".repeat(8 - fraction.length())).append(fraction).append('E');
        return text.append(exponent < 0 ? '-' : '+')
                .append(twoDigits(Math.abs(exponent)))
                .toString();
    }

    private static long scaled(double size, int exponent) {
        int shift = 8 - exponent;
        return Math.round(shift >= 0 ? size * Math.pow(10, shift) : size / Math.pow(10, -shift));
    }

    private static String twoDigits(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }
}
