package org.fieldfall.app.guard;

import java.util.List;
import java.util.Optional;

/**
 * Where a run stands.
 *
 * @param state of its sequencer: {@code IDLE}, {@code RUNNING}, {@code HELD}, {@code STOPPING}, {@code SAFE} or {@code
 *     FAULT}
 * @param phase that is going on; empty between phases
 * @param heldBecause why it is held, if it is
 * @param latched guards that tripped and have not been acknowledged
 */
public record Standing(String state, String phase, Optional<String> heldBecause, List<String> latched) {

    public Standing {
        latched = List.copyOf(latched);
    }

    /** True if the way to the safe state is over. */
    public boolean isOver() {
        return state.equals("SAFE") || state.equals("FAULT");
    }
}
