package org.fieldfall.drivers.transport;

import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.LineLostException;
import org.jspecify.annotations.Nullable;

/** Whether a transport is over, why, and who is told; an end by our own closing is told to nobody. Safe to share. */
final class Loss {

    private @Nullable String why;
    private boolean isNews;
    private @Nullable Consumer<String> heard;

    /** True if this is the end, false if it was over before. Tell afterwards. */
    synchronized boolean happened(String reason) {
        if (why != null) {
            return false;
        }
        why = reason;
        isNews = true;
        return true;
    }

    /** True if this is the end, false if it was over before. */
    synchronized boolean wasClosed() {
        if (why != null) {
            return false;
        }
        why = "the line is closed";
        return true;
    }

    synchronized boolean isOver() {
        return why != null;
    }

    void failIfOver(String who) {
        String reason;
        synchronized (this) {
            reason = why;
        }
        if (reason != null) {
            throw new LineLostException(who, reason);
        }
    }

    void onLost(Consumer<String> listener) {
        synchronized (this) {
            heard = listener;
        }
        tell();
    }

    /** Tells a loss once, whichever comes later, the loss or the listener. Holds no lock meanwhile. */
    void tell() {
        Consumer<String> listener;
        String reason;
        synchronized (this) {
            listener = heard;
            reason = why;
            if (!isNews || listener == null || reason == null) {
                return;
            }
            isNews = false;
        }
        listener.accept(reason);
    }
}
