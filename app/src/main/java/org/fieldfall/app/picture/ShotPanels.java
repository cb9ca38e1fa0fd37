package org.fieldfall.app.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The two panels of one time window, field and temperature, as charts. */
final class ShotPanels {

    /** Up to this many readings in a window each is a dot of its own. */
    private static final int MOST_DOTS = 3000;

    private static final double MARGIN = 0.06;

    private final ShotPicture shot;
    private final double from;
    private final double to;
    private final int width;

    ShotPanels(ShotPicture shot, double from, double to, int width) {
        this.shot = shot;
        this.from = from;
        this.to = to;
        this.width = width;
    }

    XYChart field(int height) {
        var chart = chart(height, "B (T)", "");
        var values =
                DoubleStream.of(shot.field().values()).filter(Double::isFinite).summaryStatistics();
        limit(chart, Math.min(0, values.getMin()), values.getMax());
        line(chart, "field", shot.field().between(from, to), Look.FIELD, Look.LINE);
        return chart;
    }

    XYChart temperature(int height) {
        var chart = chart(height, "T (K)", "time from the start of the ramp (s)");
        limit(chart, range().min().orElse(0), range().max().orElse(1));
        measured(chart);
        if (shot.hasBand()) {
            predictedBand(chart);
        }
        line(chart, "predicted", shot.predicted().between(from, to), Look.PREDICTED, Look.THIN);
        var sudden = new Curve(new double[] {from, to}, new double[] {shot.suddenKelvin(), shot.suddenKelvin()});
        line(chart, "sudden", sudden, Look.SUDDEN, Look.DASHED);
        return chart;
    }

    // Both windows share one temperature axis: the range is that of the whole trace.
    private DoubleStream range() {
        var measured = shot.measured();
        var columns = Columns.of(measured, measured.seconds()[0], measured.seconds()[measured.size() - 1], width);
        var seen = columns.stream().flatMapToDouble(each -> DoubleStream.of(each.low(), each.high()));
        var expected =
                DoubleStream.concat(DoubleStream.of(shot.predicted().values()), DoubleStream.of(shot.suddenKelvin()));
        return DoubleStream.concat(seen, expected).filter(Double::isFinite);
    }

    private void measured(XYChart chart) {
        var curve = shot.measured();
        int first = curve.firstAt(from);
        if (curve.firstAt(to) - first <= MOST_DOTS) {
            dots(chart, curve.between(from, to));
            return;
        }
        var columns = Columns.of(curve, from, to, width);
        var seconds = columns.stream().mapToDouble(Columns.Column::seconds).toArray();
        var low = columns.stream().mapToDouble(Columns.Column::low).toArray();
        var high = columns.stream().mapToDouble(Columns.Column::high).toArray();
        var mean = columns.stream().mapToDouble(Columns.Column::mean).toArray();
        band(chart, "measured range", seconds, low, high, Look.pale(Look.MEASURED, 70));
        line(chart, "measured", new Curve(seconds, mean), Look.MEASURED, Look.BROAD);
    }

    private void dots(XYChart chart, Curve curve) {
        var series = chart.addSeries("measured", curve.seconds(), curve.values());
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(Look.MEASURED);
    }

    private void predictedBand(XYChart chart) {
        var curve = shot.predicted();
        var sigma = new Curve(curve.seconds(), shot.predictedSigmaKelvin()).between(from, to);
        var middle = curve.between(from, to);
        double[] low = new double[middle.size()];
        double[] high = new double[middle.size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = middle.values()[i] - sigma.values()[i];
            high[i] = middle.values()[i] + sigma.values()[i];
        }
        band(chart, "predicted band", middle.seconds(), low, high, Look.pale(Look.PREDICTED, 70));
    }

    private static void band(XYChart chart, String name, double[] seconds, double[] low, double[] high, Color colour) {
        int count = seconds.length;
        double[] around = new double[2 * count];
        double[] edge = new double[2 * count];
        for (int i = 0; i < count; i++) {
            around[i] = seconds[i];
            edge[i] = high[i];
            around[2 * count - 1 - i] = seconds[i];
            edge[2 * count - 1 - i] = low[i];
        }
        var series = chart.addSeries(name, around, edge);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(SeriesLines.NONE);
        series.setFillColor(colour);
    }

    private static void line(XYChart chart, String name, Curve curve, Color colour, BasicStroke stroke) {
        XYSeries series = chart.addSeries(name, curve.seconds(), curve.values());
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(stroke);
    }

    private static void limit(XYChart chart, double low, double high) {
        double margin = MARGIN * Math.max(high - low, 1e-3);
        chart.getStyler().setYAxisMin(low - margin).setYAxisMax(high + margin);
    }

    private XYChart chart(int height, String valueTitle, String timeTitle) {
        var chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .theme(ChartTheme.Matlab)
                .yAxisTitle(valueTitle)
                .xAxisTitle(timeTitle)
                .build();
        chart.getStyler().setLocale(Locale.ROOT).setLegendVisible(false).setChartTitleVisible(false);
        chart.getStyler()
                .setChartBackgroundColor(Color.WHITE)
                .setChartPadding(8)
                .setMarkerSize(6);
        chart.getStyler().setPlotContentSize(1);
        chart.getStyler().setAxisTitleFont(Look.font(Font.BOLD, 14)).setAxisTickLabelsFont(Look.font(Font.PLAIN, 13));
        chart.getStyler().setXAxisMin(from).setXAxisMax(to);
        chart.getStyler().setXAxisTitleVisible(!timeTitle.isEmpty());
        return chart;
    }
}
