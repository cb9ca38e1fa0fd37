package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.fieldQuench;

import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.Molecules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wells with a term of fourth order: Mirebeau 1999 without B₄⁴, physics.md §2.2. */
class QuarticWellsTest {

    private static final AxialSpin SPIN = Molecules.MN12_AXIAL;

    /**
     * By hand, of E(m) = −0.548 m² − 1.173e-3 m⁴ + 1.303 m B/T: the top is m = 0, 66.53 K above m = 10, in no field; m = 1, 54.25 K
     * above, at 1 T; m = 2, 43.47 K above, at 2 T.
     */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 12.28", "-1, 12.28", "2, 23.06"})
    void aFieldLowersTheBarrierByWhatItTakesFromTheTopLevel(double tesla, double lost) {
        var exchange = exchange(SPIN, 61.5);

        assertThat(61.5 - exchange.barrierKelvin(tesla)).isCloseTo(lost, within(0.02));
    }

    @Test
    void theBarrierVanishesWithTheUpperWell() {
        assertThat(exchange(SPIN, 66).barrierKelvin(20)).isZero();
    }

    /** The classical barrier runs through the levels as if m were any number: half a step of m costs D/4. */
    @Test
    void comesFromTheLevelsToTheClassicalBarrierWithinAStep() {
        var classical = exchange(new AxialSpin(10, -0.5, 2), 50);
        var byLevels = exchange(new AxialSpin(10, -0.5, 2, 1e-12), 50);

        for (var tesla = 0.0; tesla < 8; tesla += 0.1) {
            var behind = byLevels.barrierKelvin(tesla) - classical.barrierKelvin(tesla);
            assertThat(behind).as("%s T", tesla).isBetween(-0.5 / 4 - 1e-9, 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3", "0.1"})
    void followsTheIsentropeWhenTheWellsExchangeAtOnce(double bf) {
        var instant = new TwoWells(SPIN, PHONONS, new Arrhenius(1e-6, 1e-10), Surroundings.isolated());

        var prediction = instant.predict(4, fieldQuench(1, bf), new double[] {0, 0.5});

        var isentrope = new Isentrope(SPIN, PHONONS).finalKelvin(1, bf, 4).orElseThrow();
        assertThat(prediction.kelvin()[1]).isCloseTo(isentrope, within(1e-6));
    }

    /** The two parts of C are all of it: C of a mixture is the mean C and the variance of the means. */
    @ParameterizedTest
    @CsvSource({"2, 0.1", "4, 1", "8, -0.3"})
    void partsTheHeatCapacityIntoBlockedWellsAndTheirExchange(double kelvin, double tesla) {
        var spins = Spins.of(SPIN, Samples.EXPERIMENT);

        var parts = spins.blockedHeatCapacity(kelvin, tesla) + spins.exchangeHeatCapacity(kelvin, tesla);

        var whole = Constants.GAS * SPIN.at(tesla).heatCapacity(kelvin);
        assertThat(parts).isCloseTo(whole, within(1e-12 * whole));
    }

    @Test
    void refusesLevelsThatRiseAgainTowardsTheEnds() {
        var bent = new AxialSpin(10, -0.5, 2, -0.004);

        assertThatThrownBy(() -> new Species(1, bent, Samples.EXPERIMENT, Resonances.none()))
                .hasMessageContaining("fall from M = 0 to both ends");
    }

    private static WellExchange exchange(AxialSpin spin, double barrier) {
        return new WellExchange(new Species(1, spin, new Arrhenius(barrier, 2.1e-7), Resonances.none()));
    }
}
