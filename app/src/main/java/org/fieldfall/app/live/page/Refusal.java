package org.fieldfall.app.live.page;

import java.io.Serial;

/** A request that is answered with a status of HTTP and words. */
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    Refusal(int status, String words) {
        super(words, null, false, false);
        this.status = status;
    }

    static Refusal noRun() {
        return new Refusal(404, "there is no such run");
    }

    int status() {
        return status;
    }
}
