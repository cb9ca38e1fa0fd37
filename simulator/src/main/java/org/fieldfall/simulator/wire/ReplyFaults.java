package org.fieldfall.simulator.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What happens to an instrument's replies between its mouth and the wire: nothing, unless a mishap is staged for the next
 * one or for all of some time. Not for sharing between threads.
 */
public final class ReplyFaults {

    private static final long LEAST_DELAY_NANOS = 2_200_000_000L;
    private static final long DELAY_SPREAD_NANOS = 2_000_000_000L;
    private static final int ONE_BYTE_IN = 8;
    private static final int EIGHTH_BIT = 0x80;

    private final LongSupplier wallNanos;
    private final RandomGenerator random;
    private final List<Staged> staged = new ArrayList<>();
    private final Deque<Held> held = new ArrayDeque<>();

    private record Staged(Mishap mishap, boolean once, Runnable struck) {}

    private record Held(String text, long dueNanos) {}

    /** @param random where a reply is cut, which bytes are garbled, how late it is */
    public ReplyFaults(LongSupplier wallNanos, RandomGenerator random) {
        this.wallNanos = wallNanos;
        this.random = random;
    }

    /** @param struck called when the next reply has met with it */
    public void next(Mishap mishap, Runnable struck) {
        staged.add(new Staged(mishap, true, struck));
    }

    /**
     * All replies meet with it until the answer is run.
     *
     * @param struck called at each of them
     */
    public Runnable all(Mishap mishap, Runnable struck) {
        Staged one = new Staged(mishap, false, struck);
        staged.add(one);
        return () -> staged.remove(one);
    }

    /** What arrives by now, the instrument having said this; empty if nothing. */
    public String pass(String said) {
        String text = said;
        long due = wallNanos.getAsLong();
        for (Staged one : said.isEmpty() ? List.<Staged>of() : List.copyOf(staged)) {
            due += one.mishap == Mishap.LATE ? LEAST_DELAY_NANOS + random.nextLong(DELAY_SPREAD_NANOS) : 0;
            text = changed(one.mishap, text);
            if (one.once) {
                staged.remove(one);
            }
            one.struck.run();
        }
        if (!text.isEmpty()) {
            held.add(new Held(text, due));
        }
        return arrived();
    }

    /** Whether something said has not arrived yet. */
    public boolean isHolding() {
        return !held.isEmpty();
    }

    /** Nobody waits for answers any more. */
    public void forget() {
        held.clear();
    }

    private String arrived() {
        StringBuilder text = new StringBuilder();
        while (!held.isEmpty() && held.getFirst().dueNanos - wallNanos.getAsLong() <= 0) {
            text.append(held.removeFirst().text);
        }
        return text.toString();
    }

    private String changed(Mishap mishap, String text) {
        return switch (mishap) {
            case LOST -> "";
            case LATE -> text;
            case DOUBLED -> text + text;
            case CUT -> text.substring(0, random.nextInt(text.stripTrailing().length() + 1));
            case GARBLED -> garbled(text);
        };
    }

    private String garbled(String text) {
        int length = text.stripTrailing().length();
        if (length == 0) {
            return text;
        }
        char[] letters = text.toCharArray();
        int always = random.nextInt(length);
        for (int i = 0; i < length; i++) {
            if (i == always || random.nextInt(ONE_BYTE_IN) == 0) {
                letters[i] = (char) (letters[i] ^ EIGHTH_BIT);
            }
        }
        return String.valueOf(letters);
    }
}
