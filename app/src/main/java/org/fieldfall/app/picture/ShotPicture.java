package org.fieldfall.app.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.fieldfall.app.store.Source;

/**
 * One shot as a physicist wants to see it: B(t), measured T, predicted T with its band, and the sudden limit.
 *
 * @param title run, sample and shot in one line
 * @param field B(t) in tesla
 * @param measured temperature in kelvin, every reading; reduced for drawing
 * @param predicted temperature in kelvin
 * @param predictedSigmaKelvin standard uncertainty at each predicted point; empty if not known
 * @param suddenKelvin temperature of the sudden limit, eq. (9)
 */
public record ShotPicture(
        String title,
        Source source,
        Curve field,
        Curve measured,
        Curve predicted,
        double[] predictedSigmaKelvin,
        double suddenKelvin) {

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 800;

    /** A screen's, so that a word processor shows it as large as a page is wide. */
    private static final int DOTS_PER_INCH = 180;

    public ShotPicture {
        if (predictedSigmaKelvin.length != 0 && predictedSigmaKelvin.length != predicted.size()) {
            throw new IllegalArgumentException("the band needs a value for each of " + predicted.size()
                    + " predicted points, not " + predictedSigmaKelvin.length);
        }
        if (measured.size() == 0 || predicted.size() == 0 || field.size() == 0) {
            throw new IllegalArgumentException("nothing to draw: " + measured.size() + " measured, " + predicted.size()
                    + " predicted and " + field.size() + " field points");
        }
    }

    /** Paints the picture, 1200 by 800 units, white ground included. */
    public void paint(Graphics2D canvas) {
        new ShotPainter(this, canvas).paint();
    }

    /** Writes the picture as PNG. */
    public void write(Path png) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        paint(canvas);
        canvas.dispose();
        Png.write(image, DOTS_PER_INCH, png);
    }

    boolean hasBand() {
        return predictedSigmaKelvin.length > 0;
    }
}
