package org.fieldfall.app.live;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Looks at tokens no faster than somebody could mistype them. Whoever has shown the right one is let through whatever others
 * try: a flood of guesses cannot keep the operator's client out. Used by one thread.
 */
final class TokenGate {

    private static final double MOST_WRONG = 10;
    private static final double NANOS_A_GUESS = 1e9;
    private static final int MOST_KNOWN = 64;

    private final Token token;
    private final LongSupplier nanos;
    private final Set<String> known = new LinkedHashSet<>();
    private double guesses = MOST_WRONG;
    private long last;

    /** What came of it. */
    enum Verdict {
        FITS,
        WRONG,
        /** It was not looked at. */
        TOO_MANY
    }

    /** @param nanos a clock that never goes back */
    TokenGate(Token token, LongSupplier nanos) {
        this.token = token;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** @param peer that the router knows the asker by */
    Verdict show(String peer, String words) {
        long now = nanos.getAsLong();
        guesses = Math.min(MOST_WRONG, guesses + (now - last) / NANOS_A_GUESS);
        last = now;
        if (guesses < 1 && !known.contains(peer)) {
            return Verdict.TOO_MANY;
        }
        if (token.fits(words)) {
            known.add(peer);
            if (known.size() > MOST_KNOWN) {
                known.remove(known.iterator().next());
            }
            return Verdict.FITS;
        }
        known.remove(peer);
        guesses = Math.max(0, guesses - 1);
        return Verdict.WRONG;
    }
}
