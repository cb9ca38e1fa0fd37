package org.fieldfall.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fieldfall.app.figure.Crystal;
import org.fieldfall.app.figure.Crystals;
import org.fieldfall.app.figure.PaperFigure;
import org.fieldfall.app.figure.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where things lie on the page, for each figure and some samples. */
class FigureLayoutTest {

    static Stream<Arguments> figures() {
        return Stream.of(PaperFigure.values())
                .flatMap(which -> Stream.of(Crystals.paper(), Crystals.experiment(), Crystals.small())
                        .map(crystal -> Arguments.of(which, crystal.name(), crystal)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("figures")
    void noTextTouchesAnotherOrLeavesThePage(PaperFigure which, String name, Crystal crystal) {
        var page = new Page(which.draw(crystal, Values.own()).figure());

        assertThat(page.texts).hasSizeGreaterThan(10);
        for (var i = 0; i < page.texts.size(); i++) {
            var text = page.texts.get(i);
            assertThat(page.box.contains(text.box)).as("%s on the page", text).isTrue();
            for (var other : page.texts.subList(i + 1, page.texts.size())) {
                assertThat(text.box.intersects(other.box))
                        .as("%s and %s", text, other)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("figures")
    void noCurveRunsThroughAText(PaperFigure which, String name, Crystal crystal) {
        var page = new Page(which.draw(crystal, Values.own()).figure());

        assertThat(page.lines).isNotEmpty();
        for (var text : page.texts) {
            assertThat(page.lines)
                    .as("%s", text)
                    .allSatisfy(line -> assertThat(touches(line, text.box)).isFalse());
        }
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("figures")
    void everyCurveOfAPanelLooksDifferentWithoutColour(PaperFigure which, String name, Crystal crystal) {
        for (var panel : which.draw(crystal, Values.own()).figure().panels()) {
            assertThat(panel.traces())
                    .extracting(trace -> trace.manner().marker())
                    .doesNotHaveDuplicates();
            assertThat(panel.traces()).extracting(Trace::label).doesNotHaveDuplicates();
        }
    }

    /** Flattened to pieces, as a box that a curve only surrounds is not touched. */
    private static boolean touches(Shape line, Rectangle2D box) {
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (var parts = line.getPathIterator(null, 0.05); !parts.isDone(); parts.next()) {
            var kind = parts.currentSegment(at);
            if (kind == PathIterator.SEG_LINETO && box.intersectsLine(x, y, at[0], at[1])) {
                return true;
            }
            x = at[0];
            y = at[1];
        }
        return false;
    }

    private record Text(String words, Rectangle2D box) {}

    /** Notes what is drawn instead of drawing it: texts with their boxes, lines but frames and ticks. */
    private static final class Page implements Ink {

        private final List<Text> texts = new ArrayList<>();
        private final List<Shape> lines = new ArrayList<>();
        private final Rectangle2D box;

        Page(Figure figure) {
            var painter = new FigurePainter(figure);
            box = new Rectangle2D.Double(0, 0, painter.width(), painter.height());
            painter.paint(this);
        }

        @Override
        public void stroke(Shape line, Pen pen) {
            if (!pen.equals(Pen.FRAME)) {
                lines.add(line);
            }
        }

        @Override
        public void fill(Shape area, Color color) {}

        @Override
        public void text(Label label, Type type, Align align, double x, double y) {
            var width = type.width(label);
            note(
                    label,
                    new Rectangle2D.Double(x - align.share() * width, y - type.capHeight(), width, type.capHeight()));
        }

        @Override
        public void textUpwards(Label label, Type type, Align align, double x, double y) {
            var width = type.width(label);
            note(
                    label,
                    new Rectangle2D.Double(
                            x - type.capHeight(), y - (1 - align.share()) * width, type.capHeight(), width));
        }

        private void note(Label label, Rectangle2D where) {
            if (!label.text().isEmpty()) {
                texts.add(new Text(label.text(), where));
            }
        }

        @Override
        public void within(Rectangle2D frame, Runnable drawing) {
            drawing.run();
        }
    }
}
