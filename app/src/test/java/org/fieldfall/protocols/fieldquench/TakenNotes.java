package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.SampleBlock;

/** The notes that the phases of a swept shot would have left, for tests that take its readings by themselves. */
public final class TakenNotes {

    private TakenNotes() {}

    public static ShotNotes of(
            Trace thermometer,
            Trace monitor,
            double acquisitionSentSeconds,
            double monitorSentSeconds,
            double sweepSentSeconds,
            FieldReading before,
            FieldReading after) {
        ShotNotes notes = new ShotNotes();
        notes.add(new SampleBlock(0, thermometer.intervalSeconds(), thermometer.raw()));
        notes.addMonitored(new SampleBlock(0, monitor.intervalSeconds(), monitor.raw()));
        notes.acquisitionSent(acquisitionSentSeconds);
        notes.monitorSent(monitorSentSeconds);
        notes.sweepSent(sweepSentSeconds);
        notes.fieldBefore(before);
        notes.fieldAfter(after);
        return notes;
    }
}
