package org.fieldfall.app.run;

import org.fieldfall.app.store.Manifest;

/** A file in a run's folder that a room beyond this one makes of the record when the run is over, and can make again. */
@FunctionalInterface
public interface DerivedFile {

    /**
     * Writes it, in place of an older one.
     *
     * @param completed the manifest with the run's end in it, which the record itself may not have yet
     * @throws org.fieldfall.app.store.StoreException if it cannot be written
     */
    void write(RecordedRun run, Manifest completed, ShotSummary summary);
}
