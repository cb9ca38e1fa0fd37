package org.fieldfall.drivers.transport;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with every byte said on one line, for people to read and for {@link Replay} to play.
 *
 * <p>Plain ASCII, one event a line, only ever appended to, handed to the operating system line by line:
 *
 * <pre>
 * # fieldfall capture 1: seconds since start, = opened, &gt; sent, &lt; received, ! lost
 * 0.000000 = "supply (ASRL/dev/ttyUSB0::INSTR)"
 * 0.210345 &gt; "*IDN?\n"
 * 0.254817 &lt; "KEPCO,BIT 4886 20-20,A123456,4.01-1.80\r\n"
 * 7.001200 ! "the line is gone (unplugged, or closed by the other end)"
 * </pre>
 *
 * What was said is quoted as in {@link Printable}. Bytes sent stand there before they go out, bytes received when the owner
 * of the line takes them. Starting again on the same file begins with another head line, at zero seconds.
 *
 * <p>Safe to share between threads. A disk that fails ends the capture, never the conversation.
 */
public final class Capture implements AutoCloseable {

    static final String HEAD_START = "# fieldfall capture 1";
    static final String HEAD = HEAD_START + ": seconds since start, = opened, > sent, < received, ! lost";

    static final char OPENED = '=';
    static final char SENT = '>';
    static final char RECEIVED = '<';
    static final char LOST = '!';

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    private final Path file;
    private final Writer out;
    private final WireClock clock;
    private final long startNanos;
    private boolean isOver;

    private Capture(Path file, Writer out, WireClock clock) {
        this.file = file;
        this.out = out;
        this.clock = clock;
        this.startNanos = clock.nanos();
    }

    /** @throws UncheckedIOException if the file cannot be written */
    public static Capture appendTo(Path file, WireClock clock) {
        try {
            // No channel: an interrupt of the line's thread would close it.
            var stream = new FileOutputStream(file.toFile(), true);
            var capture = new Capture(
                    file, new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.US_ASCII)), clock);
            capture.append(HEAD);
            return capture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same opener, all of whose openings are captured here. */
    public Opener around(Opener opener) {
        return () -> around(opener.open());
    }

    public Transport around(Transport transport) {
        note(OPENED, transport.who());
        return new CapturedTransport(transport, this);
    }

    void note(char sign, String text) {
        note(sign, text.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void note(char sign, byte[] bytes) {
        double seconds = (clock.nanos() - startNanos) * 1e-9;
        append(String.format(Locale.ROOT, "%.6f %c %s", seconds, sign, Printable.whole(bytes)));
    }

    private synchronized void append(String line) {
        if (isOver) {
            return;
        }
        try {
            out.write(line + "\n");
            out.flush();
        } catch (IOException e) {
            isOver = true;
            LOG.error("the capture {} ends here", file, e);
        }
    }

    @Override
    public synchronized void close() {
        isOver = true;
        try {
            out.close();
        } catch (IOException e) {
            LOG.error("closing the capture {} failed", file, e);
        }
    }
}
