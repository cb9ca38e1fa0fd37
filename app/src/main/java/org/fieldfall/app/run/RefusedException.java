package org.fieldfall.app.run;

import java.util.List;

/** The plan refuses the shot; nothing was opened and nothing moved. Gives every reason. */
public final class RefusedException extends RuntimeException {

    public RefusedException(String protocol, List<String> refusals) {
        super("protocol " + protocol + " is refused, " + count(refusals) + ":\n  " + String.join("\n  ", refusals));
    }

    private static String count(List<String> refusals) {
        return refusals.size() == 1 ? "1 reason" : refusals.size() + " reasons";
    }
}
