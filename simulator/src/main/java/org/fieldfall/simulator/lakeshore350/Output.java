package org.fieldfall.simulator.lakeshore350;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.simulator.scpi.Arguments;
import org.fieldfall.simulator.scpi.ScpiFault;

/** The settings of one of the four outputs, as they are set and asked. */
final class Output {

    static final int CLOSED_LOOP = 1;
    static final int OPEN_LOOP = 3;

    private static final int MOST_MODE = 5;
    private static final int MOST_INPUT = 4;
    private static final double MOST_AMPERES = 1.732;

    private final int mostRange;
    private int mode;
    private int input;
    private int powerUp;
    private int range;
    private double manualPercent;
    private String resistance = "1";
    private int mostCurrent = 2;
    private double userAmperes;
    private boolean inPower;
    private double[] pid = {50, 20, 0};
    private boolean ramping;
    private double rampKelvinPerMinute = 0.1;
    private double setpointKelvin;

    /** @param mostRange highest heater range; 1 for an output that is only on or off */
    Output(int mode, int input, int mostRange) {
        this.mode = mode;
        this.input = input;
        this.mostRange = mostRange;
    }

    void mode(Arguments words) {
        expect(words, 4);
        int wantedMode = whole(words, 1, 0, MOST_MODE);
        int wantedInput = whole(words, 2, 0, MOST_INPUT);
        powerUp = whole(words, 3, 0, 1);
        mode = wantedMode;
        input = wantedInput;
    }

    String mode() {
        return mode + "," + input + "," + powerUp;
    }

    void range(Arguments words) {
        expect(words, 2);
        range = whole(words, 1, 0, mostRange);
    }

    void off() {
        range = 0;
    }

    int range() {
        return range;
    }

    /** The manual output has 0.01 % resolution. */
    void manual(Arguments words) {
        expect(words, 2);
        manualPercent = Math.rint(number(words, 1, 0, 100) * 100) / 100;
    }

    String manual() {
        return String.format(Locale.ROOT, "%+.2f", manualPercent);
    }

    void heater(Arguments words) {
        expect(words, 5);
        int wantedResistance = whole(words, 1, 1, 2);
        int wantedCurrent = whole(words, 2, 0, 4);
        userAmperes = Math.rint(number(words, 3, 0, MOST_AMPERES) * 1000) / 1000;
        inPower = whole(words, 4, 1, 2) == 2;
        resistance = Integer.toString(wantedResistance);
        mostCurrent = wantedCurrent;
    }

    String heater() {
        return String.format(Locale.ROOT, "%s,%d,%+.3f,%d", resistance, mostCurrent, userAmperes, inPower ? 2 : 1);
    }

    void pid(Arguments words) {
        expect(words, 4);
        pid = new double[] {number(words, 1, 0.1, 1000), number(words, 2, 0.1, 1000), number(words, 3, 0, 200)};
    }

    String pid() {
        return String.format(Locale.ROOT, "%+07.1f,%+07.1f,%+07.1f", pid[0], pid[1], pid[2]);
    }

    void ramp(Arguments words) {
        expect(words, 3);
        double wanted = number(words, 2, 0, 100);
        ramping = whole(words, 1, 0, 1) == 1;
        rampKelvinPerMinute = wanted;
    }

    String ramp() {
        return String.format(Locale.ROOT, "%d,%+.1f", ramping ? 1 : 0, rampKelvinPerMinute);
    }

    /** Rate of the setpoint; a rate of 0 means at once, as if ramping were off (manual, RAMP). */
    double kelvinPerSecond() {
        return ramping && rampKelvinPerMinute > 0 ? rampKelvinPerMinute / 60 : Double.POSITIVE_INFINITY;
    }

    void setpoint(double kelvin) {
        setpointKelvin = kelvin;
    }

    double setpointKelvin() {
        return setpointKelvin;
    }

    boolean isClosedLoopOn(int wantedInput) {
        return range > 0 && input == wantedInput && (mode == CLOSED_LOOP || mode == CLOSED_LOOP + 1);
    }

    /** Share of full scale that goes out in open loop: of the current, or of the power where that is displayed. */
    double openLoopShare() {
        if (mode != OPEN_LOOP || range == 0) {
            return 0;
        }
        DoubleUnaryOperator scale = inPower ? Math::sqrt : share -> share;
        return scale.applyAsDouble(manualPercent / 100);
    }

    double manualPercent() {
        return mode == OPEN_LOOP && range > 0 ? manualPercent : 0;
    }

    /** Limit that the user has set, if any. */
    double limitAmperes(double otherwise) {
        return mostCurrent == 0 && userAmperes > 0 ? Math.min(userAmperes, otherwise) : otherwise;
    }

    static void expect(Arguments words, int count) {
        if (words.size() < count) {
            throw ScpiFault.missingParameter();
        }
        words.atMost(count);
    }

    static double number(Arguments words, int index, double least, double most) {
        double value = Arguments.number(words.words().get(index));
        if (!(value >= least && value <= most)) {
            throw ScpiFault.outOfRange();
        }
        return value;
    }

    static int whole(Arguments words, int index, int least, int most) {
        return (int) Math.rint(number(words, index, least, most));
    }
}
