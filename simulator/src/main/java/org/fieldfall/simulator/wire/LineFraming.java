package org.fieldfall.simulator.wire;

import java.util.Locale;

/**
 * Cuts the bytes that arrive into lines: LF or CR ends one, empty ones and flow control bytes count for nothing, a line
 * that is too long is dropped whole.
 */
final class LineFraming implements Framing {

    private static final int XON = 0x11;
    private static final int XOFF = 0x13;

    private final int longest;
    private final Box box;
    private final StringBuilder line = new StringBuilder();
    private boolean tooLong;

    /** @param longest characters a line may have without its end */
    LineFraming(int longest, Box box) {
        if (longest < 1) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "lines need a length, not %d", longest));
        }
        this.longest = longest;
        this.box = box;
    }

    @Override
    public void feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            feed(bytes[i] & 0xFF);
        }
    }

    /** A line goes on after a pause. */
    @Override
    public void pause() {}

    @Override
    public void clear() {
        line.setLength(0);
        tooLong = false;
    }

    private void feed(int value) {
        if (value == '\n' || value == '\r') {
            end();
        } else if (value != XON && value != XOFF) {
            add((char) value);
        }
    }

    private void add(char letter) {
        tooLong |= line.length() == longest;
        if (!tooLong) {
            line.append(letter);
        }
    }

    private void end() {
        String text = line.toString();
        boolean dropped = tooLong;
        clear();
        if (dropped) {
            box.hearTooMuch();
        } else if (!text.isBlank()) {
            box.hear(text);
        }
    }
}
