package org.fieldfall.app.live.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans and starts dry runs in processes of their own. Safe to share. */
public interface Starter {

    /**
     * What is to be performed, by the names of its files.
     *
     * @param sample instead of the protocol's own
     * @param rig instead of the protocol's own
     */
    record Choice(String protocol, Optional<String> sample, Optional<String> rig) {}

    /** Names of protocols, rigs and samples; only rigs that are simulated. */
    Map<String, List<String>> choices();

    /**
     * The plan and its verdict, as JSON.
     *
     * @throws IllegalArgumentException if a name is none of the choices
     */
    String plan(Choice choice);

    /**
     * Starts it.
     *
     * @return what to tell whoever asked
     * @throws IllegalArgumentException if a name is none of the choices, or too many go on already
     */
    String start(Choice choice, String who);
}
