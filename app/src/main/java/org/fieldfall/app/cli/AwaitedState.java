package org.fieldfall.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fieldfall.app.guard.ControlRequest;
import org.fieldfall.app.guard.GuardException;
import org.fieldfall.app.guard.Holder;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.guard.Standing;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.protocols.run.RunEnded;

/** Waits until a run in another process is in a state, or over. */
record AwaitedState(Leases leases, Holder run) {

    private static final long PAUSE_MILLIS = 200;

    /** Where it came to. */
    record Reached(String state, String words) {}

    Reached await(Set<String> wanted, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            Optional<Standing> standing = standing();
            if (standing.isEmpty() && isOver()) {
                return ended();
            }
            last = standing.map(Standing::state).orElse(last);
            if (wanted.contains(last) || standing.filter(Standing::isOver).isPresent()) {
                return new Reached(last, "the run is " + last);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return new Reached(last, "not there within " + within.toSeconds() + " s, the run is " + last);
    }

    private Optional<Standing> standing() {
        try {
            return ActOnRun.ask(run, ControlRequest.status()).standing();
        } catch (GuardException noAnswer) {
            return Optional.empty();
        }
    }

    private boolean isOver() {
        return leases.holders().stream().noneMatch(held -> held.runId().equals(run.runId()));
    }

    /** What its record says; a run may end between two questions. */
    private Reached ended() {
        List<String> states = new ArrayList<>(List.of(""));
        try {
            LogReader.read(Path.of(run.runFolder(), "run.log"), entry -> {
                if (entry.event() instanceof RunEnded ended) {
                    states.add(ended.isSafe() ? "SAFE" : "FAULT");
                }
            });
        } catch (StoreException unreadable) {
            return new Reached("", "the run is over, but: " + unreadable.getMessage());
        }
        String state = states.get(states.size() - 1);
        return new Reached(
                state,
                state.isEmpty()
                        ? "the run is over, and its record does not tell how; see 'fieldfall review timeline'"
                        : "the run is over, " + state);
    }
}
