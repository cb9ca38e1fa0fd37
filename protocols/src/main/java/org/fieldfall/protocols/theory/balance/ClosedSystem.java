package org.fieldfall.protocols.theory.balance;

import java.util.OptionalDouble;
import org.fieldfall.protocols.theory.balance.RisingCurve.Point;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Spectrum;
import org.fieldfall.protocols.theory.level.SpinModel;

/**
 * Spins and lattice that share one temperature and exchange heat with nothing else; molar and SI.
 *
 * <p>Both its energy and its entropy rise with temperature at any fixed field, so each of them fixes the temperature.
 */
public record ClosedSystem(SpinModel spin, Lattice lattice) {

    private static final double STEP = 1e-9;
    private static final double LOG_COLDEST = Math.log(1e-12);
    private static final double HOTTEST = 1e7;

    /** S<sub>tot</sub>(B,T) = S<sub>m</sub> + S<sub>ph</sub>, eq. (12), J/(mol K). */
    public double entropy(double tesla, double kelvin) {
        return Constants.GAS * spin.at(tesla).entropy(kelvin) + lattice.entropy(kelvin);
    }

    /**
     * The temperature at which spins and lattice together hold this energy, eq. (7).
     *
     * @param joulePerMole energy of both, that of the spins counted from their lowest level at this field
     * @param nearKelvin where to start looking
     */
    public double kelvinAtEnergy(double tesla, double joulePerMole, double nearKelvin) {
        return kelvinAtEnergy(spin.at(tesla), joulePerMole, nearKelvin);
    }

    double kelvinAtEnergy(Spectrum levels, double joulePerMole, double nearKelvin) {
        return kelvinAtEnergy(levels, joulePerMole, nearKelvin, nearKelvin);
    }

    /** The same with a tolerance on the scale of one temperature and a start at another. */
    double kelvinAtEnergy(Spectrum levels, double joulePerMole, double scaleKelvin, double startKelvin) {
        RisingCurve balance = kelvin -> {
            var spins = levels.averages(kelvin);
            var heat = lattice.heat(kelvin);
            return new Point(
                    Constants.GAS * spins.excess() + heat.energy() - joulePerMole,
                    Constants.GAS * spins.heatCapacity() + heat.capacity());
        };
        return balance.zero(0, hottest(), startKelvin, STEP * scaleKelvin);
    }

    /**
     * The temperature at which spins and lattice together hold this entropy, eq. (11).
     *
     * @return empty when even the coldest state at this field holds more, as with a degenerate ground level
     */
    public OptionalDouble kelvinAtEntropy(double tesla, double joulePerMoleKelvin, double nearKelvin) {
        return kelvinAtEntropy(spin.at(tesla), joulePerMoleKelvin, nearKelvin);
    }

    OptionalDouble kelvinAtEntropy(Spectrum levels, double joulePerMoleKelvin, double nearKelvin) {
        RisingCurve balance = logKelvin -> {
            var kelvin = Math.exp(logKelvin);
            var spins = levels.averages(kelvin);
            return new Point(
                    Constants.GAS * spins.entropy() + lattice.entropy(kelvin) - joulePerMoleKelvin,
                    Constants.GAS * spins.heatCapacity() + lattice.heatCapacity(kelvin));
        };
        var below = Math.log(nearKelvin);
        while (balance.at(below).value() >= 0) {
            if (below < LOG_COLDEST) {
                return OptionalDouble.empty();
            }
            below -= 1;
        }
        return OptionalDouble.of(Math.exp(balance.zero(below, Math.log(hottest()), Math.log(nearKelvin), STEP)));
    }

    private double hottest() {
        return Math.min(HOTTEST, lattice.hottestKelvin());
    }
}
