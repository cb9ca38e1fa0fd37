package org.fieldfall.protocols.theory.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldfall.protocols.theory.kinetics.Samples.EXPERIMENT;
import static org.fieldfall.protocols.theory.kinetics.Samples.PHONONS;
import static org.fieldfall.protocols.theory.kinetics.Samples.preset;

import java.util.Random;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Reachable.Reached;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Ensemble;
import org.fieldfall.protocols.theory.level.Mn12;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MostCoolingTest {

    private static final Surroundings PLATFORM = Surroundings.linked(4.0e-3 / 2060.17, 1.0e-6, 0.14e-6, 4);
    private static final Range TI = new Range(2, 6);
    private static final Range BF = new Range(0.02, 0.6);

    @ParameterizedTest
    @ValueSource(strings = {"paper", "experiment"})
    void startsWarmerThanThePaperWhenTimeIsShort(String relaxation) {
        var model = new TwoWells(Mn12.SPIN, PHONONS, preset(relaxation), PLATFORM);

        var answer = new MostCooling(model, 1, 10, 60, TI, BF).find();

        // then: physics.md §2.1: 4.4 K or above, opposite to eq. (9), whose choice is out of reach within the time
        var reachable = answer.reachable();
        var sudden = answer.sudden();
        assertThat(reachable.tiKelvin()).isGreaterThan(4.4);
        assertThat(sudden.tiKelvin()).isLessThan(3.5);
        assertThat(sudden.suddenDeltaKelvin()).isLessThan(reachable.suddenDeltaKelvin());
        assertThat(sudden.reached().coldestDeltaKelvin())
                .isGreaterThan(reachable.reached().coldestDeltaKelvin() + 0.5);
        assertThat(sudden.tauStartSeconds()).isGreaterThan(60);
        assertThat(reachable.tauStartSeconds()).isLessThan(1);
        // and: nothing drawn at random is better than either
        var random = new Random(4);
        for (var i = 0; i < 300; i++) {
            var ti = TI.at(random.nextDouble());
            var bf = BF.at(random.nextDouble());
            var reached = new Reachable(model).by(ti, 1, bf, 10, 60);
            assertThat(reached.coldestDeltaKelvin())
                    .as("%s K, %s T", ti, bf)
                    .isGreaterThan(reachable.reached().coldestDeltaKelvin() - 1e-5);
            assertThat(new SuddenLimit(Mn12.SPIN, PHONONS).finalKelvin(1, bf, ti) - ti)
                    .as("%s K, %s T", ti, bf)
                    .isGreaterThan(sudden.suddenDeltaKelvin() - 1e-5);
        }
    }

    @Test
    void asksEquationNineOfTheWholeHamiltonian() {
        var whole = new AxialSpin(10, -0.6, 2);

        var sudden = new MostCooling(plain(), Ensemble.of(whole), 1, 10, 60, new Range(3, 4), new Range(0.1, 0.1))
                .find()
                .sudden();

        assertThat(sudden.suddenDeltaKelvin())
                .isEqualTo(new SuddenLimit(whole, PHONONS).finalKelvin(1, 0.1, sudden.tiKelvin()) - sudden.tiKelvin());
    }

    @Test
    void findsTheOptimumOfThePaper() {
        // physics.md §1.1: over Ti at Bf = 0.1 T the largest effect from 1 T is −2.077 K, at 3.5 K
        var atOneField = new MostCooling(plain(), 1, 10, 60, new Range(1, 8), new Range(0.1, 0.1)).find();

        assertThat(atOneField.sudden().suddenDeltaKelvin()).isCloseTo(-2.077, within(5e-4));
        assertThat(atOneField.sudden().tiKelvin()).isCloseTo(3.5, within(0.05));
    }

    @Test
    void movesWhenTheColdMustLast() {
        var search = new MostCooling(plain(), 1, 10, 60, new Range(3, 10), BF);

        var coldest = search.find().reachable();
        var lasting = search.find(Reached::deltaKelvin).reachable();

        assertThat(coldest.isOnBorder()).isFalse();
        assertThat(lasting.reached().deltaKelvin()).isLessThan(coldest.reached().deltaKelvin() - 0.01);
        assertThat(coldest.reached().coldestDeltaKelvin())
                .isLessThan(lasting.reached().coldestDeltaKelvin() - 0.01);
    }

    @Test
    void isThePapersWhenTheRampIsSuddenAndTheTimeEndless() {
        var quick = new Arrhenius(5, 1e-3);
        var isolated = new TwoWells(Mn12.SPIN, PHONONS, quick, Surroundings.isolated());

        var answer = new MostCooling(isolated, 1, 1e7, 1e6, TI, BF).find();

        // the levels within a well still follow: 0.5 % of ΔT (physics.md §0)
        assertThat(answer.reachable().tiKelvin()).isCloseTo(answer.sudden().tiKelvin(), within(0.05));
        assertThat(answer.reachable().bfTesla()).isCloseTo(answer.sudden().bfTesla(), within(0.002));
        assertThat(answer.reachable().reached().coldestDeltaKelvin())
                .isCloseTo(answer.sudden().suddenDeltaKelvin(), within(0.012));
    }

    @Test
    void saysWhenAWiderRangeMightBeBetter() {
        var answer = new MostCooling(plain(), 1, 10, 60, new Range(2, 3.2), new Range(0.1, 0.1)).find();

        assertThat(answer.reachable().tiKelvin()).isEqualTo(3.2);
        assertThat(answer.reachable().isOnBorder()).isTrue();
    }

    @Test
    void refusesRangesThatAreNone() {
        assertThatThrownBy(() -> new Range(2, 1)).hasMessageContaining("2.0 to 1.0");
        assertThatThrownBy(() -> new MostCooling(plain(), 1, 10, 60, new Range(0, 4), BF))
                .hasMessageContaining("above 0 K");
        assertThatThrownBy(() -> new MostCooling(plain(), 1, -10, 60, TI, BF)).hasMessageContaining("above 0 T/s");
    }

    private static TwoWells plain() {
        return new TwoWells(Mn12.SPIN, PHONONS, EXPERIMENT, PLATFORM);
    }
}
