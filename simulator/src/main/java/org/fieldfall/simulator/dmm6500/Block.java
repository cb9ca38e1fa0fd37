package org.fieldfall.simulator.dmm6500;

/** One block of a trigger model; what it does, and the number it does it with. */
record Block(Kind kind, double number, String buffer, int target) {

    /** What a block can do. */
    enum Kind {
        NOTHING,
        CLEAR,
        NOTIFY,
        WAIT_TIMER,
        WAIT_EXTERNAL,
        WAIT_COMMAND,
        DELAY,
        MEASURE,
        COUNT,
        ALWAYS
    }

    static Block of(Kind kind) {
        return new Block(kind, 0, "", 0);
    }

    static Block of(Kind kind, double number) {
        return new Block(kind, number, "", 0);
    }

    static Block clear(String buffer) {
        return new Block(Kind.CLEAR, 0, buffer, 0);
    }

    static Block measure(String buffer, int count) {
        return new Block(Kind.MEASURE, count, buffer, 0);
    }

    static Block count(int times, int target) {
        return new Block(Kind.COUNT, times, "", target);
    }

    static Block always(int target) {
        return new Block(Kind.ALWAYS, 0, "", target);
    }
}
