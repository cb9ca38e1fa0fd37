package org.fieldfall.drivers.scpi;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** What answer is due to a question: how it is framed, how it is read, and what to call it in a report. */
public final class Reply<T> {

    /** Any text on one line. */
    public static final Reply<String> TEXT = line("a line of text", text -> text);

    /** A number; a sentinel is no answer here. */
    public static final Reply<Double> NUMBER = line("a number", Reply::finite);

    /** A reading, NaN where the instrument marked it invalid. */
    public static final Reply<Double> READING = line("a reading", ScpiNumber::parse);

    public static final Reply<Integer> INTEGER = line("a whole number", Reply::whole);

    public static final Reply<Boolean> FLAG = line("0 or 1", Reply::flag);

    public static final Reply<ScpiError> ERROR = line("an error number and its text", ScpiError::parse);

    private interface Frame {
        Optional<byte[]> from(ReplyBuffer buffer);
    }

    private final String due;
    private final Frame frame;
    private final Function<byte[], T> reader;

    private Reply(String due, Frame frame, Function<byte[], T> reader) {
        this.due = due;
        this.frame = frame;
        this.reader = reader;
    }

    /** @param reader throws {@link IllegalArgumentException} for what is not such a reply */
    public static <T> Reply<T> line(String due, Function<String, T> reader) {
        return new Reply<>(due, ReplyBuffer::takeLine, bytes -> reader.apply(ascii(bytes)));
    }

    /**
     * A line whose every byte counts, blanks and line end included.
     *
     * @param reader throws {@link IllegalArgumentException} for what is not such a reply
     */
    public static <T> Reply<T> exactLine(String due, Function<String, T> reader) {
        return new Reply<>(
                due, ReplyBuffer::takeWholeLine, bytes -> reader.apply(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /**
     * A definite-length block.
     *
     * @param most largest payload in bytes
     * @param reader throws {@link IllegalArgumentException} for what is not such a reply
     */
    public static <T> Reply<T> block(String due, int most, Function<byte[], T> reader) {
        return new Reply<>(due, buffer -> buffer.takeBlock(most), reader);
    }

    /**
     * A definite-length block without a line end after it.
     *
     * @param most largest payload in bytes
     * @param reader throws {@link IllegalArgumentException} for what is not such a reply
     */
    public static <T> Reply<T> bareBlock(String due, int most, Function<byte[], T> reader) {
        return new Reply<>(due, buffer -> buffer.takeBareBlock(most), reader);
    }

    String due() {
        return due;
    }

    Optional<byte[]> frameIn(ReplyBuffer buffer) {
        return frame.from(buffer);
    }

    T read(byte[] reply) {
        return reader.apply(reply);
    }

    // SCPI is ASCII: a high bit is wrong framing or a damaged byte, even in a text that would take it.
    private static String ascii(byte[] bytes) {
        for (byte b : bytes) {
            if ((b < ' ' && b != '\t') || b == 0x7F) {
                throw new IllegalArgumentException("byte " + (b & 0xFF) + " is no ASCII text");
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static double finite(String text) {
        double value = ScpiNumber.parse(text);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("\"" + text + "\" marks an invalid value");
        }
        return value;
    }

    // Some boxes write a count as +2.0E+02.
    private static int whole(String text) {
        double value = finite(text);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("\"" + text + "\" is not a whole number");
        }
        return (int) value;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "1", "+1", "ON" -> true;
            case "0", "+0", "OFF" -> false;
            default -> throw new IllegalArgumentException("\"" + text + "\" is neither 0 nor 1");
        };
    }
}
