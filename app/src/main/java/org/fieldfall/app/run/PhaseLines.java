package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;

/** Takes down the phases of a run with the marks they earned. Used by one thread. */
final class PhaseLines implements RunListener {

    private static final String UNKNOWN = "unknown";

    private final List<PhaseLine> lines = new ArrayList<>();

    @Override
    public void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            lines.add(new PhaseLine(started.phase(), started.rigSeconds(), Double.NaN, UNKNOWN, ""));
        } else if (event instanceof PhaseEnded ended) {
            end(ended);
        }
    }

    /** The beginning may have been lost from a damaged record. */
    private void end(PhaseEnded ended) {
        double began = Double.NaN;
        int last = lines.size() - 1;
        if (last >= 0
                && lines.get(last).name().equals(ended.phase())
                && lines.get(last).quality().equals(UNKNOWN)) {
            began = lines.remove(last).beganSeconds();
        }
        String quality = ended.quality().name().toLowerCase(Locale.ROOT);
        lines.add(new PhaseLine(ended.phase(), began, ended.rigSeconds(), quality, ended.why()));
    }

    List<PhaseLine> lines() {
        return List.copyOf(lines);
    }
}
