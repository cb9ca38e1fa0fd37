package org.fieldfall.app.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Draws on a canvas of pixels that is scaled to points. */
final class CanvasInk implements Ink {

    private final Graphics2D canvas;

    CanvasInk(Graphics2D canvas) {
        this.canvas = canvas;
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void stroke(Shape line, Pen pen) {
        var dash = pen.dash().points();
        canvas.setColor(pen.color());
        canvas.setStroke(new BasicStroke(
                (float) pen.width(),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dash.length == 0 ? null : dash,
                0));
        canvas.draw(line);
    }

    @Override
    public void fill(Shape area, Color color) {
        canvas.setColor(color);
        canvas.fill(area);
    }

    @Override
    public void text(Label label, Type type, Align align, double x, double y) {
        canvas.setColor(Color.BLACK);
        var at = x - align.share() * type.width(label);
        for (var run : label.runs()) {
            canvas.setFont(type.font(run));
            canvas.drawString(run.text(), (float) at, (float) (y + type.drop(run)));
            at += type.width(run);
        }
    }

    @Override
    public void textUpwards(Label label, Type type, Align align, double x, double y) {
        var before = canvas.getTransform();
        canvas.rotate(-Math.PI / 2, x, y);
        text(label, type, align, x, y);
        canvas.setTransform(before);
    }

    @Override
    public void within(Rectangle2D box, Runnable drawing) {
        var before = canvas.getClip();
        canvas.clip(box);
        drawing.run();
        canvas.setClip(before);
    }
}
