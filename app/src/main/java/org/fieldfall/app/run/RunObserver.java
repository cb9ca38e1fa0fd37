package org.fieldfall.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RunListener;

/** Watches a run as it happens. Must return soon: it is called on the sequencer's thread. */
public interface RunObserver extends RunListener {

    /** The rig is open, the plans allow the shots, the record has begun; nothing has moved yet. */
    void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder);

    /** Takes who is to hear where the run's page is, without a token, once it has one; on any thread, while the run goes on. */
    default void page(Consumer<String> told) {}

    /** The record and the lines are there to be looked at, until the run is over. */
    default void works(Works works) {}
}
