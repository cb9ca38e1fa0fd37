package org.fieldfall.app.rig;

import java.util.List;

/** Faults that cannot be staged; the message gives every problem. */
public final class UnfitFaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    UnfitFaultException(List<String> problems) {
        super((problems.size() == 1 ? "--fault: 1 problem" : "--fault: " + problems.size() + " problems") + "\n  "
                + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each of them, a line of words. */
    public List<String> problems() {
        return problems;
    }
}
