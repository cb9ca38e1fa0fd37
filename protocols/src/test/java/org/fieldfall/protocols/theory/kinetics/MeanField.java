package org.fieldfall.protocols.theory.kinetics;

import java.util.function.ToDoubleFunction;
import org.fieldfall.protocols.theory.level.Averages;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Levels;

/**
 * The spins once more, from the levels and the definition of the mean field alone: its free energy over all magnetisations,
 * whose stationary point bisection finds. Shares no code with what it checks but levels and rates.
 */
record MeanField(Spins spins) {

    /** The spins at one temperature, outer field and population; all molar. */
    final class State {

        private final double kelvin;
        private final double tesla;
        private final double[] p;
        final double magnetisation;

        State(double kelvin, double tesla, double[] p) {
            this.kelvin = kelvin;
            this.tesla = tesla;
            this.p = p;
            var low = -1.0;
            var high = 1.0;
            for (var i = 0; i < 60; i++) {
                var middle = (low + high) / 2;
                if (givenBy(middle) > middle) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            magnetisation = (low + high) / 2;
        }

        private double givenBy(double m) {
            var sum = 0.0;
            for (var s = 0; s < p.length; s++) {
                var species = spins.species().get(s);
                sum -= species.share() * species.spin().g() * mean(s, m, Averages::magneticNumber);
            }
            return sum / saturation();
        }

        private double saturation() {
            return spins.species().stream()
                    .mapToDouble(
                            one -> one.share() * one.spin().g() * one.spin().spin())
                    .sum();
        }

        /** M<sub>s</sub>, J/(mol T). */
        private double saturationMoment() {
            return Constants.GAS * Constants.BOHR_MAGNETON_KELVIN * saturation();
        }

        double localTesla() {
            return tesla + spins.dipolarTesla() * magnetisation;
        }

        private Averages left(int s, double m) {
            return levels(s, m).leftWell().averages(kelvin);
        }

        private Averages right(int s, double m) {
            return levels(s, m).rightWell().averages(kelvin);
        }

        private Levels levels(int s, double m) {
            return spins.species().get(s).spin().at(tesla + spins.dipolarTesla() * m);
        }

        private double mean(int s, double m, ToDoubleFunction<Averages> value) {
            return (1 - p[s]) * value.applyAsDouble(left(s, m)) + p[s] * value.applyAsDouble(right(s, m));
        }

        private double total(ToDoubleFunction<Averages> value) {
            var sum = 0.0;
            for (var s = 0; s < p.length; s++) {
                sum += spins.species().get(s).share() * mean(s, magnetisation, value);
            }
            return sum;
        }

        private double pairs() {
            return spins.dipolarTesla() * saturationMoment() * magnetisation * magnetisation / 2;
        }

        double energy() {
            return Constants.GAS * total(Averages::energy) + pairs();
        }

        double moment() {
            return saturationMoment() * magnetisation;
        }

        /** With the entropy of who is in which well. */
        double entropy() {
            var mixing = 0.0;
            for (var s = 0; s < p.length; s++) {
                mixing -= spins.species().get(s).share() * (plogp(p[s]) + plogp(1 - p[s]));
            }
            return Constants.GAS * (total(Averages::entropy) + mixing);
        }

        double freeEnergy() {
            return energy() - kelvin * entropy();
        }

        /** dp/dt by the rates of {@link WellExchange} and detailed balance in the local field. */
        double[] crossing() {
            var rates = new double[p.length];
            for (var s = 0; s < p.length; s++) {
                var escape = new WellExchange(spins.species().get(s)).escapePerSecond(localTesla(), kelvin);
                var ratio = right(s, magnetisation).partitionRatioTo(left(s, magnetisation));
                var toRight = localTesla() < 0 ? escape : escape * ratio;
                rates[s] = toRight * (1 - p[s]) - toRight / ratio * p[s];
            }
            return rates;
        }
    }

    private static double plogp(double p) {
        return p == 0 ? 0 : p * Math.log(p);
    }

    State at(double kelvin, double tesla, double... p) {
        return new State(kelvin, tesla, p);
    }
}
