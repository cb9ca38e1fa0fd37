package org.fieldfall.protocols.fieldquench;

import java.util.Arrays;
import org.fieldfall.protocols.analysis.DriftFit;
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

    /** The same with the drift that was fitted before, and the baseline over after so many seconds of the thermometer. */
    public static ShotNotes after(DriftFit drift, ShotNotes taken, double baselineSeconds) {
        Trace whole = taken.trace().orElseThrow();
        int end = whole.indexAt(baselineSeconds);
        ShotNotes notes = new ShotNotes();
        notes.acquisitionSent(taken.acquisitionSentSeconds());
        notes.add(new SampleBlock(0, whole.intervalSeconds(), Arrays.copyOf(whole.raw(), end)));
        notes.endBaseline();
        notes.add(new SampleBlock(end, whole.intervalSeconds(), Arrays.copyOfRange(whole.raw(), end, whole.size())));
        Trace monitor = taken.monitorTrace().orElseThrow();
        notes.addMonitored(new SampleBlock(0, monitor.intervalSeconds(), monitor.raw()));
        notes.monitorSent(taken.monitorSentSeconds());
        notes.sweepSent(taken.sweepSentSeconds());
        notes.fieldBefore(taken.fieldBefore().orElseThrow());
        notes.fieldAfter(taken.fieldAfter().orElseThrow());
        notes.drift(drift);
        return notes;
    }
}
