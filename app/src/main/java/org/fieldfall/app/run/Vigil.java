package org.fieldfall.app.run;

import java.time.InstantSource;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.guard.Watchkeeping;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.sequence.GuardTrippedException;
import org.fieldfall.protocols.sequence.RigClock;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;

/** The watch over a run in the words of a run; where nobody watches it does nothing. Used by the run's thread, but for {@link #page}. */
final class Vigil implements AutoCloseable {

    private final Optional<Watchkeeping> keeping;
    private Optional<RunListener> ear = Optional.empty();
    private Optional<RigClock> clock = Optional.empty();

    private Vigil(Optional<Watchkeeping> keeping) {
        this.keeping = keeping;
    }

    static Vigil begin(Optional<Leases> leases, Request request, InstantSource wall) {
        return new Vigil(leases.map(machine ->
                Watchkeeping.begin(machine, request.experiment().rig(), request.runId(), request.who(), wall)));
    }

    void post(RunFolder folder, RigConfig.Source source, RunControl control) {
        keeping.ifPresent(watch -> watch.post(folder.path(), source, new RunDesk(control)));
    }

    /** May be called by any thread once the watch is posted. */
    void page(String address) {
        keeping.ifPresent(watch -> watch.page(address));
    }

    /** Tells the record who watches, and what becomes of the guardian: the pipe to it is a line like others. */
    void listen(RunListener heard, RigClock rigClock) {
        ear = Optional.of(heard);
        clock = Optional.of(rigClock);
        keeping.ifPresent(watch -> watch.listen(
                text -> heard.heard(new Remark(rigClock.seconds(), text)),
                (who, isBack, why) -> heard.heard(
                        new LineChanged(rigClock.seconds(), who, isBack ? LineState.BACK : LineState.LOST, why))));
    }

    void ended(RunEnd end, String why) {
        boolean byGuard = end.cause().orElse(null) instanceof GuardTrippedException;
        keeping.flatMap(watch -> watch.ended(end, byGuard, why))
                .ifPresent(latched -> ear.ifPresent(
                        told -> told.heard(new Remark(clock.orElseThrow().seconds(), latched))));
    }

    @Override
    public void close() {
        keeping.ifPresent(Watchkeeping::close);
    }
}
