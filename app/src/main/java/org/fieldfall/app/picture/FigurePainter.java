package org.fieldfall.app.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds the place of everything in a figure, in points, and draws it. */
final class FigurePainter {

    /** 83 mm, a column of text in a journal. */
    private static final double COLUMN = 235;

    /** 171 mm, its page. */
    private static final double PAGE = 485;

    private static final double EDGE = 4;
    private static final double RIGHT = 6;
    private static final double SHAPE = 0.72;

    private final Figure figure;
    private final Legend legend;
    private final List<Label> source;
    private final double left;
    private final double cellWidth;
    private final double plotHeight;

    FigurePainter(Figure figure) {
        this.figure = figure;
        var numbers = figure.panels().stream()
                .mapToDouble(PanelPainter::numberWidth)
                .max()
                .orElse(0);
        left = EDGE + Type.TITLE.lineHeight() + numbers + 2 * PanelPainter.GAP;
        cellWidth = width() / figure.columns();
        plotHeight = SHAPE * (cellWidth - left - RIGHT);
        legend = new Legend(figure.panels(), width() - 2 * EDGE);
        source = lines(figure.source(), width() - 2 * EDGE);
    }

    double width() {
        return figure.columns() == 1 ? COLUMN : PAGE;
    }

    double height() {
        return panelTop(rows()) + source.size() * Type.FINE.lineHeight() + EDGE;
    }

    private int rows() {
        return (figure.panels().size() + figure.columns() - 1) / figure.columns();
    }

    private double panelTop(int row) {
        return EDGE + legend.height() + row * (titleHeight() + plotHeight + axisHeight());
    }

    private double titleHeight() {
        var isTitled =
                figure.panels().stream().anyMatch(panel -> !panel.title().text().isEmpty());
        return PanelPainter.GAP + (isTitled ? Type.TITLE.lineHeight() : 0);
    }

    private static double axisHeight() {
        return PanelPainter.GAP + Type.PLAIN.lineHeight() + 1.6 * Type.TITLE.lineHeight();
    }

    void paint(Ink ink) {
        legend.paint(ink, left, EDGE);
        for (var i = 0; i < figure.panels().size(); i++) {
            new PanelPainter(figure.panels().get(i), place(i), ink).paint();
        }
        var line = panelTop(rows()) + Type.FINE.capHeight();
        for (var text : source) {
            ink.text(text, Type.FINE, Align.START, EDGE, line);
            line += Type.FINE.lineHeight();
        }
    }

    private Rectangle2D place(int i) {
        return new Rectangle2D.Double(
                i % figure.columns() * cellWidth + left,
                panelTop(i / figure.columns()) + titleHeight(),
                cellWidth - left - RIGHT,
                plotHeight);
    }

    /** Phrases one after the other, a new line where the next has no room. */
    private static List<Label> lines(List<Label> phrases, double room) {
        var lines = new ArrayList<Label>();
        for (var phrase : phrases) {
            var last = lines.size() - 1;
            var longer = lines.isEmpty()
                    ? phrase
                    : lines.get(last).plus(Label.plain(" ")).plus(phrase);
            if (lines.isEmpty() || Type.FINE.width(longer) > room) {
                lines.add(phrase);
            } else {
                lines.set(last, longer);
            }
        }
        return lines;
    }
}
