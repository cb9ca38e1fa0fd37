package org.fieldfall.protocols.analysis;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The first law for one set of assumptions: what lattice, addenda and link gave is what the spins took up, Q(t) = −[∫(C_ph +
 * C_add) dT + ∫K(T − T_rest) dt] from just before the ramp, T_rest where the platform rests under whatever steady power it
 * carries; what the sensor's own current gives it besides belongs to the link's.
 */
final class HeatBalance {

    private static final double NARROWEST_SECONDS = 0.05;
    private static final double WIDEST_SECONDS = 3;

    private final Measured measured;
    private final Assumed assumed;
    private final double[] kelvin;
    private final RestFit rest;
    private final double[] platform;
    private final double[] linkJoule;

    /**
     * What the trace holds, and in which fields.
     *
     * @param asRead conversion that the edges were found with
     * @param noiseKelvin scatter of one reading
     */
    record Measured(
            TraceBins bins,
            RampEdges edges,
            DoubleUnaryOperator asRead,
            double noiseKelvin,
            double beforeTesla,
            double afterTesla) {

        double rampSeconds() {
            return edges.durationSeconds().value();
        }
    }

    /**
     * What is believed of readings and calorimeter.
     *
     * @param drift the times in which the platform drifts and comes back
     */
    record Assumed(Thermometry thermometry, Calorimeter calorimeter, DriftTimes drift) {

        Assumed with(Thermometry other) {
            return new Assumed(other, calorimeter, drift);
        }

        Assumed with(Calorimeter other) {
            return new Assumed(thermometry, other, drift);
        }

        Assumed with(DriftTimes other) {
            return new Assumed(thermometry, calorimeter, other);
        }
    }

    private HeatBalance(Measured measured, Assumed assumed, double[] kelvin, RestFit rest) {
        this.measured = measured;
        this.assumed = assumed;
        this.kelvin = kelvin;
        this.rest = rest;
        this.platform = kelvin.clone();
        for (int i = 0; i < platform.length; i++) {
            platform[i] -= rest.thermometerDrift(measured.bins().seconds()[i]);
        }
        this.linkJoule = linkJoule();
    }

    static HeatBalance of(Measured measured, Assumed assumed) {
        double[] kelvin = measured.bins()
                .kelvin(
                        assumed.thermometry().kelvinIn(measured.beforeTesla()),
                        assumed.thermometry().kelvinIn(measured.afterTesla()));
        RestFit rest = RestFit.of(RestFit.Question.of(
                measured.bins(), kelvin, measured.noiseKelvin(), assumed.thermometry(), assumed.drift()));
        return new HeatBalance(measured, assumed, kelvin, rest);
    }

    HeatBalance with(RestFit other) {
        return new HeatBalance(measured, assumed, kelvin, other);
    }

    RestFit rest() {
        return rest;
    }

    private double[] linkJoule() {
        TraceBins bins = measured.bins();
        double[] joule = new double[bins.size()];
        double before = 0;
        double wattBefore = linkWatt(rest.startKelvin());
        double sum = 0;
        for (int i = bins.indexAt(0); i < joule.length; i++) {
            double watt = watt(i);
            sum += (watt + wattBefore) / 2 * (bins.seconds()[i] - before);
            joule[i] = sum;
            before = bins.seconds()[i];
            wattBefore = watt;
        }
        return joule;
    }

    /** What leaves the platform over the link, less what the sensor's current heats it more than before the ramp. */
    private double watt(int bin) {
        double volts = measured.bins().raw()[bin]
                - measured.bins().raw()[measured.bins().indexAt(0) - 1];
        return linkWatt(platform[bin]) - assumed.thermometry().excitationAmperes() * volts;
    }

    private double linkWatt(double platformKelvin) {
        return assumed.calorimeter().link().watt(platformKelvin, rest.restKelvin());
    }

    /** Heat that went out over the link until a time after the end of the ramp; negative is heat that came in. */
    double linkJoule(double afterRamp) {
        TraceBins bins = measured.bins();
        double t = measured.rampSeconds() + afterRamp;
        int first = bins.indexAt(0);
        int next = Math.min(Math.max(bins.indexAt(t), first), bins.size() - 1);
        double before = next == first ? 0 : bins.seconds()[next - 1];
        double joule = next == first ? 0 : linkJoule[next - 1];
        double share = (t - before) / (bins.seconds()[next] - before);
        return joule + share * (linkJoule[next] - joule);
    }

    /**
     * What the thermometer tells of a moment, its own drift taken out.
     *
     * @param platformKelvin as shown
     * @param crystalKelvin the lag taken out, and what the link's heat makes across the contact
     * @param noiseKelvin of both alike, by the scatter of the readings
     */
    record Moment(double platformKelvin, double crystalKelvin, double kelvinPerSecond, double noiseKelvin) {}

    /** A time after the end of the ramp; at the end itself the crystal is where the edges of the ramp leave it. */
    Moment at(double afterRamp) {
        if (afterRamp == 0) {
            return end();
        }
        double t = measured.rampSeconds() + afterRamp;
        double half = Math.min(WIDEST_SECONDS, Math.max(NARROWEST_SECONDS, afterRamp / 10));
        double from = Math.max(measured.rampSeconds(), t - half);
        BinFit fit = BinFit.of(measured.bins(), platform, from, t + half, t, measured.noiseKelvin());
        double lag = assumed.thermometry().lagSeconds().value();
        double crystal = crystal(fit.kelvin() + lag * fit.kelvinPerSecond());
        return new Moment(fit.kelvin(), crystal, fit.kelvinPerSecond(), fit.levelSigma());
    }

    private Moment end() {
        TraceBins bins = measured.bins();
        int first = bins.indexAt(0);
        // The edges were found in readings as they came: what this balance believes of them differs as for the reading
        // after.
        double differs = platform[first] - measured.asRead().applyAsDouble(bins.raw()[first]);
        Uncertain end = measured.edges().endKelvin();
        double crystal = end.value() + differs;
        // Behind the crystal's fast change in the ramp the platform comes to where it is behind the slow one after it.
        double since = bins.seconds()[first] - measured.rampSeconds();
        double lag = assumed.thermometry().lagSeconds().value();
        double slope = at(NARROWEST_SECONDS).kelvinPerSecond();
        double steady = -slope * lag;
        double seen = platform[first] - crystal - slope * since;
        double behind = lag > 0 ? steady + (seen - steady) * Math.exp(since / lag) : 0;
        return new Moment(crystal + behind, crystal(crystal), 0, end.sigma());
    }

    private double crystal(double shownKelvin) {
        double start = rest.startKelvin();
        return start + (1 + assumed.thermometry().contactShare().value()) * (shownKelvin - start);
    }

    /** Q at a time after the end of the ramp. */
    double joule(double afterRamp) {
        return joule(afterRamp, at(afterRamp));
    }

    private double joule(double afterRamp, Moment moment) {
        double start = rest.startKelvin();
        Calorimeter calorimeter = assumed.calorimeter();
        double gained = calorimeter.storedJoule(moment.crystalKelvin(), moment.platformKelvin())
                - calorimeter.storedJoule(start, start);
        return -gained - linkJoule(afterRamp);
    }

    /** The crystal's change of temperature at once; its uncertainty that of the after drift alone. */
    Uncertain promptStep() {
        Uncertain start = Uncertain.exact(rest.startKelvin());
        Uncertain step = PromptStep.of(measured.bins(), platform, measured.edges(), start, measured.noiseKelvin());
        return assumed.thermometry().crystal(step);
    }

    double joulePerKelvin(double kelvin) {
        return assumed.calorimeter().joulePerKelvin(kelvin);
    }

    /** Straight line through what the thermometer shows in some bins, per second. */
    Uncertain shownSlope(int from, int to) {
        SimpleRegression line = new SimpleRegression();
        for (int i = from; i < to; i++) {
            line.addData(measured.bins().seconds()[i], kelvin[i]);
        }
        return new Uncertain(line.getSlope(), line.getSlopeStdErr());
    }

    /** Seconds after the end of the ramp at which the last bin lies. */
    double lastAfterRamp() {
        return measured.bins().seconds()[measured.bins().size() - 1] - measured.rampSeconds();
    }

    /** Q when the platform will be back where it was just before the ramp; needs a tail. */
    double completedJoule() {
        double end = endKelvin();
        return joule(lastAfterRamp(), new Moment(end, end, 0, 0)) + outstandingJoule();
    }

    private double endKelvin() {
        return rest.restKelvin() + rest.tailKelvin(lastAfterRamp() + measured.rampSeconds());
    }

    /** By the link and by the sensor, whose current heats a warmer one less. */
    private double lossWattPerKelvin() {
        double raw = measured.bins().raw()[measured.bins().indexAt(0) - 1];
        return assumed.calorimeter().link().wattPerKelvin(rest.restKelvin())
                - assumed.thermometry().selfHeatingWattPerKelvin(raw);
    }

    /** What the spins have yet to take up after the record's end, by the tail's time constant. */
    double outstandingJoule() {
        Calorimeter calorimeter = assumed.calorimeter();
        double resting = rest.restKelvin();
        double spins = rest.tailSeconds() * lossWattPerKelvin() - calorimeter.joulePerKelvin(resting);
        return spins * (rest.startKelvin() - endKelvin());
    }
}
