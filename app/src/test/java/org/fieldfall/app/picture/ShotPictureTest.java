package org.fieldfall.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.fieldfall.app.store.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShotPictureTest {

    /** Seconds from the end of the ramp and ΔT in kelvin of the first shot, experiment preset. */
    private static final double[][] EXPECTED = {
        {1e-3, -0.25},
        {0.3, -0.33},
        {1, -0.502},
        {10, -0.799},
        {20, -0.826},
        {60, -0.734},
        {100, -0.563},
        {300, -0.066},
        {1e4, 0}
    };

    @TempDir
    Path folder;

    @Test
    void drawsAWholeShotInItsSize() throws Exception {
        var file = folder.resolve("shot.png");

        shot(Source.SIMULATOR, 661_000).write(file);
        keep(file);

        var image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(800);
        for (var colour : new Color[] {Look.FIELD, Look.MEASURED, Look.PREDICTED, Look.SUDDEN}) {
            assertThat(near(image, colour)).as(colour.toString()).isGreaterThan(200);
        }
    }

    @Test
    void framesEverySourceInAColourOfItsOwn() throws Exception {
        var frames = Stream.of(Source.values())
                .map(source -> drawn(shot(source, 2000)).getRGB(2, 400))
                .distinct();

        assertThat(frames.count()).isEqualTo(Source.values().length);
    }

    @Test
    void drawsAlsoWithoutABandWithGapsAndWithALongTitle() {
        var good = shot(Source.RIG, 5000);
        double[] holes = good.measured().values();
        Arrays.fill(holes, 1000, 3000, Double.NaN);

        var image = drawn(new ShotPicture(
                "long title ".repeat(15),
                Source.RIG,
                good.field(),
                new Curve(good.measured().seconds(), holes),
                good.predicted(),
                new double[0],
                2.053));

        assertThat(near(image, Look.PREDICTED)).isGreaterThan(200);
    }

    @Test
    void refusesABandOfAnotherLength() {
        var good = shot(Source.RIG, 100);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShotPicture(
                        "", Source.RIG, good.field(), good.measured(), good.predicted(), new double[3], 2))
                .withMessageContaining("not 3");
    }

    private static BufferedImage drawn(ShotPicture shot) {
        var image = new BufferedImage(ShotPicture.WIDTH, ShotPicture.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        shot.paint(canvas);
        canvas.dispose();
        return image;
    }

    /** How many pixels of the panels, the legend not counted, are close to a colour. */
    private static long near(BufferedImage image, Color colour) {
        return IntStream.range(90 * 1200, 800 * 1200)
                .mapToObj(i -> new Color(image.getRGB(i % 1200, i / 1200)))
                .filter(seen -> Math.abs(seen.getRed() - colour.getRed())
                                + Math.abs(seen.getGreen() - colour.getGreen())
                                + Math.abs(seen.getBlue() - colour.getBlue())
                        < 90)
                .count();
    }

    /** Named on the command line, the picture stays there to be looked at. */
    private static void keep(Path file) throws Exception {
        String wanted = System.getProperty("fieldfall.picture", "");
        if (!wanted.isEmpty()) {
            Files.write(Path.of(wanted), Files.readAllBytes(file));
        }
    }

    private static ShotPicture shot(Source source, int readings) {
        var random = new Random(1);
        var seconds = grid(-60, 601, readings);
        var measured = curve(seconds, t -> 4 + deltaT(t) + 0.005 * random.nextGaussian());
        var times = IntStream.concat(IntStream.rangeClosed(-60, -1), IntStream.range(0, 2000))
                .mapToDouble(i -> i < 0 ? i : 600 * Math.pow(i / 2000.0, 4))
                .toArray();
        var predicted = curve(times, t -> 4 + 1.012 * deltaT(t));
        var sigma = curve(times, t -> 0.002 - 0.02 * deltaT(t)).values();
        var field = curve(new double[] {-60, 0, 0.09, 601}, t -> t <= 0 ? 1 : 0.1);
        String title = "first-shot · mn12ac-experiment · 1 T to 0.1 T at 10 T/s from 4.0 K · 0001";
        return new ShotPicture(title, source, field, measured, predicted, sigma, 2.053);
    }

    private static double[] grid(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (to - from) * i / (count - 1))
                .toArray();
    }

    private static Curve curve(double[] seconds, DoubleUnaryOperator value) {
        return new Curve(seconds, Arrays.stream(seconds).map(value).toArray());
    }

    private static double deltaT(double seconds) {
        if (seconds <= 0.091) {
            return -0.25 * Math.max(0, seconds) / 0.091;
        }
        double after = seconds - 0.09;
        int i = 1;
        while (EXPECTED[i][0] < after) {
            i++;
        }
        double share = Math.log(after / EXPECTED[i - 1][0]) / Math.log(EXPECTED[i][0] / EXPECTED[i - 1][0]);
        return EXPECTED[i - 1][1] + share * (EXPECTED[i][1] - EXPECTED[i - 1][1]);
    }
}
