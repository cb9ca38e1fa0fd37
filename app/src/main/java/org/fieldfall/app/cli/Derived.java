package org.fieldfall.app.cli;

import java.util.List;
import org.fieldfall.app.export.RunNexus;
import org.fieldfall.app.report.RunReport;
import org.fieldfall.app.run.DerivedFile;

/** What lies in a run's folder beside what the run itself writes. */
final class Derived {

    static final List<DerivedFile> FILES = List.of(new RunNexus(), new RunReport());

    private Derived() {}
}
