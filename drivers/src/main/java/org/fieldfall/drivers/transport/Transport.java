package org.fieldfall.drivers.transport;

import java.time.Duration;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.LineLostException;

/**
 * Bytes to and from one instrument. Used by one thread at a time, its {@link Line}'s; only {@link #close()} may be called
 * from any.
 */
public interface Transport extends AutoCloseable {

    /** Role or instrument with its resource name, for reports: {@code field supply (ASRL/dev/ttyUSB0::INSTR)}. */
    String who();

    /**
     * Sends all bytes. A line that does not take them in time is closed, because part of them may be out.
     *
     * @throws LineLostException if the line is gone or did not take the bytes in time
     */
    void write(byte[] bytes, Duration within);

    /**
     * The next bytes that came, in order; empty if none came in time. Zero time asks only for what is here already.
     *
     * @throws LineLostException if the line is gone and everything that came before has been read
     */
    byte[] read(Duration within) throws InterruptedException;

    /** How long the line needs to move so many bytes after {@link #write} took them; zero where that is no matter. */
    default Duration lineTime(int bytes) {
        return Duration.ZERO;
    }

    /**
     * Which opening of the line this is, counted from zero. Whoever has an idea of what is under way on the line, or of
     * how the box is set, must drop it when this number changes.
     */
    default long generation() {
        return 0;
    }

    /**
     * Tells one listener why the line was lost, once and as soon as it is seen, idle or not, from any thread; at once if
     * it is lost already. Closing is no loss.
     */
    void onLost(Consumer<String> heard);

    /** Frees any thread that waits in a read or write. */
    @Override
    void close();
}
