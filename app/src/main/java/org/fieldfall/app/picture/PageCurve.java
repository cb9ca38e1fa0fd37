package org.fieldfall.app.picture;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A curve in its place on the page: the pieces between its gaps. */
final class PageCurve {

    private final List<Line2D> pieces = new ArrayList<>();
    private final List<Point2D> alone = new ArrayList<>();
    private final Path2D path = new Path2D.Double();

    /** @param x on the page, in points, as y; NaN in either makes a gap */
    PageCurve(double[] x, double[] y) {
        for (var i = 0; i < x.length; i++) {
            if (!isPlace(x, y, i)) {
                continue;
            }
            if (isPlace(x, y, i - 1)) {
                path.lineTo(x[i], y[i]);
                pieces.add(new Line2D.Double(x[i - 1], y[i - 1], x[i], y[i]));
            } else {
                path.moveTo(x[i], y[i]);
                if (!isPlace(x, y, i + 1)) {
                    alone.add(new Point2D.Double(x[i], y[i]));
                }
            }
        }
    }

    private static boolean isPlace(double[] x, double[] y, int i) {
        return i >= 0 && i < x.length && Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }

    static PageCurve of(Line2D line) {
        return new PageCurve(new double[] {line.getX1(), line.getX2()}, new double[] {line.getY1(), line.getY2()});
    }

    Path2D path() {
        return path;
    }

    /** Points without neighbours, which no line shows, and places within a box one distance apart along the curve. */
    List<Point2D> spots(Rectangle2D box, double distance, double first) {
        var spots = new ArrayList<>(alone);
        var left = first;
        for (var piece : pieces) {
            if (!box.contains(piece.getP1()) || !box.contains(piece.getP2())) {
                continue;
            }
            var length = piece.getP1().distance(piece.getP2());
            for (; left <= length; left += distance) {
                var share = length == 0 ? 0 : left / length;
                spots.add(new Point2D.Double(
                        piece.getX1() + share * (piece.getX2() - piece.getX1()),
                        piece.getY1() + share * (piece.getY2() - piece.getY1())));
            }
            left -= length;
        }
        return spots;
    }

    /** How far a box stays off the curve; 0 where it touches it. */
    double distance(Rectangle2D box) {
        return pieces.stream().mapToDouble(piece -> distance(piece, box)).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double distance(Line2D piece, Rectangle2D box) {
        if (piece.intersects(box)) {
            return 0;
        }
        var corners = Math.min(
                Math.min(piece.ptSegDist(box.getMinX(), box.getMinY()), piece.ptSegDist(box.getMaxX(), box.getMinY())),
                Math.min(piece.ptSegDist(box.getMinX(), box.getMaxY()), piece.ptSegDist(box.getMaxX(), box.getMaxY())));
        return Math.min(corners, Math.min(distance(piece.getP1(), box), distance(piece.getP2(), box)));
    }

    private static double distance(Point2D point, Rectangle2D box) {
        var across = Math.max(0, Math.max(box.getMinX() - point.getX(), point.getX() - box.getMaxX()));
        var along = Math.max(0, Math.max(box.getMinY() - point.getY(), point.getY() - box.getMaxY()));
        return Math.hypot(across, along);
    }
}
