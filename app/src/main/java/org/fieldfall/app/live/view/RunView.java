package org.fieldfall.app.live.view;

import java.util.List;

/**
 * A run as a page shows it. Times are rig time, in seconds; the snapshot says where the ramp starts on that axis.
 *
 * <p>Safe for use by several threads; no answer waits for a disk or an instrument of the run.
 */
public interface RunView {

    /** Grows with every change of the snapshot, of a series or of a curve. */
    long version();

    /** Everything but the series and curves, as one JSON object; the keys are in {@code app/docs/page.md}. */
    String snapshot();

    /** The measured series there are by now. */
    List<SeriesHead> series();

    /**
     * What a series has got since a viewer looked last: readings from number {@code from} on, thinned to at most {@code most}
     * points if there are more.
     */
    Points since(String series, long from, int most);

    /** At most {@code most} points for the readings between two times. */
    Points between(String series, double fromSeconds, double toSeconds, int most);

    /** The predicted curves there are by now, each as it was last computed. */
    List<PredictedCurve> curves();
}
