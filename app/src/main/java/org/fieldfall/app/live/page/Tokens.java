package org.fieldfall.app.live.page;

import java.util.Optional;
import org.fieldfall.app.live.Token;

/** What lets people in, made anew at each start; only digests are kept. */
record Tokens(Token viewer, Token operator) {

    Optional<Role> role(String words) {
        // Both are looked at whatever the first says.
        boolean isViewer = viewer.fits(words);
        boolean isOperator = operator.fits(words);
        if (isOperator) {
            return Optional.of(Role.OPERATOR);
        }
        return isViewer ? Optional.of(Role.VIEWER) : Optional.empty();
    }
}
