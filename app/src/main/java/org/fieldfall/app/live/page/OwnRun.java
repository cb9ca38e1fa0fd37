package org.fieldfall.app.live.page;

import java.util.List;
import java.util.Optional;
import org.fieldfall.app.guard.OperatorDesk;
import org.fieldfall.app.live.view.Points;
import org.fieldfall.app.live.view.PredictedCurve;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.live.view.SeriesHead;
import org.fieldfall.app.store.Json;

/** The run in this process, from before it has a folder. Safe to share. */
public final class OwnRun implements RunView {

    private static final long NOT_YET = -2;

    private final String id;
    private final OperatorDesk desk;
    private volatile Optional<RunView> view = Optional.empty();

    /** @param desk takes the acts on it */
    public OwnRun(String id, OperatorDesk desk) {
        this.id = id;
        this.desk = desk;
    }

    /** From now on there is something to be seen. */
    public void show(RunView itsView) {
        view = Optional.of(itsView);
    }

    String id() {
        return id;
    }

    OperatorDesk desk() {
        return desk;
    }

    @Override
    public long version() {
        return view.map(RunView::version).orElse(NOT_YET);
    }

    @Override
    public String snapshot() {
        return view.map(RunView::snapshot)
                .orElseGet(() -> "{\"status\":\"opening the rig\",\"run\":{\"id\":" + Json.line(id)
                        + "},\"words\":\"The instruments are being opened; nothing has moved yet.\"}");
    }

    @Override
    public List<SeriesHead> series() {
        return view.map(RunView::series).orElse(List.of());
    }

    @Override
    public Points since(String series, long from, int most) {
        return there().since(series, from, most);
    }

    @Override
    public Points between(String series, double fromSeconds, double toSeconds, int most) {
        return there().between(series, fromSeconds, toSeconds, most);
    }

    @Override
    public List<PredictedCurve> curves() {
        return view.map(RunView::curves).orElse(List.of());
    }

    private RunView there() {
        return view.orElseThrow(() -> new IllegalArgumentException("run " + id + " has no series yet"));
    }
}
