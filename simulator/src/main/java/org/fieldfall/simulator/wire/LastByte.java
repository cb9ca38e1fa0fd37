package org.fieldfall.simulator.wire;

/** Of all bytes that come at once only the last is heard, as a line of one character. */
final class LastByte implements Framing {

    private static final int NONE = -1;

    private final Box box;
    private int last = NONE;

    LastByte(Box box) {
        this.box = box;
    }

    @Override
    public void feed(byte[] bytes, int from, int to) {
        last = to > from ? bytes[to - 1] & 0xFF : last;
    }

    @Override
    public void pause() {
        if (last != NONE) {
            String letter = String.valueOf((char) last);
            last = NONE;
            box.hear(letter);
        }
    }

    @Override
    public void clear() {
        last = NONE;
    }
}
