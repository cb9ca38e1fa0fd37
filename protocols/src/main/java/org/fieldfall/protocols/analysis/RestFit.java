package org.fieldfall.protocols.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Where the platform rests, seen before the ramp and, if the record is long enough, after the crystal has come back: T = r +
 * a t + b t², plus A exp(−t/τ₀) before the ramp and, in the tail, x with x exp(s x) = D exp(−(t − t₁)/τ), which is how a heat
 * capacity C (1 + s x) comes back. t counts from the start of the ramp; a and b are the thermometer's own drift. τ₀ and s are
 * taken as they are, the tail's τ is believed to within a factor, a and b to what the stated thermal EMF leaves them.
 *
 * <p>Without a tail nothing tells the thermometer's drift from the platform's: all of it counts as the platform's.
 */
final class RestFit {

    private static final int REST = 0;
    private static final int FORE = 1;
    private static final int LINEAR = 2;
    private static final int PARABOLIC = 3;
    private static final int TAIL = 4;
    private static final int LOG_TAIL_SECONDS = 5;
    private static final int WITHOUT_TAIL = 2;

    /** What is known beforehand of three parameters counts as one more reading each. */
    private static final int KNOWN = 3;

    /** Standard uncertainty of the logarithm of the expected time constant of the tail. */
    private static final double LOG_SECONDS_SIGMA = 0.5;

    /** The tail begins when no more than this share of the largest change is left ... */
    private static final double TAIL_SHARE = 0.1;

    /** ... and no more than this, beyond which neither heat capacity nor relaxation are constant. */
    private static final double TAIL_KELVIN = 0.1;

    /** A tail shorter than this share of its expected time constant tells nothing. */
    private static final double SHORTEST_TAIL = 0.7;

    private static final double LEAST_DRIFT_KELVIN = 1e-6;

    private static final int FEWEST_BEFORE = 3;
    private static final int BLOCKS = 40;
    private static final double SINGULAR = 1e-14;

    private final double[] p;
    private final Setting setting;
    private final RealMatrix covariance;
    private final double scatter;

    private RestFit(double[] p, Setting setting, RealMatrix covariance, double scatter) {
        this.p = p;
        this.setting = setting;
        this.covariance = covariance;
        this.scatter = scatter;
    }

    /**
     * What is fitted.
     *
     * @param noiseKelvin scatter of one reading
     * @param thermometerKelvin how far the thermometer may drift by itself until the tail begins
     */
    record Question(TraceBins bins, double[] kelvin, double noiseKelvin, double thermometerKelvin, DriftTimes drift) {

        /** As a thermometer tells that has its stated thermal EMF to drift by, in the fields before and after the ramp. */
        static Question of(
                TraceBins bins, double[] kelvin, double noiseKelvin, Thermometry thermometry, DriftTimes drift) {
            double offset = thermometry.offsetKelvin(bins.raw()[0]);
            return new Question(bins, kelvin, noiseKelvin, Math.max(LEAST_DRIFT_KELVIN, offset), drift);
        }
    }

    /** Which bins are used, and where the tail begins; at infinity without one. */
    private record Setting(Question question, int[] used, double tailStart) {

        boolean hasTail() {
            return tailStart < Double.POSITIVE_INFINITY;
        }

        int parameters() {
            return hasTail() ? LOG_TAIL_SECONDS + 1 : WITHOUT_TAIL;
        }

        double at(int bin) {
            return question.bins().seconds()[bin];
        }

        double sigma(int bin) {
            return question.noiseKelvin() / Math.sqrt(question.bins().counts()[bin]);
        }
    }

    static RestFit of(Question question) {
        return of(setting(question));
    }

    /** By the drift before the ramp alone. */
    static RestFit beforeRamp(Question question) {
        int[] used = IntStream.range(0, before(question)).toArray();
        return of(new Setting(question, used, Double.POSITIVE_INFINITY));
    }

    private static RestFit of(Setting setting) {
        try {
            int rows = setting.used().length + KNOWN;
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(start(setting))
                            .target(new double[rows])
                            .model(p -> residuals(setting, p), p -> jacobian(setting, p))
                            .maxEvaluations(300)
                            .maxIterations(200)
                            .build());
            double[] residuals = Arrays.copyOf(optimum.getResiduals().toArray(), setting.used().length);
            double slow = Math.sqrt(Math.max(1, slowChiSquare(residuals, setting.parameters())));
            RealMatrix covariance = optimum.getCovariances(SINGULAR).scalarMultiply(slow * slow);
            return new RestFit(optimum.getPoint().toArray(), setting, covariance, slow);
        } catch (MathIllegalStateException | MathIllegalArgumentException unfit) {
            throw new InsufficientTraceException("where the platform rests cannot be fitted: " + unfit.getMessage());
        }
    }

    private static Setting setting(Question question) {
        TraceBins bins = question.bins();
        int after = before(question);
        double base = IntStream.range(0, after)
                .mapToDouble(i -> question.kelvin()[i])
                .average()
                .orElseThrow();
        double most = IntStream.range(after, bins.size())
                .mapToDouble(i -> Math.abs(question.kelvin()[i] - base))
                .max()
                .orElse(0);
        double left = Math.min(TAIL_KELVIN, TAIL_SHARE * most);
        int first = bins.size();
        while (first > after && Math.abs(question.kelvin()[first - 1] - base) < left) {
            first--;
        }
        double from = first < bins.size() ? bins.seconds()[first] : Double.POSITIVE_INFINITY;
        double length = bins.seconds()[bins.size() - 1] - from;
        boolean isLong = length > SHORTEST_TAIL * question.drift().tailSeconds() && bins.size() - first > BLOCKS;
        int tail = isLong ? first : bins.size();
        int[] used = IntStream.concat(IntStream.range(0, after), IntStream.range(tail, bins.size()))
                .toArray();
        return new Setting(question, used, isLong ? from : Double.POSITIVE_INFINITY);
    }

    private static int before(Question question) {
        int before = question.bins().indexAt(0);
        if (before < FEWEST_BEFORE) {
            throw new InsufficientTraceException("before the ramp the trace holds only " + before
                    + " bins of readings, at least " + FEWEST_BEFORE + " are needed to see where the platform rests");
        }
        return before;
    }

    private static double[] start(Setting setting) {
        double[] p = new double[setting.parameters()];
        double[] kelvin = setting.question().kelvin();
        p[REST] = kelvin[setting.used()[0]];
        if (setting.hasTail()) {
            p[TAIL] = kelvin[setting.question().bins().indexAt(setting.tailStart())] - p[REST];
            p[LOG_TAIL_SECONDS] = Math.log(setting.question().drift().tailSeconds());
        }
        return p;
    }

    /** Model less reading in units of the noise; then the tail's time constant and the drift less what is expected. */
    private static double[] residuals(Setting setting, double[] p) {
        int n = setting.used().length;
        double[] residuals = new double[n + KNOWN];
        for (int i = 0; i < n; i++) {
            int bin = setting.used()[i];
            double model = 0;
            double[] row = row(setting, p, setting.at(bin));
            for (int k = 0; k < Math.min(p.length, TAIL); k++) {
                model += row[k] * p[k];
            }
            model += setting.hasTail() && setting.at(bin) > 0 ? tailKelvin(setting, p, setting.at(bin)) : 0;
            residuals[i] = (model - setting.question().kelvin()[bin]) / setting.sigma(bin);
        }
        if (setting.hasTail()) {
            residuals[n] =
                    (p[LOG_TAIL_SECONDS] - Math.log(setting.question().drift().tailSeconds())) / LOG_SECONDS_SIGMA;
            residuals[n + 1] = p[LINEAR] / setting.question().thermometerKelvin();
            residuals[n + 2] = p[PARABOLIC] / setting.question().thermometerKelvin();
        }
        return residuals;
    }

    private static double[][] jacobian(Setting setting, double[] p) {
        int n = setting.used().length;
        double[][] matrix = new double[n + KNOWN][p.length];
        for (int i = 0; i < n; i++) {
            int bin = setting.used()[i];
            matrix[i] = row(setting, p, setting.at(bin));
            for (int k = 0; k < p.length; k++) {
                matrix[i][k] /= setting.sigma(bin);
            }
        }
        if (setting.hasTail()) {
            matrix[n][LOG_TAIL_SECONDS] = 1 / LOG_SECONDS_SIGMA;
            matrix[n + 1][LINEAR] = 1 / setting.question().thermometerKelvin();
            matrix[n + 2][PARABOLIC] = 1 / setting.question().thermometerKelvin();
        }
        return matrix;
    }

    /** Change of the model with each parameter. */
    private static double[] row(Setting setting, double[] p, double t) {
        double[] row = new double[p.length];
        row[REST] = 1;
        row[FORE] = t < 0 ? Math.exp(-t / setting.question().drift().foreSeconds()) : 0;
        if (setting.hasTail()) {
            double scaled = t / setting.tailStart();
            row[LINEAR] = scaled;
            row[PARABOLIC] = scaled * scaled;
            if (t > 0) {
                double times = (t - setting.tailStart()) / Math.exp(p[LOG_TAIL_SECONDS]);
                double left = Math.exp(-times);
                row[TAIL] = setting.question().drift().bentSlope(p[TAIL] * left) * left;
                row[LOG_TAIL_SECONDS] = p[TAIL] * times * row[TAIL];
            }
        }
        return row;
    }

    private static double tailKelvin(Setting setting, double[] p, double t) {
        double times = (t - setting.tailStart()) / Math.exp(p[LOG_TAIL_SECONDS]);
        return setting.question().drift().bent(p[TAIL] * Math.exp(-times));
    }

    /** Chi square per degree of freedom of the means over blocks of bins: scatter that does not average down. */
    private static double slowChiSquare(double[] residuals, int parameters) {
        int per = residuals.length / BLOCKS;
        if (per == 0) {
            return 1;
        }
        double squares = 0;
        for (int block = 0; block < BLOCKS; block++) {
            double sum = 0;
            for (int i = block * per; i < (block + 1) * per; i++) {
                sum += residuals[i];
            }
            squares += sum * sum / per;
        }
        return squares / (BLOCKS - parameters);
    }

    boolean hasTail() {
        return setting.hasTail();
    }

    double restKelvin() {
        return p[REST];
    }

    /** The platform just before the ramp. */
    double startKelvin() {
        return p[REST] + p[FORE];
    }

    /** The drift before the ramp gone on until some time after its start, as if nothing had happened. */
    Uncertain undisturbedKelvin(double t) {
        double value = goneOn(t);
        double squares = 0;
        for (RestFit other : moved()) {
            double change = other.goneOn(t) - value;
            squares += change * change;
        }
        // A thermometer that drifts by itself does so evenly.
        double evenly = startKelvin() + foreKelvinPerSecond() * t;
        return new Uncertain(value, Math.sqrt(squares)).blurredBy(evenly - value);
    }

    private double goneOn(double t) {
        return p[REST] + p[FORE] * Math.exp(-t / setting.question().drift().foreSeconds());
    }

    /** What the thermometer's own drift has added since the start of the ramp. */
    double thermometerDrift(double t) {
        if (!hasTail()) {
            return 0;
        }
        double scaled = t / setting.tailStart();
        return scaled * (p[LINEAR] + scaled * p[PARABOLIC]);
    }

    double tailStart() {
        return setting.tailStart();
    }

    double tailSeconds() {
        return Math.exp(p[LOG_TAIL_SECONDS]);
    }

    double tailSecondsSigma() {
        return tailSeconds() * Math.sqrt(covariance.getEntry(LOG_TAIL_SECONDS, LOG_TAIL_SECONDS));
    }

    /** How far the platform is still from its rest in the tail. */
    double tailKelvin(double t) {
        return tailKelvin(setting, p, t);
    }

    /** Slope of the drift that the platform has just before the ramp. */
    double foreKelvinPerSecond() {
        return -p[FORE] / setting.question().drift().foreSeconds();
    }

    Uncertain restUncertain() {
        return new Uncertain(p[REST], Math.sqrt(covariance.getEntry(REST, REST)));
    }

    /** Scatter of means over many bins, in units of what white noise would leave; at least 1. */
    double scatter() {
        return scatter;
    }

    /** Without a tail: the drift before the ramp read the other way, all of it the thermometer's. */
    Optional<RestFit> otherReading() {
        return hasTail()
                ? Optional.empty()
                : Optional.of(new RestFit(new double[] {startKelvin(), 0}, setting, covariance, scatter));
    }

    /** The same fit moved by one standard uncertainty along independent directions. */
    List<RestFit> moved() {
        RealMatrix root = new CholeskyDecomposition(covariance, 1e-6, 0).getL();
        List<RestFit> moved = new ArrayList<>();
        for (int k = 0; k < p.length; k++) {
            double[] other = p.clone();
            for (int i = 0; i < p.length; i++) {
                other[i] += root.getEntry(i, k);
            }
            moved.add(new RestFit(other, setting, covariance, scatter));
        }
        return moved;
    }

    /** What the thermometer's own drift has added since the start of the ramp; unknown without a tail, if hardly more than before it. */
    Uncertain thermometerDriftUncertain(double t) {
        if (!hasTail()) {
            return new Uncertain(0, Math.abs(foreKelvinPerSecond()) * Math.abs(t));
        }
        double squares = 0;
        for (RestFit other : moved()) {
            double change = other.thermometerDrift(t) - thermometerDrift(t);
            squares += change * change;
        }
        return new Uncertain(thermometerDrift(t), Math.sqrt(squares));
    }
}
