package org.fieldfall.app.picture;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws one panel: what is inside its frame, the frame with its ticks, and the words around it. */
final class PanelPainter {

    /** Room between the frame and the numbers of an axis. */
    static final double GAP = 3;

    private static final double MAJOR = 3.5;
    private static final double MINOR = 2;
    private static final double BETWEEN_MARKERS = 46;

    private final Panel panel;
    private final Rectangle2D plot;
    private final Ink ink;
    private final List<PageCurve> curves;

    /** @param plot the frame, on the page */
    PanelPainter(Panel panel, Rectangle2D plot, Ink ink) {
        this.panel = panel;
        this.plot = plot;
        this.ink = ink;
        this.curves = panel.traces().stream().map(this::onPage).toList();
    }

    private PageCurve onPage(Trace trace) {
        return new PageCurve(
                Arrays.stream(trace.x()).map(this::x).toArray(),
                Arrays.stream(trace.y()).map(this::y).toArray());
    }

    private double x(double value) {
        return plot.getMinX() + panel.x().share(value) * plot.getWidth();
    }

    private double y(double value) {
        return plot.getMaxY() - panel.y().share(value) * plot.getHeight();
    }

    void paint() {
        zero().ifPresent(line -> ink.stroke(line, Pen.ZERO));
        ink.within(plot, this::inside);
        ticks();
        ink.stroke(plot, Pen.FRAME);
        words();
    }

    /** The line at zero, where zero lies between the ends of the axis. */
    private Optional<Line2D> zero() {
        var isInside =
                !panel.y().isLogarithmic() && panel.y().low() < 0 && panel.y().high() > 0;
        return isInside ? Optional.of(line(new Mark(false, 0, Label.plain("")))) : Optional.empty();
    }

    private void inside() {
        panel.bands().forEach(band -> ink.fill(area(band), Pen.pale(band.hue())));
        panel.marks().forEach(mark -> ink.stroke(line(mark), Pen.REFERENCE));
        for (var i = 0; i < curves.size(); i++) {
            ink.stroke(curves.get(i).path(), Pen.curve(panel.traces().get(i).manner()));
        }
        for (var i = 0; i < curves.size(); i++) {
            markers(i);
        }
        names();
    }

    /** Along the upper edge and back along the lower; over a gap it goes straight. */
    private Path2D area(Band band) {
        Path2D area = new Path2D.Double();
        for (int i = 0; i < 2 * band.x().length; i++) {
            boolean isBack = i >= band.x().length;
            int at = isBack ? 2 * band.x().length - 1 - i : i;
            double edge = isBack ? band.low()[at] : band.high()[at];
            if (!Double.isFinite(edge)) {
                continue;
            }
            if (area.getCurrentPoint() == null) {
                area.moveTo(x(band.x()[at]), y(edge));
            } else {
                area.lineTo(x(band.x()[at]), y(edge));
            }
        }
        if (area.getCurrentPoint() != null) {
            area.closePath();
        }
        return area;
    }

    /** Set off from curve to curve, so that those of two curves that run together do not hide each other. */
    private void markers(int i) {
        var manner = panel.traces().get(i).manner();
        if (manner.marker() == Marker.NONE) {
            return;
        }
        var first = BETWEEN_MARKERS * (i + 0.5) / curves.size();
        for (var spot : curves.get(i).spots(within(Marker.SIZE), BETWEEN_MARKERS, first)) {
            marker(ink, manner, spot.getX(), spot.getY());
        }
    }

    private Rectangle2D within(double rim) {
        return new Rectangle2D.Double(
                plot.getX() + rim, plot.getY() + rim, plot.getWidth() - 2 * rim, plot.getHeight() - 2 * rim);
    }

    static void marker(Ink ink, Manner manner, double x, double y) {
        ink.fill(manner.marker().at(x, y), Color.WHITE);
        ink.stroke(manner.marker().at(x, y), Pen.outline(manner));
    }

    private Line2D line(Mark mark) {
        return mark.isVertical()
                ? new Line2D.Double(x(mark.value()), plot.getMinY(), x(mark.value()), plot.getMaxY())
                : new Line2D.Double(plot.getMinX(), y(mark.value()), plot.getMaxX(), y(mark.value()));
    }

    private void names() {
        var spots = new FreeSpot(plot, obstacles());
        for (var mark : panel.marks()) {
            var width = Type.PLAIN.width(mark.label());
            var height = Type.PLAIN.lineHeight();
            var box = mark.isVertical()
                    ? spots.besideUpright(x(mark.value()), width, height)
                    : spots.besideLevel(y(mark.value()), width, height);
            ink.text(
                    mark.label(),
                    Type.PLAIN,
                    Align.START,
                    box.getMinX(),
                    box.getMinY() + Type.PLAIN.capHeight() + 0.15 * height);
        }
    }

    private List<PageCurve> obstacles() {
        var lines = Stream.concat(panel.marks().stream().map(this::line), zero().stream());
        return Stream.concat(curves.stream(), lines.map(PageCurve::of)).toList();
    }

    private void ticks() {
        var across = Ticks.of(panel.x());
        across.minor().forEach(value -> upright(x(value), MINOR));
        for (var tick : across.major()) {
            upright(x(tick.value()), MAJOR);
            var below = plot.getMaxY() + GAP + Type.PLAIN.capHeight();
            ink.text(tick.label(), Type.PLAIN, Align.MIDDLE, x(tick.value()), below);
        }
        var along = Ticks.of(panel.y());
        along.minor().forEach(value -> level(y(value), MINOR));
        for (var tick : along.major()) {
            level(y(tick.value()), MAJOR);
            var middle = y(tick.value()) + Type.PLAIN.capHeight() / 2;
            ink.text(tick.label(), Type.PLAIN, Align.END, plot.getMinX() - GAP, middle);
        }
    }

    private void upright(double x, double length) {
        ink.stroke(new Line2D.Double(x, plot.getMaxY(), x, plot.getMaxY() - length), Pen.FRAME);
        ink.stroke(new Line2D.Double(x, plot.getMinY(), x, plot.getMinY() + length), Pen.FRAME);
    }

    private void level(double y, double length) {
        ink.stroke(new Line2D.Double(plot.getMinX(), y, plot.getMinX() + length, y), Pen.FRAME);
        ink.stroke(new Line2D.Double(plot.getMaxX(), y, plot.getMaxX() - length, y), Pen.FRAME);
    }

    private void words() {
        ink.text(panel.title(), Type.TITLE, Align.START, plot.getMinX(), plot.getMinY() - GAP - 1);
        var bottom = plot.getMaxY() + GAP + Type.PLAIN.lineHeight() + Type.TITLE.lineHeight();
        ink.text(panel.x().label(), Type.TITLE, Align.MIDDLE, plot.getCenterX(), bottom);
        var left = plot.getMinX() - 2 * GAP - numberWidth(panel) - 1;
        ink.textUpwards(panel.y().label(), Type.TITLE, Align.MIDDLE, left, plot.getCenterY());
    }

    /** How wide the numbers of the y axis are. */
    static double numberWidth(Panel panel) {
        return Ticks.of(panel.y()).major().stream()
                .mapToDouble(tick -> Type.PLAIN.width(tick.label()))
                .max()
                .orElse(0);
    }
}
