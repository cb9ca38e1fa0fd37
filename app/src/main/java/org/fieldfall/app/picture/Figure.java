package org.fieldfall.app.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A figure as a journal prints it: panels, a legend above them, and below them in small letters where it comes from.
 *
 * @param title in words; SVG carries it, it is not drawn
 * @param panels in reading order
 * @param columns how many panels lie side by side: 1 for the width of a column of text, 2 for that of the page
 * @param source sample and theory in phrases; lines are broken only between them
 */
public record Figure(String title, List<Panel> panels, int columns, List<Label> source) {

    /** A journal's resolution for drawings in lines. */
    static final int DOTS_PER_INCH = 600;

    private static final double POINTS_PER_INCH = 72;

    public Figure {
        panels = List.copyOf(panels);
        source = List.copyOf(source);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw: a figure without a panel");
        }
        if (columns < 1 || columns > 2) {
            throw new IllegalArgumentException("a figure has 1 or 2 columns, not " + columns);
        }
    }

    /** Writes the figure as PNG of 600 dots an inch, in place of what the file holds. */
    public void writePng(Path png) {
        var painter = new FigurePainter(this);
        var scale = DOTS_PER_INCH / POINTS_PER_INCH;
        var image = new BufferedImage(
                (int) Math.ceil(scale * painter.width()),
                (int) Math.ceil(scale * painter.height()),
                BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.scale(scale, scale);
        painter.paint(new CanvasInk(canvas));
        canvas.dispose();
        Png.write(image, DOTS_PER_INCH, png);
    }

    /** Writes the figure as SVG, text as text, in place of what the file holds; the same bytes with the same fonts. */
    public void writeSvg(Path svg) {
        try {
            Files.writeString(svg, svg(""), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("picture " + svg + ": cannot be written", failure);
        }
    }

    /**
     * The figure as an element of a page.
     *
     * @param ids beginning of the names in it, which must be its own among all figures of the page
     */
    public String svgElement(String ids) {
        var document = svg(ids);
        return document.substring(document.indexOf("<svg"));
    }

    private String svg(String ids) {
        var painter = new FigurePainter(this);
        var ink = new SvgInk(title, source, painter.width(), painter.height(), ids);
        painter.paint(ink);
        return ink.document();
    }
}
