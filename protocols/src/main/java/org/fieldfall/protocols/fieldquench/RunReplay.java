package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;

/**
 * Takes down the notes of a run's shots again from the events of its record, heard in their order. What was lost from the
 * record stays empty. Used by one thread.
 */
public final class RunReplay implements RunListener {

    private final List<ShotReplay> shots = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private int current;
    private String phase = "";

    /**
     * @param shots as the protocol lists them
     * @param plans one for each
     */
    public RunReplay(List<Shot> shots, List<ShotPlan> plans, Crystal crystal, RigFacts facts) {
        if (shots.isEmpty() || shots.size() != plans.size()) {
            throw new IllegalArgumentException(
                    "a run has at least one shot and as many plans, not " + shots.size() + " and " + plans.size());
        }
        for (int i = 0; i < shots.size(); i++) {
            PerformedShot shot = new PerformedShot(i + 1, shots.get(i), plans.get(i), new ShotNotes());
            this.shots.add(new ShotReplay(shot, crystal, facts));
            this.labels.add(LabelledPhase.label(i + 1, shots.size(), shots.get(i)));
        }
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            enter(started.phase());
        }
        if (event instanceof BlockTaken taken) {
            shots.forEach(shot -> shot.take(taken));
        } else {
            shots.get(current).heard(phase, event);
        }
    }

    /** Shots follow each other: the label is looked for from the present one on. */
    private void enter(String name) {
        for (int i = current; i < shots.size(); i++) {
            if (name.startsWith(labels.get(i))) {
                current = i;
                phase = name.substring(labels.get(i).length());
                return;
            }
        }
        phase = name;
    }

    /** The shot that goes on, from 0. */
    public int current() {
        return current;
    }

    /** The shot's own name of the phase that goes on; empty before the first. */
    public String phase() {
        return phase;
    }

    /** All shots of the protocol, also those that the run did not reach. */
    public List<PerformedShot> shots() {
        return shots.stream().map(ShotReplay::shot).toList();
    }
}
