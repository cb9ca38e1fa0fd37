package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RunEvent;

/** Shows run after run as {@link Progress} shows one. */
final class ShotProgress implements RunObserver {

    private final PrintWriter out;
    private Progress current;

    ShotProgress(PrintWriter out) {
        this.out = out;
        this.current = new Progress(out);
    }

    @Override
    public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
        current = new Progress(out);
        current.began(shots, source, folder);
    }

    @Override
    public void heard(RunEvent event) {
        current.heard(event);
    }
}
