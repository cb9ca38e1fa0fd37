package org.fieldfall.app.cli;

/** What the process answers to whoever started it. */
enum ExitCode {
    SUCCESS(0),
    FAILED(1),
    /** Wrong usage or configuration: nothing was started. */
    USAGE(2),
    /** Stopped by a guard. */
    GUARD(3),
    /** Aborted by the operator. */
    OPERATOR(4),
    /** An instrument did not answer: its line is absent, busy or silent. */
    NO_ANSWER(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
