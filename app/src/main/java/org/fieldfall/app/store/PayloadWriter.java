package org.fieldfall.app.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Little-endian bytes that grow as they are written. */
final class PayloadWriter {

    private static final int FIRST_BYTES = 1 << 16;

    private final IntFunction<ByteBuffer> allocator;
    private ByteBuffer bytes;

    PayloadWriter() {
        this(ByteBuffer::allocate);
    }

    private PayloadWriter(IntFunction<ByteBuffer> allocator) {
        this.allocator = allocator;
        this.bytes = allocated(FIRST_BYTES);
    }

    /** Outside the heap, so that the system takes the bytes without copying them first. */
    static PayloadWriter direct() {
        return new PayloadWriter(ByteBuffer::allocateDirect);
    }

    private ByteBuffer allocated(int capacity) {
        return allocator.apply(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    void u8(int value) {
        room(1).put((byte) value);
    }

    void i32(int value) {
        room(4).putInt(value);
    }

    void i64(long value) {
        room(8).putLong(value);
    }

    void f64(double value) {
        room(8).putDouble(value);
    }

    void f64s(double[] values) {
        i32(values.length);
        room(8 * values.length).asDoubleBuffer().put(values);
        bytes.position(bytes.position() + 8 * values.length);
    }

    void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] value) {
        i32(value.length);
        room(value.length).put(value);
    }

    /** Leaves {@code count} bytes free and tells where they begin. */
    int reserve(int count) {
        int start = bytes.position();
        room(count).position(start + count);
        return start;
    }

    int position() {
        return bytes.position();
    }

    /** Forgets everything from {@code position} on. */
    void backTo(int position) {
        bytes.position(position);
    }

    /** Forgets the first {@code count} bytes and moves the others to the front. */
    void dropFirst(int count) {
        bytes.flip().position(count);
        bytes.compact();
    }

    /** The bytes themselves, for absolute access; valid until the next write. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** What was written from {@code start} on, ready to be read. */
    ByteBuffer writtenFrom(int start) {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip().position(start);
    }

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            int least = Math.addExact(bytes.position(), count);
            int twice = (int) Math.min(Integer.MAX_VALUE - 8, 2L * bytes.capacity());
            bytes = allocated(Math.max(least, twice)).put(bytes.flip());
        }
        return bytes;
    }
}
