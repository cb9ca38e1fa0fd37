package org.fieldfall.app.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One driver as a rig file sees it: its word, the keys of its section and the roles it offers. Found by {@link
 * java.util.ServiceLoader}, so that no reader of files names a model.
 */
public interface InstrumentKind {

    /** What stands behind {@code driver:}. */
    String driver();

    /** What an instrument of this kind can be. */
    Set<Role> roles();

    /** The roles that one instrument of this kind can fill at the same time; auxiliary among them means several channels. */
    default Set<Role> together() {
        return Set.of();
    }

    /** The inputs and outputs to choose from for a role that it offers. */
    default Ports ports(Role role) {
        return Ports.NONE;
    }

    /** Why it does not fill a role that somebody may expect of it, in words for a message; empty where that is plain. */
    default Optional<String> whyNot(Role role) {
        return Optional.empty();
    }

    /** What is due instead of an auxiliary channel's question that it does not know; empty for one it may know. */
    default Optional<String> question(String query) {
        return Optional.empty();
    }

    /**
     * Reads the keys of its own, which are all but {@code driver}, {@code resource} and {@code reply-deadline}. What is
     * wrong is noted by the section, which answers a stand-in (NaN, 0, an empty text): the settings have to take it.
     */
    Settings read(Section at);

    /** What the keys of its own say. */
    interface Settings {

        /** True if the simulator can pretend such an instrument. */
        boolean hasTwin();
    }

    /** What a role may choose from by its keys; it has such a key only where there is something to choose. */
    record Ports(List<String> inputs, List<Integer> outputs) {

        public static final Ports NONE = new Ports(List.of(), List.of());

        public Ports {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }
}
