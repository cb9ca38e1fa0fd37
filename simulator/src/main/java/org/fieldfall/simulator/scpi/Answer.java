package org.fieldfall.simulator.scpi;

import java.util.Optional;
import java.util.function.Supplier;

/** What an instrument answers to one message unit: nothing, a text, or a text that is not there yet. */
public final class Answer {

    public static final Answer NOTHING = new Answer(Optional::empty, () -> true);

    private final Supplier<Optional<String>> text;
    private final Ready ready;

    private Answer(Supplier<Optional<String>> text, Ready ready) {
        this.text = text;
        this.ready = ready;
    }

    public static Answer of(String text) {
        return new Answer(() -> Optional.of(text), () -> true);
    }

    /** An answer that is asked for once {@code ready} says so. */
    public static Answer once(Ready ready, Supplier<String> text) {
        return new Answer(() -> Optional.of(text.get()), ready);
    }

    /** Says whether an answer is there. */
    @FunctionalInterface
    public interface Ready {
        boolean isReady();
    }

    public boolean isReady() {
        return ready.isReady();
    }

    /** The text, if there is any; may take readings out of a memory, so ask once. */
    public Optional<String> text() {
        return text.get();
    }
}
