package org.fieldfall.app.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Locale;
import org.fieldfall.app.store.Source;

/** Puts header, legend and the four panels of a shot on a canvas. */
final class ShotPainter {

    private static final int EDGE = 6;
    private static final int LEFT_WIDTH = 480;
    private static final int TOP = 84;
    private static final int FIELD_HEIGHT = 200;
    private static final double CLOSE_FROM = -0.1;
    private static final double CLOSE_TO = 1.05;
    private static final double END_MARGIN = 0.02;
    private static final double WIDE_FROM = -20;

    private final ShotPicture shot;
    private final Graphics2D canvas;

    ShotPainter(ShotPicture shot, Graphics2D canvas) {
        this.shot = shot;
        this.canvas = canvas;
    }

    void paint() {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        fill(Color.WHITE, 0, 0, ShotPicture.WIDTH, ShotPicture.HEIGHT);
        panels();
        mark();
        legend();
    }

    private void panels() {
        int rightWidth = ShotPicture.WIDTH - 2 * EDGE - LEFT_WIDTH;
        int fullHeight = ShotPicture.HEIGHT - TOP - 2 * EDGE;
        double last = shot.measured().seconds()[shot.measured().size() - 1];
        double end = Math.max(CLOSE_TO, last + END_MARGIN * Math.abs(last));
        var close = new ShotPanels(shot, CLOSE_FROM, CLOSE_TO, LEFT_WIDTH);
        var wide = new ShotPanels(shot, Math.max(WIDE_FROM, firstSecond()), end, rightWidth);
        place(close, EDGE, LEFT_WIDTH, fullHeight);
        place(wide, EDGE + LEFT_WIDTH, rightWidth, fullHeight);
    }

    private void place(ShotPanels panels, int x, int width, int fullHeight) {
        panels.field(FIELD_HEIGHT).paint((Graphics2D) canvas.create(x, TOP, width, FIELD_HEIGHT), width, FIELD_HEIGHT);
        int height = fullHeight - FIELD_HEIGHT;
        panels.temperature(height)
                .paint((Graphics2D) canvas.create(x, TOP + FIELD_HEIGHT, width, height), width, height);
    }

    private double firstSecond() {
        return Math.min(CLOSE_FROM, shot.measured().seconds()[0]);
    }

    private void mark() {
        var colour = colour(shot.source());
        canvas.setColor(colour);
        canvas.setStroke(new BasicStroke(EDGE));
        canvas.drawRect(EDGE / 2, EDGE / 2, ShotPicture.WIDTH - EDGE, ShotPicture.HEIGHT - EDGE);
        canvas.setFont(Look.font(Font.BOLD, 24));
        String text = shot.source().name();
        int width = canvas.getFontMetrics().stringWidth(text) + 32;
        int left = ShotPicture.WIDTH - width;
        fill(colour, left, 0, width, 46);
        canvas.setColor(Color.WHITE);
        canvas.drawString(text, left + 14, 33);
        title(left - 40);
    }

    private void title(int room) {
        canvas.setColor(Color.BLACK);
        int size = 21;
        do {
            canvas.setFont(Look.font(Font.BOLD, size--));
        } while (size > 9 && canvas.getFontMetrics().stringWidth(shot.title()) > room);
        canvas.drawString(shot.title(), 22, 34);
    }

    private void legend() {
        canvas.setFont(Look.font(Font.PLAIN, 14));
        int x = 22;
        x = entry(x, Look.FIELD, Look.LINE, "field B");
        x = entry(x, Look.MEASURED, Look.BROAD, "measured T (right: mean and range per pixel)");
        x = entry(x, Look.PREDICTED, Look.THIN, shot.hasBand() ? "predicted T ± 1 σ" : "predicted T");
        entry(x, Look.SUDDEN, Look.DASHED, String.format(Locale.ROOT, "sudden limit %.3f K", shot.suddenKelvin()));
    }

    private int entry(int x, Color colour, BasicStroke stroke, String text) {
        canvas.setColor(colour);
        canvas.setStroke(stroke);
        canvas.drawLine(x, 64, x + 30, 64);
        canvas.setColor(Color.BLACK);
        canvas.drawString(text, x + 38, 69);
        return x + 38 + canvas.getFontMetrics().stringWidth(text) + 28;
    }

    private void fill(Color colour, int x, int y, int width, int height) {
        canvas.setColor(colour);
        canvas.fillRect(x, y, width, height);
    }

    private static Color colour(Source source) {
        return switch (source) {
            case SIMULATOR -> new Color(0xB0, 0x1E, 0x6B);
            case RIG -> new Color(0x1B, 0x5E, 0x20);
            case REPLAY -> new Color(0x4A, 0x3A, 0x9E);
        };
    }
}
