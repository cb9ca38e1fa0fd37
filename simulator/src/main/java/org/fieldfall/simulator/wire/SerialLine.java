package org.fieldfall.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A box on a serial port that is a pseudo-terminal, at the line's speed in wall time both ways.
 *
 * <p>A terminal that is closed takes its number with it. A line that is put back asks for new terminals until one has the
 * old number, which the system gives out again as soon as the last client has closed it; with a link, the link keeps its
 * name and points to whatever terminal there is.
 */
public final class SerialLine implements Line {

    private final Box box;
    private final Wiring wiring;
    private final Optional<Path> link;
    private Optional<Connection> connection;
    private String path;

    private SerialLine(Box box, Wiring wiring, Optional<Path> link) throws IOException {
        this.box = box;
        this.wiring = wiring;
        this.link = link;
        Connection first = connect(PseudoTerminal.open(wiring.hearsOpening()));
        this.connection = Optional.of(first);
        this.path = first.terminal.path();
    }

    /**
     * How a serial line is set up.
     *
     * @param longestLine characters the box's input buffer holds; 0 for a box that hears single characters
     * @param baud line speed; 0 for a line that takes no time
     * @param hearsOpening whether the box notices that its port is opened and closed
     * @param obeysXoff whether the box stops talking at XOFF
     */
    public record Wiring(int longestLine, int baud, boolean hearsOpening, boolean obeysXoff) {

        /** Without flow control. */
        public Wiring(int longestLine, int baud, boolean hearsOpening) {
            this(longestLine, baud, hearsOpening, false);
        }

        Framing framing(Box box) {
            return longestLine > 0 ? new LineFraming(longestLine, box) : new LastByte(box);
        }
    }

    /** @param link where a symbolic link to the terminal shall be */
    public static SerialLine open(Box box, Wiring wiring, Optional<Path> link) throws IOException {
        return new SerialLine(box, wiring, link);
    }

    /** The device that a client opens, such as {@code /dev/pts/3}, or the link to it. */
    public synchronized String path() {
        return link.map(Path::toString).orElse(path);
    }

    @Override
    public String resource() {
        return "ASRL" + path() + "::INSTR";
    }

    /** The link goes first: the system gives the terminal's number out again, and the link must not lead to another's line. */
    @Override
    public synchronized void unplug() {
        removeLink();
        connection.ifPresent(Connection::close);
        connection = Optional.empty();
    }

    @Override
    public synchronized void plug() throws IOException {
        if (connection.isEmpty()) {
            PseudoTerminal terminal = link.isPresent()
                    ? PseudoTerminal.open(wiring.hearsOpening())
                    : PseudoTerminal.reopen(path, wiring.hearsOpening());
            path = terminal.path();
            connection = Optional.of(connect(terminal));
        }
    }

    @Override
    public synchronized void close() {
        unplug();
    }

    private void removeLink() {
        try {
            if (link.isPresent()) {
                Files.deleteIfExists(link.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the link to a pretended serial line stays: " + e.getMessage(), e);
        }
    }

    private Connection connect(PseudoTerminal terminal) throws IOException {
        if (link.isPresent()) {
            Path next = link.get().resolveSibling(link.get().getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, Path.of(terminal.path()));
            Files.move(next, link.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Connection(
                terminal,
                new Session(
                        terminal,
                        box,
                        wiring.framing(box),
                        new Flow(wiring.obeysXoff(), System::nanoTime),
                        wiring.baud()));
    }

    /** One terminal with the thread that serves it. */
    private static final class Connection {

        private final PseudoTerminal terminal;
        private final LineThread thread;

        Connection(PseudoTerminal terminal, Session session) {
            this.terminal = terminal;
            this.thread = new LineThread("serial", () -> session.run(this::isOpen));
            thread.start();
        }

        private boolean isOpen() {
            return thread.isOpen();
        }

        /** Leaves the descriptors alone if the thread that uses them would not end. */
        void close() {
            if (thread.end()) {
                terminal.close();
            }
        }
    }
}
