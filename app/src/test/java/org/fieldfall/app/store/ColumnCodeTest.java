package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class ColumnCodeTest {

    private static final long SEED = 20261125;

    @Test
    void bringsBackEveryNumberToTheBit() {
        var random = new Random(SEED);
        int times = Boolean.getBoolean("fieldfall.long") ? 20_000 : 500;

        for (int time = 0; time < times; time++) {
            double[] column = column(random, random.nextInt(9));

            assertThat(bits(coded(column))).as("seed %s, time %s", SEED, time).isEqualTo(bits(column));
        }
    }

    private static double[] column(Random random, int kind) {
        int count = random.nextInt(200);
        double scale = Math.pow(10, random.nextInt(-12, 12));
        return switch (kind) {
            case 0 -> random.longs(count).mapToDouble(Double::longBitsToDouble).toArray();
            case 1 -> random.doubles(count).toArray();
            case 2 -> random.ints(count).mapToDouble(i -> i).toArray();
            case 3 ->
                random.ints(count)
                        .mapToDouble(i -> Double.parseDouble(i + "e-11"))
                        .toArray();
            case 4 ->
                random.ints(count)
                        .mapToDouble(i -> Double.parseDouble(i + "e5"))
                        .toArray();
            case 5 ->
                random.doubles(count)
                        .map(value -> value < 0.1 ? -0.0 : Math.rint(value * 1e6) / 1e6)
                        .toArray();
            case 6 ->
                random.doubles(count)
                        .map(value -> value < 0.1 ? Double.NaN : Math.rint(value * 100) / 100)
                        .toArray();
            case 7 -> IntStream.range(0, count).mapToDouble(i -> i * scale).toArray();
            default -> IntStream.range(0, count).mapToDouble(i -> scale).toArray();
        };
    }

    @Test
    void keepsTheBitsOfNoNumberAndTheEdgesOfTheRange() {
        double[] column = new double[64];
        Arrays.setAll(column, i -> i);
        column[3] = Double.longBitsToDouble(0x7FF8_0000_DEAD_BEEFL);
        column[4] = Double.longBitsToDouble(0xFFF8_0000_0000_0001L);
        column[5] = Double.NEGATIVE_INFINITY;
        column[6] = Double.MIN_VALUE;
        column[7] = -Double.MAX_VALUE;
        column[8] = -0.0;

        assertThat(bits(coded(column))).isEqualTo(bits(column));
        assertThat(bits(coded(new double[] {0x1p53, 0x1p53 + 2, -0x1p53})))
                .isEqualTo(bits(new double[] {0x1p53, 0x1p53 + 2, -0x1p53}));
    }

    @Test
    void makesReadingsOfSevenDigitsShorterThanThreeBytesAndAHalf() {
        var random = new Random(SEED);
        double[] volts = IntStream.range(0, 5000)
                .mapToDouble(i -> Math.rint((1.7e-3 + 3e-6 * random.nextGaussian()) * 1e11) / 1e11)
                .toArray();
        var out = new PayloadWriter();

        ColumnCode.put(volts, out);

        assertThat(out.position()).isLessThan((int) (3.5 * volts.length));
    }

    @Test
    void isNeverLongerThanTheNumbersAsTheyAre() {
        var random = new Random(SEED);
        double[] noise =
                random.longs(1000).mapToDouble(Double::longBitsToDouble).toArray();
        var out = new PayloadWriter();
        var plain = new PayloadWriter();

        ColumnCode.put(noise, out);
        ColumnCode.putPlain(noise, plain);

        assertThat(out.position()).isLessThanOrEqualTo(plain.position());
    }

    @Test
    void refusesBytesThatAreNoColumn() {
        assertThatThrownBy(() -> read(out -> out.u8(3))).hasMessageContaining("number 3");
        assertThatThrownBy(() -> read(out -> head(out, 1, Integer.MAX_VALUE))).hasMessageContaining("2147483647");
        assertThatThrownBy(() -> read(out -> head(out, 1, -1))).hasMessageContaining("-1");
        assertThatThrownBy(() -> read(out -> {
                    head(out, 2, 1);
                    out.u8(18);
                }))
                .hasMessageContaining("10^-18");
        for (int due : new int[] {7, 9}) {
            assertThatThrownBy(() -> read(out -> {
                        head(out, 1, due);
                        out.bytes(deflated(new byte[64]));
                    }))
                    .hasMessageContaining("inflates to");
        }
        assertThatThrownBy(() -> read(out -> {
                    head(out, 1, 8);
                    out.bytes(new byte[] {-1, -1, -1});
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void head(PayloadWriter out, int code, int count) {
        out.u8(code);
        out.i32(count);
    }

    private static void read(Consumer<PayloadWriter> writing) {
        var out = new PayloadWriter();
        writing.accept(out);
        ColumnCode.column(new PayloadReader(out.writtenFrom(0)));
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(1, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[100];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    private static double[] coded(double[] column) {
        var out = new PayloadWriter();
        ColumnCode.put(column, out);
        var in = new PayloadReader(out.writtenFrom(0));
        double[] back = ColumnCode.column(in);
        assertThat(in.remaining()).isZero();
        return back;
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
