package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.RESONANCES;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;

import java.util.Arrays;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;

/**
 * The same shot by another road: the first law on the energy U(T, B, p) of {@link MeanField}, its partial derivatives by
 * differences, in the classical Runge-Kutta method with small equal steps. No formula of the heat is shared.
 */
class SecondRouteTest {

    private static final double SECONDS = 0.6;
    private static final double DIFFERENCE = 1e-4;
    private static final double MOLES = 2e-6;
    private static final double INTERNAL = 0.04;
    private static final double LAG = 0.02;

    private static final Debye ADDENDA = new Debye(60, 2e-6);
    private static final Link LINK = Link.power(2e-6, 4, 1.5);
    private static final FieldHistory FIELD = fieldQuench(1, 0.1);

    // Slow enough for equal steps: 1/s to 60/s in the ramp.
    private static final Spins SPINS = Spins.of(Mn12.SPIN, EXPERIMENT, RESONANCES)
            .with(new Species(0.08, Mn12.SPIN, new Arrhenius(40, 1e-5), Resonances.none()))
            .coupledBy(0.04);

    @Test
    void agreesWithRungeKuttaOnTheFirstLaw() {
        var surroundings = Surroundings.linked(MOLES, ADDENDA, LINK, 3.9)
                .heatedBy(1e-8, 1e-9)
                .equalisingIn(INTERNAL)
                .readBy(new Thermometer(LAG, 5e-9, 1e-5));
        var model = new TwoWells(SPINS, PHONONS, surroundings);
        var p = model.equilibrium().upperPopulations(4, 1);

        var prediction = model.predict(4, FIELD, new double[] {0, SECONDS});
        var other = rungeKutta(new double[] {4, p[0], p[1], 4, 4});

        assertThat(prediction.kelvin()[1]).isCloseTo(other[0], within(2e-6));
        assertThat(prediction.upperPopulations()[0][1]).isCloseTo(other[1], within(1e-6));
        assertThat(prediction.upperPopulations()[1][1]).isCloseTo(other[2], within(1e-6));
        assertThat(prediction.shownKelvin()[1]).isCloseTo(other[4] + 5e-9 / 1e-5, within(2e-6));
        assertThat(prediction.kelvin()[1]).isLessThan(3.8);
    }

    /** T, both p, the platform's and the thermometer's temperature after {@link #SECONDS}. */
    private static double[] rungeKutta(double[] y) {
        var contact = contact(y);
        var steps = 600;
        var h = SECONDS / steps;
        for (var i = 0; i < steps; i++) {
            // The ramp's end falls on the end of a step.
            var t = i * h;
            var a = slope(t, y, contact, t);
            var b = slope(t + h / 2, plus(y, a, h / 2), contact, t);
            var c = slope(t + h / 2, plus(y, b, h / 2), contact, t);
            var d = slope(t + h, plus(y, c, h), contact, t);
            for (var k = 0; k < y.length; k++) {
                y[k] += h / 6 * (a[k] + 2 * b[k] + 2 * c[k] + d[k]);
            }
        }
        return y;
    }

    private static double[] slope(double t, double[] y, double contact, double within) {
        var tesla = FIELD.tesla(t);
        var rate = FIELD.teslaPerSecond(within + 1e-9);
        var here = state(y, tesla);
        var crossing = here.crossing();
        // dU = −M dB + heat, so that heat = dU/dt + M dB/dt
        var byField = (state(y, tesla + DIFFERENCE).energy()
                        - state(y, tesla - DIFFERENCE).energy())
                / (2 * DIFFERENCE);
        var heat = (byField + here.moment()) * rate;
        for (var s = 0; s < 2; s++) {
            heat += partial(y, 1 + s, tesla) * crossing[s];
        }
        var capacity = partial(y, 0, tesla) + PHONONS.heatCapacity(y[0]);
        var given = contact * (y[0] - y[3]);
        var loss = (LINK.watt(y[3], 3.9) - 1.5e-8 - 1e-9 * rate * rate) / MOLES;
        return new double[] {
            -(heat + given) / capacity,
            crossing[0],
            crossing[1],
            (given - loss) / (ADDENDA.heatCapacity(y[3]) / MOLES),
            (y[3] - y[4]) / LAG
        };
    }

    /** τ₂ by its definition: two heat capacities, wells blocked, at the start. */
    private static double contact(double[] y) {
        var sample = partial(y, 0, 1) + PHONONS.heatCapacity(y[0]);
        var addenda = ADDENDA.heatCapacity(y[0]) / MOLES;
        return 1 / ((1 / sample + 1 / addenda) * INTERNAL);
    }

    private static double partial(double[] y, int i, double tesla) {
        var above = y.clone();
        var below = y.clone();
        above[i] += DIFFERENCE;
        below[i] -= DIFFERENCE;
        return (state(above, tesla).energy() - state(below, tesla).energy()) / (2 * DIFFERENCE);
    }

    private static MeanField.State state(double[] y, double tesla) {
        return new MeanField(SPINS).at(y[0], tesla, Arrays.copyOfRange(y, 1, 3));
    }

    private static double[] plus(double[] y, double[] slope, double h) {
        var sum = y.clone();
        for (var k = 0; k < y.length; k++) {
            sum[k] += h * slope[k];
        }
        return sum;
    }
}
