package org.fieldfall.app.guard;

import java.util.Optional;

/**
 * What a run answers: one line of JSON.
 *
 * @param taken the request was accepted
 * @param words what follows, or why not
 * @param standing where the run stands by now; empty where the request was not understood
 */
public record ControlAnswer(boolean taken, String words, Optional<Standing> standing) {

    static ControlAnswer refused(String words) {
        return new ControlAnswer(false, words, Optional.empty());
    }
}
