package org.fieldfall.app.live.page;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.fieldfall.app.live.view.Points;
import org.fieldfall.app.live.view.PredictedCurve;
import org.fieldfall.app.live.view.RunView;
import org.fieldfall.app.live.view.SeriesHead;

/** A run made of formulas: at any time it has as many readings as its rate says. */
final class SyntheticRun implements RunView {

    private static final List<String> IDS = List.of("field", "temperature", "bath", "heat");

    private final DoubleSupplier seconds;
    private final double perSecond;
    private final double batchSeconds;

    /**
     * @param seconds since it began
     * @param batchSeconds readings come in batches of so long
     */
    SyntheticRun(DoubleSupplier seconds, double perSecond, double batchSeconds) {
        this.seconds = seconds;
        this.perSecond = perSecond;
        this.batchSeconds = batchSeconds;
    }

    private long readings() {
        return Math.round(version() * batchSeconds * perSecond);
    }

    @Override
    public long version() {
        return (long) (seconds.getAsDouble() / batchSeconds);
    }

    @Override
    public String snapshot() {
        return String.format(
                Locale.ROOT,
                "{\"source\":\"simulator\",\"status\":\"running\",\"phase\":\"relax\",\"run\":{\"id\":\"synthetic\"},"
                        + "\"axis\":{\"now_rig_s\":%f,\"zero_rig_s\":2,\"ramp_end_rig_s\":2.09},"
                        + "\"now\":{\"temperature_k\":%f},\"words\":\"made up\",\"phases\":[],\"end\":{\"is_over\":false}}",
                seconds.getAsDouble(),
                value("temperature", seconds.getAsDouble()));
    }

    @Override
    public List<SeriesHead> series() {
        long there = readings();
        return IDS.stream()
                .map(id ->
                        new SeriesHead(id, id, "", there, (there - 1) / perSecond, value(id, (there - 1) / perSecond)))
                .toList();
    }

    private static double value(String id, double t) {
        double wiggle = 0.004 * Math.sin(997 * t) + 0.002 * Math.sin(t * 12345.6);
        return switch (id) {
            case "field" -> t < 2 ? 1 : Math.max(0.1, 1 - (t - 2) * 10);
            case "temperature" -> 4 - (t < 2 ? 0 : 1.5 * (1 - Math.exp(-(t - 2) / 6))) + wiggle;
            case "bath" -> 4 + wiggle / 4;
            default -> t < 2 ? 0 : 2e-6 * (1 - Math.exp(-(t - 2) / 6));
        };
    }

    @Override
    public Points since(String series, long from, int most) {
        return thinned(series, from, readings(), most);
    }

    @Override
    public Points between(String series, double fromSeconds, double toSeconds, int most) {
        long from = Math.max(0, (long) Math.floor(fromSeconds * perSecond));
        return thinned(series, from, Math.min(readings(), (long) Math.ceil(toSeconds * perSecond)), most);
    }

    private Points thinned(String series, long from, long to, int most) {
        long each = Math.max(1, (to - from + most - 1) / most);
        int n = (int) Math.max(0, (to - from + each - 1) / each);
        double[] t = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = (from + i * each) / perSecond;
            low[i] = value(series, t[i]);
            high[i] = low[i];
            for (long k = from + i * each + 1; k < Math.min(to, from + (i + 1) * each); k++) {
                double next = value(series, k / perSecond);
                low[i] = Math.min(low[i], next);
                high[i] = Math.max(high[i], next);
            }
        }
        return new Points(to, t, low, high);
    }

    @Override
    public List<PredictedCurve> curves() {
        double[] t = new double[400];
        double[] value = new double[400];
        double[] sigma = new double[400];
        for (int i = 0; i < t.length; i++) {
            t[i] = 2 + 0.1 * i;
            value[i] = 4 - 1.5 * (1 - Math.exp(-(t[i] - 2) / 6));
            sigma[i] = 0.01;
        }
        return List.of(new PredictedCurve("temperature", "K", 1, t, value, sigma));
    }
}
