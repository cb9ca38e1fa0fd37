package org.fieldfall.simulator.wire;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** The calls of the C library that make a pseudo-terminal; constants as on Linux. */
final class Libc {

    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int TCSANOW = 0;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;
    static final short POLLHUP = 16;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;

    static {
        if (!Platform.isLinux()) {
            throw new UnsupportedOperationException(
                    "pretended serial lines need Linux, this is " + Platform.RESOURCE_PREFIX);
        }
        Native.register(Libc.class, Platform.C_LIBRARY_NAME);
    }

    private Libc() {}

    static native int posix_openpt(int flags) throws LastErrorException;

    static native int grantpt(int descriptor) throws LastErrorException;

    static native int unlockpt(int descriptor) throws LastErrorException;

    static native int ptsname_r(int descriptor, byte[] name, long size) throws LastErrorException;

    static native int open(String path, int flags) throws LastErrorException;

    static native int tcgetattr(int descriptor, byte[] termios) throws LastErrorException;

    static native void cfmakeraw(byte[] termios) throws LastErrorException;

    static native int tcsetattr(int descriptor, int when, byte[] termios) throws LastErrorException;

    /** @param descriptors one {@code struct pollfd}: descriptor, events (two bytes), what came of it (two bytes) */
    static native int poll(byte[] descriptors, long count, int millis) throws LastErrorException;

    static native long read(int descriptor, byte[] into, long size) throws LastErrorException;

    static native long write(int descriptor, byte[] from, long size) throws LastErrorException;

    static native int close(int descriptor) throws LastErrorException;
}
