package org.fieldfall.app.live.page;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.live.view.Points;
import org.fieldfall.app.live.view.PredictedCurve;

/**
 * A binary message to a viewer: blocks one after the other, little-endian, every number on a multiple of its size. A block is
 * four int32 (kind, index of the series or curve, number of points, id of the question), one float64 (the next reading's number,
 * or the curve's version) and three times as many float64 as points: seconds, low, high, or seconds, value, sigma.
 */
final class Packed {

    /** Readings to be added behind those that are there. */
    static final int MORE = 1;

    /** Readings that were asked for. */
    static final int ASKED = 2;

    /** A curve in place of its last version. */
    static final int CURVE = 3;

    private static final int HEAD_BYTES = 24;
    private static final int POINT_BYTES = 24;

    private final List<ByteBuffer> blocks = new ArrayList<>();
    private int bytes;

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    int bytes() {
        return bytes;
    }

    void add(int kind, int index, int question, Points points) {
        add(kind, index, question, (double) points.next(), points.seconds(), points.low(), points.high());
    }

    void add(int index, PredictedCurve curve) {
        add(CURVE, index, 0, (double) curve.version(), curve.seconds(), curve.value(), curve.sigma());
    }

    private void add(int kind, int index, int question, double next, double[] seconds, double[] low, double[] high) {
        ByteBuffer block = ByteBuffer.allocate(HEAD_BYTES + POINT_BYTES * seconds.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(kind)
                .putInt(index)
                .putInt(seconds.length)
                .putInt(question)
                .putDouble(next);
        for (double[] column : List.of(seconds, low, high)) {
            block.asDoubleBuffer().put(column);
            block.position(block.position() + Double.BYTES * column.length);
        }
        blocks.add(block.flip());
        bytes += block.limit();
    }

    ByteBuffer message() {
        if (blocks.size() == 1) {
            return blocks.get(0);
        }
        ByteBuffer all = ByteBuffer.allocate(bytes);
        blocks.forEach(all::put);
        return all.flip();
    }
}
