package org.fieldfall.app.live.page;

import java.nio.file.Path;
import org.fieldfall.app.live.BusFollower;
import org.fieldfall.app.live.view.LiveView;

/** Follows a published run on its bus. */
public final class BusWatch implements LivePage.Watch {

    private final LiveView view;
    private final BusFollower follower;

    private BusWatch(LiveView view, BusFollower follower) {
        this.view = view;
        this.follower = follower;
    }

    /**
     * @param folder of the run
     * @param publisher address of its bus
     * @param router likewise
     */
    public static BusWatch of(Path folder, String publisher, String router) {
        LiveView view = LiveView.of(folder);
        return new BusWatch(view, BusFollower.follow(publisher, router, view));
    }

    @Override
    public LiveView view() {
        return view;
    }

    @Override
    public void lost() {
        view.lost();
    }

    @Override
    public void close() {
        follower.close();
        view.close();
    }
}
