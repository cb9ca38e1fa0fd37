package org.fieldfall.app.guard;

import java.util.Optional;

/**
 * What is asked of a run by its control socket: one line of JSON.
 *
 * @param act {@code status}, {@code hold}, {@code resume}, {@code stop}, {@code emergency}, {@code ack} or {@code note}
 * @param who asks; needed for everything but {@code status}
 * @param text of a note or an acknowledgement
 * @param guard that is acknowledged; all of them where it is left out
 */
public record ControlRequest(String act, Optional<String> who, Optional<String> text, Optional<String> guard) {

    public static ControlRequest status() {
        return new ControlRequest("status", Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static ControlRequest of(String act, String who) {
        return new ControlRequest(act, Optional.of(who), Optional.empty(), Optional.empty());
    }

    public static ControlRequest of(String act, String who, String text, Optional<String> guard) {
        return new ControlRequest(act, Optional.of(who), Optional.of(text), guard);
    }
}
