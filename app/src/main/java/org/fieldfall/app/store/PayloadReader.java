package org.fieldfall.app.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Takes a payload apart in the order it was written; runs out with a {@code BufferUnderflowException}. */
final class PayloadReader {

    private final ByteBuffer bytes;

    PayloadReader(ByteBuffer littleEndian) {
        this.bytes = littleEndian;
    }

    int u8() {
        return Byte.toUnsignedInt(bytes.get());
    }

    int i32() {
        return bytes.getInt();
    }

    long i64() {
        return bytes.getLong();
    }

    double f64() {
        return bytes.getDouble();
    }

    double[] f64s() {
        double[] values = new double[count(8)];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + 8 * values.length);
        return values;
    }

    byte[] bytes() {
        byte[] taken = new byte[count(1)];
        bytes.get(taken);
        return taken;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    int remaining() {
        return bytes.remaining();
    }

    private int count(int bytesEach) {
        int count = bytes.getInt();
        if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
            throw new IllegalArgumentException(
                    count + " items of " + bytesEach + " bytes announced, " + bytes.remaining() + " bytes left");
        }
        return count;
    }
}
