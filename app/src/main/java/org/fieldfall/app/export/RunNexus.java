package org.fieldfall.app.export;

import org.fieldfall.app.run.DerivedFile;
import org.fieldfall.app.run.RecordedRun;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code run.nxs} in a run's folder; none where one file would not hold the run. */
public final class RunNexus implements DerivedFile {

    private static final Logger LOG = LoggerFactory.getLogger(RunNexus.class);

    @Override
    public void write(RecordedRun run, Manifest completed, ShotSummary summary) {
        NexusExport export = new NexusExport(run, completed, summary);
        if (export.files() > 1) {
            LOG.warn(
                    "{}: not written, a shot has more than {} readings; 'fieldfall export' writes {} files",
                    run.folder().nexus(),
                    NexusExport.MOST_READINGS,
                    export.files());
            return;
        }
        export.write(run.folder().nexus());
    }
}
