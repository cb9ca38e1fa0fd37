package org.fieldfall.protocols.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Heat that the spins took up from just before the ramp on, by the first law and without a model of the spins ({@link
 * HeatBalance}). Each uncertain input is moved by its standard uncertainty, the changes are added in squares.
 *
 * @param points Q at the asked times
 * @param course Q from the end of the ramp to the end of the record, for a picture
 * @param total Q∞
 * @param promptStepKelvin what the crystal's temperature did at once, by {@link #PROMPT_METHOD}
 * @param drift what the platform does by itself
 */
public record HeatUptake(List<Point> points, List<Point> course, Total total, Uncertain promptStepKelvin, Drift drift) {

    /** Method of the prompt step. */
    public static final String PROMPT_METHOD = PromptStep.METHOD;

    /** Less outstanding than this share of the whole, and the record counts as complete. */
    private static final double COMPLETE_SHARE = 0.02;

    /** More outstanding than this share, and nothing is extrapolated. */
    private static final double MOST_EXTRAPOLATED = 0.25;

    private static final double FIRST_SECONDS = 0.1;
    private static final double STEP = 1.1;

    public HeatUptake {
        points = List.copyOf(points);
        course = List.copyOf(course);
    }

    /**
     * Q at a time after the end of the ramp.
     *
     * @param kelvin the crystal's temperature then, lag and drift of the thermometer taken out
     * @param linkShare share of Q that came over the link
     */
    public record Point(double afterRampSeconds, Uncertain joule, double kelvin, double linkShare) {}

    /** How Q∞ was come by. */
    public enum Extent {
        COMPLETE("first law to the end of the record, what is left by the tail's time constant"),
        EXTRAPOLATED("first law to the end of the record, extrapolated from there by the tail's time constant"),
        LOWER_BOUND("first law to the end of the record; a lower bound, the platform has not come back");

        private final String method;

        Extent(String method) {
            this.method = method;
        }

        public String method() {
            return method;
        }
    }

    /**
     * Q∞: what the spins have taken up once the platform is back where it was just before the ramp, they in equilibrium with
     * it; of a record that ends long before, what they had taken up by then.
     *
     * @param joule Q∞
     * @param outstandingShare share of it that was still outstanding at the end of the record; NaN where that is not known
     * @param linkShare share of Q at the end of the record that had come over the link
     * @param budget standard uncertainty by each source, J
     */
    public record Total(
            Uncertain joule, Extent extent, double outstandingShare, double linkShare, Map<String, Double> budget) {

        public Total {
            budget = Collections.unmodifiableMap(new LinkedHashMap<>(budget));
        }
    }

    /**
     * What the platform does by itself.
     *
     * @param beforeKelvinPerSecond slope of the readings over the baseline
     * @param afterKelvinPerSecond the same over as long a time at the end of the record
     * @param restKelvin where the platform rests
     * @param tailSeconds time constant of the way back; NaN where the record ends before it
     * @param thermometerKelvin what the thermometer drifted by itself from the ramp to the end of the record; 0 with all the
     *     drift before the ramp as its uncertainty where the record ends before the platform is back
     * @param scatter scatter of means over many readings over what white noise would leave
     */
    public record Drift(
            Uncertain beforeKelvinPerSecond,
            Uncertain afterKelvinPerSecond,
            Uncertain restKelvin,
            Uncertain tailSeconds,
            Uncertain thermometerKelvin,
            double scatter) {}

    static HeatUptake of(HeatBalance.Measured measured, HeatBalance.Assumed assumed, double... askedSeconds) {
        HeatBalance central = HeatBalance.of(measured, assumed);
        Alternatives others = Alternatives.of(measured, assumed, central);
        List<Point> points = new ArrayList<>();
        for (double asked : askedSeconds) {
            if (asked <= central.lastAfterRamp()) {
                points.add(point(central, others, asked));
            }
        }
        List<Point> course = new ArrayList<>();
        for (double t = FIRST_SECONDS; t < central.lastAfterRamp(); t *= STEP) {
            course.add(point(central, others, t));
        }
        Point last = point(central, others, central.lastAfterRamp());
        course.add(last);
        Uncertain step = central.promptStep()
                .blurredBy(root(others.budget(balance -> balance.promptStep().value())));
        return new HeatUptake(points, course, total(central, others, last), step, drift(measured, central));
    }

    private static Point point(HeatBalance central, Alternatives others, double t) {
        HeatBalance.Moment at = central.at(t);
        double joule = central.joule(t);
        double noise = central.joulePerKelvin(at.crystalKelvin()) * at.noiseKelvin();
        double sigma = root(others.budget(balance -> balance.joule(t)));
        double linkShare = -central.linkJoule(t) / joule;
        return new Point(t, new Uncertain(joule, sigma).blurredBy(noise), at.crystalKelvin(), linkShare);
    }

    private static Total total(HeatBalance central, Alternatives others, Point last) {
        if (central.rest().hasTail()) {
            double joule = central.completedJoule();
            double outstanding = central.outstandingJoule();
            if (Math.abs(outstanding) < MOST_EXTRAPOLATED * Math.abs(joule)) {
                Map<String, Double> budget = others.budget(HeatBalance::completedJoule);
                boolean isComplete = Math.abs(outstanding) < COMPLETE_SHARE * Math.abs(joule);
                return new Total(
                        new Uncertain(joule, root(budget)),
                        isComplete ? Extent.COMPLETE : Extent.EXTRAPOLATED,
                        outstanding / joule,
                        last.linkShare(),
                        budget);
            }
        }
        double end = last.afterRampSeconds();
        return new Total(
                last.joule(),
                Extent.LOWER_BOUND,
                Double.NaN,
                last.linkShare(),
                others.budget(balance -> balance.joule(end)));
    }

    private static Drift drift(HeatBalance.Measured measured, HeatBalance central) {
        TraceBins bins = measured.bins();
        int ramp = bins.indexAt(0);
        double length = bins.seconds()[ramp - 1] - bins.seconds()[0];
        double end = bins.seconds()[bins.size() - 1];
        int from = Math.max(ramp, bins.indexAt(end - length));
        RestFit rest = central.rest();
        return new Drift(
                central.shownSlope(0, ramp),
                central.shownSlope(from, bins.size()),
                rest.restUncertain(),
                rest.hasTail()
                        ? new Uncertain(rest.tailSeconds(), rest.tailSecondsSigma())
                        : new Uncertain(Double.NaN, Double.NaN),
                rest.thermometerDriftUncertain(end),
                rest.scatter());
    }

    /** False where link or heat capacities are not known at all temperatures that the platform went through. */
    public boolean isKnown() {
        return Double.isFinite(total.joule().value())
                && Double.isFinite(total.joule().sigma())
                && points.stream()
                        .allMatch(point -> Double.isFinite(point.joule().value())
                                && Double.isFinite(point.joule().sigma()));
    }

    private static double root(Map<String, Double> budget) {
        return Math.sqrt(budget.values().stream().mapToDouble(s -> s * s).sum());
    }

    /** The same balance under one other assumption each, by the name of what was moved. */
    private record Alternatives(HeatBalance central, Map<String, List<HeatBalance>> moved) {

        static Alternatives of(HeatBalance.Measured measured, HeatBalance.Assumed assumed, HeatBalance central) {
            Map<String, List<HeatBalance>> moved = new LinkedHashMap<>();
            assumed.calorimeter()
                    .moved()
                    .forEach((name, other) -> moved.put(name, List.of(HeatBalance.of(measured, assumed.with(other)))));
            assumed.thermometry()
                    .moved()
                    .forEach((name, others) -> moved.put(
                            name,
                            others.stream()
                                    .map(other -> HeatBalance.of(measured, assumed.with(other)))
                                    .toList()));
            moved.put(
                    "drift and noise",
                    Stream.concat(central.rest().moved().stream(), central.rest().otherReading().stream())
                            .map(central::with)
                            .toList());
            moved.put(
                    "heat capacity's slope",
                    List.of(HeatBalance.of(
                            measured, assumed.with(assumed.drift().steeper()))));
            return new Alternatives(central, moved);
        }

        Map<String, Double> budget(ToDoubleFunction<HeatBalance> number) {
            Map<String, Double> budget = new LinkedHashMap<>();
            double value = number.applyAsDouble(central);
            moved.forEach((source, others) -> {
                double squares = 0;
                for (HeatBalance other : others) {
                    double change = number.applyAsDouble(other) - value;
                    squares += change * change;
                }
                budget.put(source, Math.sqrt(squares));
            });
            return budget;
        }
    }
}
