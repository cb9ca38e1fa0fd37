package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.sequence.Conduct;

/** Readings that a meter took and that never came. */
final class Losses {

    private Losses() {}

    /**
     * Marks the phase and tells the record, if there are any.
     *
     * @param who the meter in a word
     * @param lost how many are missing before the block
     */
    static void tell(Conduct conduct, String who, long lost, SampleBlock block) {
        if (lost == 0) {
            return;
        }
        double end = block.firstIndex() * block.intervalSeconds();
        String words = Figure.text(
                "%d readings of the %s were lost on the way, from %.3f s to %.3f s after its start; what follows keeps its time",
                lost, who, end - lost * block.intervalSeconds(), end);
        conduct.tell(new Remark(conduct.seconds(), words));
        conduct.mark(words);
    }
}
