package org.fieldfall.app.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.FaultSchedule;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.RunControl;

/** Notes when things happen in one case, and presses STOP where the way to safety is to be drilled. Safe to share. */
final class Watcher implements RunObserver {

    /** Phase with the field up in which the operator stops a run whose way to safety is drilled. */
    static final String STOPPED_IN = "arm";

    private final boolean stops;
    private final RunControl stop;
    private Optional<Path> folder = Optional.empty();
    private OptionalDouble happened = OptionalDouble.empty();
    private OptionalDouble phaseEnded = OptionalDouble.empty();
    private OptionalDouble runEnded = OptionalDouble.empty();
    private String why = "";
    private boolean marked;
    private String phase = "";

    Watcher(boolean stops, RunControl stop) {
        this.stops = stops;
        this.stop = stop;
    }

    @Override
    public synchronized void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path runFolder) {
        folder = Optional.of(runFolder);
    }

    @Override
    public synchronized void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            phase = started.phase();
            if (stops && phase.equals(STOPPED_IN)) {
                stop.stop("the drill");
            }
        } else if (event instanceof PhaseEnded ended) {
            phaseEnded = OptionalDouble.of(ended.rigSeconds());
            marked |= ended.quality() == Quality.MARKED;
        } else if (event instanceof Remark remark && happened.isEmpty()) {
            happened = FaultSchedule.happened(remark);
        } else if (event instanceof RunEnded ended) {
            runEnded = OptionalDouble.of(ended.rigSeconds());
            why = ended.why();
        }
    }

    /** Empty as long as the record has not begun. */
    synchronized Optional<Path> folder() {
        return folder;
    }

    synchronized OptionalDouble happened() {
        return happened;
    }

    /** From the fault to the end of the phase that it ended. */
    synchronized OptionalDouble noticedAfter() {
        return difference(happened, phaseEnded);
    }

    /** From the end of the last phase to the end of the run. */
    synchronized OptionalDouble safeAfter() {
        return difference(phaseEnded, runEnded);
    }

    /** What ended the run, as it told its record. */
    synchronized String why() {
        return why;
    }

    synchronized boolean isMarked() {
        return marked;
    }

    /** The last one that began. */
    synchronized String phase() {
        return phase;
    }

    private static OptionalDouble difference(OptionalDouble from, OptionalDouble to) {
        return from.isPresent() && to.isPresent()
                ? OptionalDouble.of(to.getAsDouble() - from.getAsDouble())
                : OptionalDouble.empty();
    }
}
