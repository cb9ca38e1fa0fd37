package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.kinetics.Arrhenius;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;

/** A drift far from its rest. */
class HeatOffTest {

    private static final double JOULE_PER_KELVIN = 1e-5;

    private static HeatOff with(double moles, Link link) {
        Crystal crystal = new Crystal(
                new AxialSpin(10, -0.5 * Constants.KELVIN_PER_WAVENUMBER, 2.05),
                new Debye(38, 1),
                new Arrhenius(61.5, 2.1e-7),
                new Uncertain(moles, 0));
        PlatformFacts platform = new PlatformFacts(
                link,
                0.03,
                new ConstantHeatCapacity(JOULE_PER_KELVIN),
                0.04,
                Uncertain.exact(0),
                0,
                Thermometer.ideal());
        return new HeatOff(crystal, platform, 1);
    }

    /** K = a T³ leads a (T⁴ − R⁴)/4, of which K(T) times the slope's time constant would make a rest at 4.26 K. */
    @Test
    void restsWhereTheLinksLawSays() {
        double a = 1e-9;
        HeatOff drift = with(1e-30, Link.power(a, 1, 3));
        double slope = -a / 4 * (625 - 256) / JOULE_PER_KELVIN;

        assertThat(drift.restKelvin(5, slope))
                .hasValueSatisfying(rest -> assertThat(rest).isCloseTo(4, within(1e-6)));
        assertThat(5 + slope * drift.seconds(5)).isCloseTo(4.262, within(1e-3));
        assertThat(drift.relativeSigma()).isCloseTo(0.05, within(1e-12));
    }

    /** C/K grows to (5/4)³ of what it is at 5 K on the way to 4 K. */
    @Test
    void tellsHowUnevenADriftIs() {
        assertThat(with(1e-30, Link.power(1e-9, 1, 3)).unevenness(5, -1))
                .isCloseTo(-0.5 * (64.0 / 125 - 1), within(1e-9));
        assertThat(with(1e-30, Link.constant(1e-7)).unevenness(5, -1)).isZero();
    }

    @Test
    void knowsNoRestWhereMoreGoesThanTheLinkCouldLead() {
        assertThat(with(1e-30, Link.power(1e-9, 1, 3)).restKelvin(5, -1)).isEmpty();
    }

    /** Warm spins follow the drift and have to be cooled with the rest; cold ones are left behind. */
    @Test
    void countsTheSpinsWhereTheyFollow() {
        HeatOff warm = with(2e-6, Link.constant(1e-7));
        double blocked = warm.platform().linkSeconds(warm.crystal(), 1, 6);

        assertThat(warm.seconds(6)).isGreaterThan(1.1 * blocked);
        assertThat(warm.seconds(2)).isEqualTo(warm.platform().linkSeconds(warm.crystal(), 1, 2));
    }
}
