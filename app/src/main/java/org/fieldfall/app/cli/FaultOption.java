package org.fieldfall.app.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.StagedFault;
import picocli.CommandLine.Option;

/** The option of letting things go wrong in the simulated rig. */
final class FaultOption {

    /** Names of phases, whatever the kinds of shots. */
    static final List<String> PHASES = List.of(
            "prepare",
            "settle",
            "load",
            "isolate",
            "arm",
            "sweep",
            StagedFault.RAMP,
            "heat",
            "zero-check",
            "relax",
            "recover",
            StagedFault.STOPPING);

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            completionCandidates = Names.class,
            description = {
                "Let something go wrong, as NAME[/ROLE][@PHASE[+SECONDSs]][:DURATIONs]; may be given more than once. "
                        + "Times are the simulated world's; without @ it happens at once. What each does is told in"
                        + " app/docs/faults.md. Names: ${COMPLETION-CANDIDATES}."
            })
    private List<String> texts = new ArrayList<>();

    /** Those that were asked for. */
    List<StagedFault> read(RigConfig rig, List<String> phases) {
        return StagedFault.read(texts, rig, phases);
    }

    /** For the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return StagedFault.names().iterator();
        }
    }
}
