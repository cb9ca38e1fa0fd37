package org.fieldfall.drivers.scpi;

import java.util.Arrays;
import java.util.Optional;
import org.fieldfall.drivers.transport.Printable;

/** Collects bytes as they come, in pieces of any size, and gives out whole replies: lines, or blocks by count. */
final class ReplyBuffer {

    private static final int LONGEST_LINE = 1 << 20;

    private byte[] bytes = new byte[256];
    private int count;

    void append(byte[] more) {
        if (bytes.length - count < more.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, count + more.length));
        }
        System.arraycopy(more, 0, bytes, count, more.length);
        count += more.length;
    }

    void clear() {
        count = 0;
    }

    /** True if nothing but blanks, line ends and flow control bytes is here. */
    boolean isBlank() {
        return firstMeaning() == count;
    }

    /** Takes the line up to the first LF, without blanks and stray control bytes around or in it. */
    Optional<byte[]> takeLine() {
        int end = indexOf('\n', 0);
        if (end < 0) {
            refuseAbove(LONGEST_LINE, count);
            return Optional.empty();
        }
        byte[] line = withoutNoise(end);
        drop(end + 1);
        return Optional.of(line);
    }

    /** Takes the line up to the first LF as it came, its end included. */
    Optional<byte[]> takeWholeLine() {
        int end = indexOf('\n', 0);
        if (end < 0) {
            refuseAbove(LONGEST_LINE, count);
            return Optional.empty();
        }
        byte[] line = Arrays.copyOf(bytes, end + 1);
        drop(end + 1);
        return Optional.of(line);
    }

    /**
     * Takes the payload of a definite-length block, {@code #<n><n digits: length><payload>LF}, read by count: nothing in
     * the payload ends it.
     *
     * @throws IllegalArgumentException if what came is no such block or announces more than {@code most} bytes
     */
    Optional<byte[]> takeBlock(int most) {
        return takeBlock(most, this::blockAt);
    }

    private Optional<byte[]> takeBlock(int most, Ending ending) {
        int start = firstMeaning();
        if (count - start < 2) {
            refuse(count > start && bytes[start] != '#', "does not start a block");
            return Optional.empty();
        }
        int digits = bytes[start + 1] - '0';
        refuse(bytes[start] != '#' || digits < 1 || digits > 9, "does not start a definite-length block");
        int payload = start + 2 + digits;
        if (count < payload) {
            return Optional.empty();
        }
        int length = length(start + 2, payload);
        refuseAbove(most, length);
        return count < payload + length ? Optional.empty() : ending.take(payload, length);
    }

    /**
     * Takes a definite-length block of a box that puts no line end after it.
     *
     * @param most largest payload in bytes
     */
    Optional<byte[]> takeBareBlock(int most) {
        return takeBlock(most, (payload, length) -> {
            byte[] block = Arrays.copyOfRange(bytes, payload, payload + length);
            drop(payload + length);
            return Optional.of(block);
        });
    }

    private interface Ending {
        Optional<byte[]> take(int payload, int length);
    }

    private Optional<byte[]> blockAt(int payload, int length) {
        int end = indexOf('\n', payload + length);
        for (int i = payload + length; i < (end < 0 ? count : end); i++) {
            refuse(!isNoise(bytes[i]), "goes on after the announced " + length + " bytes");
        }
        if (end < 0) {
            return Optional.empty();
        }
        byte[] block = Arrays.copyOfRange(bytes, payload, payload + length);
        drop(end + 1);
        return Optional.of(block);
    }

    private int length(int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            refuse(bytes[i] < '0' || bytes[i] > '9', "does not announce a length");
            length = length * 10 + (bytes[i] - '0');
        }
        return length;
    }

    private void refuse(boolean isWrong, String why) {
        if (isWrong) {
            throw new IllegalArgumentException(this + " " + why);
        }
    }

    private static void refuseAbove(int most, int length) {
        if (length > most) {
            throw new IllegalArgumentException("a reply of " + length + " bytes, at most " + most + " were due");
        }
    }

    private int firstMeaning() {
        int at = 0;
        while (at < count && isNoise(bytes[at])) {
            at++;
        }
        return at;
    }

    // XON, XOFF and NUL are stray line control; the rest are blanks.
    private static boolean isNoise(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0x11 || b == 0x13 || b == 0;
    }

    private byte[] withoutNoise(int end) {
        byte[] line = new byte[end];
        int length = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] != 0x11 && bytes[i] != 0x13) {
                line[length++] = bytes[i];
            }
        }
        int from = 0;
        while (from < length && isNoise(line[from])) {
            from++;
        }
        while (length > from && isNoise(line[length - 1])) {
            length--;
        }
        return Arrays.copyOfRange(line, from, length);
    }

    private int indexOf(char wanted, int from) {
        for (int i = from; i < count; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private void drop(int used) {
        System.arraycopy(bytes, used, bytes, 0, count - used);
        count -= used;
    }

    @Override
    public String toString() {
        return Printable.of(Arrays.copyOf(bytes, count));
    }
}
