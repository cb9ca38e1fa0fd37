package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.lattice.PowerHeatCapacity;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;

class PlatformFactsTest {

    private static final double MOLES = 4.0e-6 / 2.06017;
    private static final double[] TIMES = {0, 0.09, 1, 10, 60, 300};
    private static final FieldHistory RAMP = FieldHistory.ramp(1, 0.1, 0, 10);

    private static final Crystal CRYSTAL = new Crystal(
            new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05),
            new Debye(38, 1),
            new Arrhenius(61.5, 2.1e-7),
            new Uncertain(MOLES, 5e-9));

    private final Thermometer heated = new Thermometer(1.5e-3, 0.76e-9, 1e-6);
    private final PlatformFacts bent = new PlatformFacts(
            Link.power(0.14e-6, 4, 1.2),
            0.02,
            new PowerHeatCapacity(1e-6, 4, 2),
            0.05,
            new Uncertain(1e-9, 2e-10),
            0.01,
            heated);

    @Test
    void keepsAtRestWhatRestsWithItsThermometerOn() {
        var still = CRYSTAL.in(bent.surroundings(MOLES, 4)).predict(4, FieldHistory.constant(1), new double[] {0, 1e4});

        assertThat(still.kelvin()[1]).isCloseTo(4, within(1e-9));
        assertThat(still.shownKelvin()[1]).isCloseTo(4 + 0.76e-3, within(1e-9));
    }

    /** For any K(T): the bath that the thermometer's heat P leads to is where the link leads P from Ti. */
    @Test
    void isTheSameAsAColderBathWithTheHeatTold() {
        var link = Link.power(0.14e-6, 4, 1.2);
        var bath = 4.0;
        for (var i = 0; i < 50; i++) {
            bath += (link.watt(4, bath) - 0.76e-9) / link.wattPerKelvin(bath);
        }
        var told = Surroundings.linked(MOLES, new PowerHeatCapacity(1e-6, 4, 2), link, bath)
                .heatedBy(0, 1e-9)
                .equalisingIn(0.01)
                .readBy(heated);

        var balanced = CRYSTAL.in(bent.surroundings(MOLES, 4)).predict(4, RAMP, TIMES);
        var colder = CRYSTAL.in(told).predict(4, RAMP, TIMES);

        assertThat(balanced.kelvin()).containsExactly(colder.kelvin(), within(1e-6));
        assertThat(balanced.shownKelvin()).containsExactly(colder.shownKelvin(), within(1e-6));
    }

    @Test
    void cannotBeToldFromConstantsWhereTheTemperatureHardlyMoves() {
        var constant = PlatformFacts.constant(new Uncertain(0.14e-6, 0), new Uncertain(1e-6, 0));

        // the heat capacity of lattice and blocked wells is 9 µJ/K
        assertThat(constant.linkSeconds(CRYSTAL, 1, 4)).isCloseTo(78, within(1.0));
        assertThat(bent.linkSeconds(CRYSTAL, 1, 4)).isCloseTo(constant.linkSeconds(CRYSTAL, 1, 4), within(1e-9));
    }

    @Test
    void scalesLinkAddendaAndEddyHeating() {
        assertThat(bent.withLinkTimes(1.02).link().wattPerKelvin(4)).isCloseTo(1.02 * 0.14e-6, within(1e-20));
        assertThat(bent.withAddendaTimes(1.05).addenda().heatCapacity(4)).isCloseTo(1.05e-6, within(1e-18));
        assertThat(bent.withEddy(2e-9).surroundings(MOLES, 4).eddyWattPerTeslaPerSecondSquared())
                .isEqualTo(2e-9);
    }
}
