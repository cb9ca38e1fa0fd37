package org.fieldfall.app.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;

/** Phases, the way to safety, and the range of what was polled, out of a log. */
record LogFacts(List<Phase> phases, List<SafeStateStep> safety, Map<String, Polled> polled) {

    /** A phase and its end; empty where the record ends in it. */
    record Phase(PhaseStarted started, Optional<PhaseEnded> ended) {}

    /** What a channel showed. */
    record Polled(String unit, int count, double low, double high) {

        private static Polled of(ScalarRead read) {
            return new Polled(read.unit(), 1, read.value(), read.value());
        }

        private Polled with(Polled other) {
            return new Polled(unit, count + 1, Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    static LogFacts of(Path log) {
        LogFacts facts = new LogFacts(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        LogReader.read(log, entry -> facts.heard(entry.event()));
        return facts;
    }

    private void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            phases.add(new Phase(started, Optional.empty()));
        } else if (event instanceof PhaseEnded ended && !phases.isEmpty()) {
            int last = phases.size() - 1;
            phases.set(last, new Phase(phases.get(last).started(), Optional.of(ended)));
        } else if (event instanceof SafeStateStep step) {
            safety.add(step);
        } else if (event instanceof ScalarRead read && !Double.isNaN(read.value())) {
            polled.merge(read.channel(), Polled.of(read), Polled::with);
        }
    }
}
