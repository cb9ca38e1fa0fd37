package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Departure;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Debye;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.AxialSpin;
import org.fieldfall.protocols.theory.level.Constants;
import org.junit.jupiter.api.Test;

/** The reference lines and the heat of experiment.md §2, computed there by another program. */
class PerformedExpectationTest {

    private static final double[] SECONDS = {0, 10, 20_000};
    private static final double[] KELVIN = {3.753, 3.201, 4};

    private static final PlatformFacts EXACT = PlatformFacts.constant(Uncertain.exact(0.14e-6), Uncertain.exact(1e-6));

    private static PerformedExpectation expected(Uncertain start) {
        return expected(start, PlatformFacts.constant(new Uncertain(0.14e-6, 2.8e-9), new Uncertain(1e-6, 5e-8)));
    }

    private static PerformedExpectation expected(Uncertain start, PlatformFacts platform) {
        return expected(ShotPlanTest.CRYSTAL, start, platform);
    }

    private static PerformedExpectation expected(Crystal crystal, Uncertain start, PlatformFacts platform) {
        return PerformedExpectation.of(
                crystal,
                ShotPlanTest.rig(10, 1002),
                new PerformedExpectation.Performed(
                        start,
                        Departure.none(),
                        start.value(),
                        Uncertain.exact(1),
                        Uncertain.exact(0.1),
                        10,
                        platform,
                        SECONDS,
                        KELVIN));
    }

    @Test
    void hasTheReferenceLinesAndTheHeatOfTheFirstShot() {
        PerformedExpectation expected = expected(Uncertain.exact(4));

        assertThat(expected.suddenKelvin().value()).isCloseTo(-1.947, within(5e-4));
        assertThat(expected.suddenWithAddendaKelvin().value()).isCloseTo(-1.682, within(5e-4));
        assertThat(expected.completedKelvin().value()).isCloseTo(-2.026, within(5e-4));
        assertThat(expected.isentropicKelvin().value()).isCloseTo(-3.034, within(5e-4));
        assertThat(1e6 * expected.suddenJoule().value()).isCloseTo(17.06, within(0.005));
        assertThat(1e6 * expected.completedJoule().value()).isCloseTo(17.58, within(0.005));
    }

    /** By the end of all relaxation the kinetics' Q is Q∞, and spins in equilibrium at Ti have taken up eqs. (3) to (6). */
    @Test
    void comesToTheHeatOfTheEndByBothWays() {
        PerformedExpectation expected = expected(Uncertain.exact(4));

        assertThat(expected.joule().get(2).value())
                .isCloseTo(expected.completedJoule().value(), within(1e-11));
        assertThat(expected.equilibriumJoule().get(2).value())
                .isCloseTo(expected.suddenJoule().value(), within(1e-15));
        assertThat(expected.joule()).extracting(Uncertain::value).isSorted();
    }

    /** n [U_m(Bf,T) − U_m,0] by the definitions of eqs. (3) to (6) alone. */
    @Test
    void hasTheHeatOfSpinsThatFollowTheTemperature() {
        PerformedExpectation expected = expected(Uncertain.exact(4));

        double sum = 0;
        double[] before = populations(1, 4);
        double[] after = populations(0.1, KELVIN[1]);
        for (int m = -10; m <= 10; m++) {
            sum += (after[m + 10] - before[m + 10]) * level(0.1, m);
        }

        double moles = ShotPlanTest.CRYSTAL.moles().value();
        assertThat(expected.equilibriumJoule().get(1).value()).isCloseTo(moles * Constants.GAS * sum, within(1e-12));
    }

    /** What the sample file is not sure of: the heat of eqs. (3) to (6) does not know the lattice, the sudden limit does. */
    @Test
    void holdsTheUncertaintyOfTheLattice() {
        Lattice softer = new Debye(40, 1);
        Crystal c = ShotPlanTest.CRYSTAL;
        Crystal moved = new Crystal(c.spins(), c.wells(), softer, c.moles(), c.validity(), List.of());

        PerformedExpectation known = expected(c, Uncertain.exact(4), EXACT);
        PerformedExpectation unsure = expected(c.movedTo(List.of(moved)), Uncertain.exact(4), EXACT);

        AxialSpin spin = c.wells().main().spin();
        double due = new SuddenLimit(spin, softer).finalKelvin(1, 0.1, 4)
                - new SuddenLimit(spin, c.lattice()).finalKelvin(1, 0.1, 4);
        assertThat(unsure.suddenKelvin().sigma())
                .isCloseTo(Math.hypot(due, known.suddenKelvin().sigma()), within(1e-9));
        assertThat(unsure.suddenJoule()).isEqualTo(known.suddenJoule());
        assertThat(unsure.joule().get(1).sigma())
                .isGreaterThan(known.joule().get(1).sigma());
    }

    private static double level(double tesla, int m) {
        // muB over kB, K/T.
        return -0.5 * Constants.KELVIN_PER_WAVENUMBER * m * m + 2.05 * 0.67171381563 * m * tesla;
    }

    private static double[] populations(double tesla, double kelvin) {
        double[] share = new double[21];
        double sum = 0;
        for (int m = -10; m <= 10; m++) {
            share[m + 10] = Math.exp(-(level(tesla, m) - level(tesla, -10)) / kelvin);
            sum += share[m + 10];
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= sum;
        }
        return share;
    }

    @Test
    void statesMoreWhereTheStartIsLessWellKnown() {
        double well = expected(new Uncertain(4, 1e-3)).completedJoule().sigma();
        double poorly = expected(new Uncertain(4, 2e-2)).completedJoule().sigma();

        // Mass alone is 0.26 %; 20 mK of 4 K move the populations of the two wells besides.
        assertThat(well).isBetween(0.0025 * 17.58e-6, 0.004 * 17.58e-6);
        assertThat(poorly).isGreaterThan(1.5 * well);
    }

    /** The reference lines know no link; the kinetics must not go on with one that nobody measured. */
    @Test
    void givesNoHeatOfTheKineticsBeyondTheTableOfTheLink() {
        PerformedExpectation expected = expected(
                Uncertain.exact(4),
                new PlatformFacts(
                        Link.table(new double[] {3.5, 5}, new double[] {0.14e-6, 0.14e-6}),
                        0.02,
                        new ConstantHeatCapacity(1e-6),
                        0.05,
                        Uncertain.exact(0),
                        0,
                        Thermometer.ideal()));

        assertThat(expected.suddenKelvin().value()).isCloseTo(-1.947, within(5e-4));
        assertThat(expected.equilibriumJoule())
                .allSatisfy(joule -> assertThat(joule.value()).isFinite());
        assertThat(expected.joule())
                .allSatisfy(joule -> assertThat(joule.value()).isNaN());
    }

    /** K ∝ T: 0.14 uW/K at 4 K that a pulse at 3 K measures as 0.12 uW/K is 0.16 uW/K at 4 K. */
    @Test
    void scalesTheLawOfALinkToWhereItWasMeasured() {
        PlatformFacts files = new PlatformFacts(
                Link.power(0.14e-6, 4, 1),
                0.02,
                new ConstantHeatCapacity(1e-6),
                0.05,
                Uncertain.exact(0),
                0,
                Thermometer.ideal());

        Uncertain link = files.withLink(new Uncertain(0.12e-6, 0.6e-9), 3).linkWattPerKelvin(4);

        assertThat(link.value()).isCloseTo(0.16e-6, within(1e-15));
        assertThat(link.sigma()).isCloseTo(0.8e-9, within(1e-15));
    }
}
