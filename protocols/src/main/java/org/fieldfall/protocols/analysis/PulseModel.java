package org.fieldfall.protocols.analysis;

/**
 * What a thermometer on the platform shows around a heater pulse, as means over the bins of a trace.
 *
 * <p>Platform and crystal are one body of heat capacity (1 − φ) C with spins of φ C that follow in a time τ at held
 * temperature; C(T) = C (1 + s x), x the body's rise. With the platform's rise y, heater power P, loss K to the bath:
 * (1 − φ) C dx/dt = P − K y − φ C (x − x_s)/τ, dx_s/dt = (x − x_s)/τ. The contact of platform and crystal equalises in
 * milliseconds, so the platform is ahead by what passes it: y = x + w (P − K y), w its resistance to heat less what the
 * platform keeps. The trace is T0 + y + a + b with x = x_s = r at its start: what is left of an earlier drift decays by
 * the same link. a is linear and b parabolic in time: drift of the thermometer. The thermometer's own response of
 * milliseconds shifts the pulse by less than the host knows it.
 *
 * <p>Parameters are relative to their expectation or in units of the expected rise, in the order of the constants.
 */
final class PulseModel {

    static final int HEAT_CAPACITY = 0;
    static final int LOSS = 1;
    static final int BASELINE = 2;
    static final int LEFT_OVER = 3;
    static final int LINEAR = 4;
    static final int PARABOLIC = 5;
    static final int CONTACT = 6;
    static final int LATE_SHARE = 7;
    static final int LOG_LATE_SECONDS = 8;
    static final int PARAMETERS = 9;

    /** Standard uncertainty of the logarithm of the time in which the spins follow: a factor of e. */
    private static final double LOG_SECONDS_SIGMA = 1;

    private static final int STEPS_PER_BIN = 10;

    private final HeaterPulse.Pulse pulse;
    private final HeaterPulse.Expected expected;
    private final PulseBins bins;
    private final double contactKelvinPerWatt;
    private final double baseKelvin;
    private final double unitKelvin;

    PulseModel(HeaterPulse.Pulse pulse, HeaterPulse.Expected expected, Uncertain contactShare, PulseBins bins) {
        this.pulse = pulse;
        this.expected = expected;
        this.bins = bins;
        this.contactKelvinPerWatt = contactShare.value() / expected.wattPerKelvin();
        this.baseKelvin = bins.baseKelvin(pulse.onSeconds());
        this.unitKelvin = pulse.joule() / expected.joulePerKelvin();
    }

    PulseBins bins() {
        return bins;
    }

    double[] start() {
        double[] start = new double[PARAMETERS];
        start[HEAT_CAPACITY] = 1;
        start[LOSS] = 1;
        start[CONTACT] = contactKelvinPerWatt * pulse.watts().value() / unitKelvin;
        start[LATE_SHARE] = expected.lateShare().value();
        start[LOG_LATE_SECONDS] = Math.log(expected.lateSeconds());
        return start;
    }

    /** How well each parameter is known beforehand: 0 holds it, infinity leaves it free. */
    double[] sigma() {
        double share = expected.lateShare().sigma();
        double seconds = expected.lateShare().value() > 0 || share > 0 ? LOG_SECONDS_SIGMA : 0;
        double free = Double.POSITIVE_INFINITY;
        return new double[] {free, free, free, free, free, free, free, share, seconds};
    }

    double heatCapacity(double[] p) {
        return p[HEAT_CAPACITY] * expected.joulePerKelvin();
    }

    double loss(double[] p) {
        return p[LOSS] * expected.wattPerKelvin();
    }

    double baselineKelvin(double[] p) {
        return baseKelvin + p[BASELINE] * unitKelvin;
    }

    /** Mean temperature in each bin. */
    double[] kelvin(double[] p) {
        double[] kelvin = rises(p);
        for (int i = 0; i < kelvin.length; i++) {
            double z = (2 * i + 1.0) / kelvin.length - 1;
            double drift = p[LINEAR] * z + p[PARABOLIC] * (3 * z * z - 1) / 2;
            kelvin[i] += baselineKelvin(p) + drift * unitKelvin;
        }
        return kelvin;
    }

    /** The platform's mean rise in each bin. */
    double[] rises(double[] p) {
        Step step = new Step(p, bins.seconds() / STEPS_PER_BIN);
        double[] rises = new double[bins.count()];
        for (int i = 0; i < rises.length * STEPS_PER_BIN; i++) {
            rises[i / STEPS_PER_BIN] += step.take(i) / STEPS_PER_BIN;
        }
        return rises;
    }

    /** Implicit midpoint for the body; the spins relax exactly towards the body's temperature in the middle of a step. */
    private final class Step {
        private final double seconds;
        private final double heatCapacity;
        private final double share;
        private final double relaxed;
        private final double contact;
        private final double loss;
        private double body;
        private double spins;
        private double halfStep;

        Step(double[] p, double seconds) {
            this.seconds = seconds;
            this.heatCapacity = heatCapacity(p);
            this.share = p[LATE_SHARE];
            this.relaxed = -Math.expm1(-seconds / Math.exp(p[LOG_LATE_SECONDS]));
            this.contact = p[CONTACT] * unitKelvin / pulse.watts().value();
            this.loss = loss(p) / (1 + contact * loss(p));
            this.body = p[LEFT_OVER] * unitKelvin;
            this.spins = body;
        }

        /** Takes the step of this number and answers the platform's rise in its middle. */
        double take(int number) {
            double watts = watts(number * seconds);
            double guess = body + halfStep;
            double capacity = heatCapacity * (1 + expected.slopePerKelvin() * guess) / seconds;
            double store = 2 * capacity * (1 - share);
            double exchange = capacity * share * relaxed;
            double input = watts * (1 - contact * loss);
            double middle = (store * body + input + exchange * spins) / (store + loss + exchange);
            halfStep = middle - body;
            body = middle + halfStep;
            spins += relaxed * (middle - spins);
            return (1 - contact * loss) * (middle + contact * watts);
        }

        private double watts(double from) {
            double on = Math.max(from, pulse.onSeconds());
            double off = Math.min(from + seconds, pulse.offSeconds());
            return pulse.watts().value() * Math.max(0, off - on) / seconds;
        }
    }
}
