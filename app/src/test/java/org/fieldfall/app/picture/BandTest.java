package org.fieldfall.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BandTest {

    private static Figure figure() {
        double[] x = {0, 1, 2};
        var curve = new Trace(Label.plain("curve"), x, new double[] {1, 2, 3}, Manner.plain());
        var band = new Band(x, new double[] {0.5, 1.5, 2.5}, new double[] {1.5, 2.5, 3.5}, Hue.VERMILION);
        var panel = new Panel(
                Label.plain(""),
                Axis.linear("x", 0, 2),
                Axis.linear("y", 0, 4),
                List.of(curve),
                List.of(),
                List.of(band));
        return new Figure("band", List.of(panel), 1, List.of());
    }

    @Test
    void liesUnderItsCurveInAPaleShade() {
        var svg = figure().svgElement("a");

        // 28 % of vermilion, #d55e00, on white.
        int band = svg.indexOf("fill=\"#f3d2b8\"");
        assertThat(band).isPositive();
        assertThat(svg.lastIndexOf("stroke=\"#0072b2\"")).isGreaterThan(band);
    }

    @Test
    void keepsTheNamesOfFiguresOnOnePageApart() {
        assertThat(figure().svgElement("a")).startsWith("<svg").contains("id=\"abox1\"", "url(#abox1)");
        assertThat(figure().svgElement("b")).contains("id=\"bbox1\"").doesNotContain("abox1");
    }

    @Test
    void needsBothEdgesEverywhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Band(new double[2], new double[2], new double[1], Hue.BLUE))
                .withMessageContaining("2, 2 and 1");
    }
}
