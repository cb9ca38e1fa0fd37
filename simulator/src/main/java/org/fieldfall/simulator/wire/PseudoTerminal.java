package org.fieldfall.simulator.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The master of a pseudo-terminal whose slave is a raw line of 8 data bits, no parity and one stop bit. It outlives its
 * clients: either a slave descriptor stays open, or the terminal tells whether a client has it open. Not for sharing
 * between threads.
 */
final class PseudoTerminal implements Port, AutoCloseable {

    private static final int NAME_SIZE = 128;
    private static final int TERMIOS_SIZE = 256;
    private static final int WRITE_MILLIS = 500;
    private static final int UNATTENDED_MILLIS = 2;
    private static final int REOPENINGS = 40;
    private static final int REOPENING_MILLIS = 50;
    private static final int MOST_OTHERS = 64;

    /** Where in a {@code struct pollfd} the answer is. */
    private static final int REPLY = 6;

    private final int master;
    private final OptionalInt slave;
    private final String path;

    /** A client left since {@link #isAttended} was asked last; another may be there already. */
    private boolean hungUp;

    /** What {@link #isAttended} said last: nothing is read from a client before it was announced. */
    private boolean attended;

    private PseudoTerminal(int master, OptionalInt slave, String path) {
        this.master = master;
        this.slave = slave;
        this.path = path;
    }

    /** @param hearsOpening no slave descriptor is kept, so that {@link #isAttended} can tell */
    static PseudoTerminal open(boolean hearsOpening) throws IOException {
        try {
            int master = Libc.posix_openpt(Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
            return withSlave(master, hearsOpening);
        } catch (LastErrorException e) {
            throw new IOException("no pseudo-terminal: " + e.getMessage(), e);
        }
    }

    /** A new terminal with the path that a closed one had; waits a while for its last client to close it. */
    static PseudoTerminal reopen(String path, boolean hearsOpening) throws IOException {
        for (int tries = 0; tries < REOPENINGS; tries++) {
            Optional<PseudoTerminal> found = find(path, hearsOpening);
            if (found.isPresent()) {
                return found.get();
            }
            nap(REOPENING_MILLIS);
        }
        throw new IOException(path + " cannot be had again: a client still has it open, or somebody else took it");
    }

    /** The system gives out the lowest free number first. */
    private static Optional<PseudoTerminal> find(String path, boolean hearsOpening) throws IOException {
        List<PseudoTerminal> others = new ArrayList<>();
        try {
            while (others.size() < MOST_OTHERS) {
                PseudoTerminal candidate = open(hearsOpening);
                if (candidate.path.equals(path)) {
                    return Optional.of(candidate);
                }
                others.add(candidate);
            }
            return Optional.empty();
        } finally {
            others.forEach(PseudoTerminal::close);
        }
    }

    private static void nap(int millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a pseudo-terminal was in use");
        }
    }

    private static PseudoTerminal withSlave(int master, boolean hearsOpening) {
        try {
            Libc.grantpt(master);
            Libc.unlockpt(master);
            byte[] name = new byte[NAME_SIZE];
            Libc.ptsname_r(master, name, name.length);
            String path = Native.toString(name);
            int slave = Libc.open(path, Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC);
            makeRaw(slave);
            if (hearsOpening) {
                Libc.close(slave);
            }
            return new PseudoTerminal(master, hearsOpening ? OptionalInt.empty() : OptionalInt.of(slave), path);
        } catch (LastErrorException e) {
            Libc.close(master);
            throw e;
        }
    }

    String path() {
        return path;
    }

    @Override
    public int read(byte[] into, int waitMillis) throws IOException {
        if (!attended) {
            nap(UNATTENDED_MILLIS);
            return 0;
        }
        int ready = poll(Libc.POLLIN, waitMillis);
        if ((ready & Libc.POLLIN) == 0) {
            hungUp = (ready & Libc.POLLHUP) != 0;
            return 0;
        }
        try {
            return (int) Libc.read(master, into, into.length);
        } catch (LastErrorException e) {
            return passing(e, "read");
        }
    }

    @Override
    public boolean isAttended() throws IOException {
        attended = slave.isPresent() || (!hungUp && (poll(Libc.POLLIN, 0) & Libc.POLLHUP) == 0);
        hungUp = false;
        return attended;
    }

    /** Bytes that a client does not read in time are lost, as on a wire. */
    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to && poll(Libc.POLLOUT, WRITE_MILLIS) == Libc.POLLOUT) {
            byte[] rest = Arrays.copyOfRange(bytes, at, to);
            try {
                at += (int) Libc.write(master, rest, rest.length);
            } catch (LastErrorException e) {
                at += passing(e, "write");
            }
        }
    }

    @Override
    public void close() {
        slave.ifPresent(Libc::close);
        Libc.close(master);
    }

    /** Waits for one event; answers what came of it, 0 for nothing. */
    private int poll(short event, int millis) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        request.putInt(master).putShort(event);
        try {
            return Libc.poll(request.array(), 1, millis) > 0 ? request.getShort(REPLY) : 0;
        } catch (LastErrorException e) {
            return passing(e, "poll");
        }
    }

    private int passing(LastErrorException error, String call) throws IOException {
        int code = error.getErrorCode();
        if (code == Libc.EINTR || code == Libc.EAGAIN || code == Libc.EIO) {
            return 0;
        }
        throw new IOException(path + ": " + call + " failed: " + error.getMessage(), error);
    }

    private static void makeRaw(int slave) {
        byte[] termios = new byte[TERMIOS_SIZE];
        Libc.tcgetattr(slave, termios);
        Libc.cfmakeraw(termios);
        Libc.tcsetattr(slave, Libc.TCSANOW, termios);
    }
}
