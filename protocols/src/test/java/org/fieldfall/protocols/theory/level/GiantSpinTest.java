package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GiantSpinTest {

    private final GiantSpin spin = GiantSpin.of(2, GTensor.isotropic(2));

    @Test
    void takesDAndEForB20AndB22() {
        assertThat(spin.withD(-3).withE(0.2).terms())
                .containsExactly(new StevensTerm(2, 0, -1), new StevensTerm(2, 2, 0.2));
    }

    @Test
    void refusesTheSameCoefficientByTwoNames() {
        assertThatThrownBy(() -> spin.withD(-3).with(2, 0, -1))
                .hasMessageContaining("B_2^0 is given twice, as -1.0 K and -1.0 K")
                .hasMessageContaining("D stands for 3 B_2^0");
    }

    @Test
    void refusesTermsItCannotFeel() {
        assertThatThrownBy(() -> GiantSpin.of(1, spin.g()).with(4, 0, 1e-4))
                .hasMessageContaining("B_4^0 has no effect on a spin S = 1.0, it needs S of 2.0 or above");
        assertThatThrownBy(() -> new Ion(0.5, -1, 0, spin.g())).hasMessageContaining("no effect");
    }

    @Test
    void refusesWhatIsNotFiniteOrNoSpin() {
        assertThatThrownBy(() -> spin.withD(Double.NaN)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> GTensor.isotropic(Double.NaN)).hasMessageContaining("g must be finite");
        assertThatThrownBy(() -> GiantSpin.of(1.3, spin.g())).hasMessageContaining("multiple of 1/2");
    }

    @Test
    void saysHowManyStatesAreTooMany() {
        assertThatThrownBy(() -> GiantSpin.of(512, spin.g()))
                .hasMessage("a spin S = 512.0 has 1025 states, at most 1024 can be diagonalised");
        assertThatThrownBy(() -> SpinCluster.ring(Ion.isotropic(0.5, 2), 11, 1))
                .hasMessage("a cluster of 11 ions has 2048 states, at most 1024 can be diagonalised");
        assertThatThrownBy(() -> SpinCluster.ring(Ion.isotropic(2.5, 2), 1000, 1))
                .hasMessageContaining("1024");
    }

    @Test
    void refusesCouplingsThatJoinNothing() {
        var ion = Ion.isotropic(1, 2);

        assertThatThrownBy(() -> new Coupling(1, 1, 3)).hasMessageContaining("two different ions");
        assertThatThrownBy(() -> new SpinCluster(List.of(ion, ion), List.of(new Coupling(0, 2, 3))))
                .hasMessageContaining("from 0 to 1");
        assertThatThrownBy(
                        () -> new SpinCluster(List.of(ion, ion), List.of(new Coupling(0, 1, 3), new Coupling(1, 0, 2))))
                .hasMessageContaining("given twice");
        assertThatThrownBy(() -> SpinCluster.ring(ion, 2, 1)).hasMessageContaining("at least 3");
    }

    /**
     * Two of its doublets are split by what neutrons saw: 7.5 and 14.5 μeV, Amoretti et al., PRB 62, 3022 (2000), abstract,
     * which supports earlier parameters without being fitted by them; these give 7.1 and 13.3 μeV.
     */
    @Test
    void splitsTheDoubletsOfFe8AsItsNeutronsShow() {
        var microelectronvolt = 1e-6 * 1.602176634e-19 / Constants.BOLTZMANN;

        var levels = InField.of(Molecules.FE8, Direction.Z).at(0).energiesKelvin();

        assertThat((levels[11] - levels[10]) / microelectronvolt).isCloseTo(7.5, within(0.75));
        assertThat((levels[16] - levels[15]) / microelectronvolt).isCloseTo(14.5, within(1.45));
    }

    @Test
    void keepsARingInPiecesOfOneTotalM() {
        var model = InField.of(Molecules.RING, Direction.Z);

        // Total M from −3 to 3: 1, 6, 15, 20, 15, 6, 1 states.
        assertThat(model.at(1).blocks().stream().map(BlockLevels::size).sorted().toList())
                .containsExactly(1, 1, 6, 6, 15, 15, 20);
    }
}
