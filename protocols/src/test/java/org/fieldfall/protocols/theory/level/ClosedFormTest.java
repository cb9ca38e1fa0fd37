package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagonalisation beside levels that are known in closed form. */
class ClosedFormTest {

    private static final double BETA = Constants.BOHR_MAGNETON_KELVIN;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheAxialSpinAlongTheAxis(int seed) {
        var random = new Random(seed);
        var axial =
                new AxialSpin((1 + random.nextInt(24)) / 2.0, 3 * random.nextDouble() - 2, 1.5 + random.nextDouble());
        var tesla = 4 * random.nextDouble() - 2;
        var kelvin = Math.exp(4 * random.nextDouble() - 1);

        var solved = GiantSpin.of(axial.spin(), GTensor.isotropic(axial.g()));
        var spectrum = (axial.spin() < 1 ? solved : solved.withD(axial.anisotropyKelvin()))
                .along(Direction.Z)
                .at(tesla);

        var closed = axial.spin() < 1 ? new AxialSpin(axial.spin(), 0, axial.g()).at(tesla) : axial.at(tesla);
        assertSame(spectrum.equilibrium(kelvin), closed.equilibrium(kelvin), 1e-11, seed);
    }

    /** The whole axial Hamiltonian turned: the solver sees a full matrix, the physics stays that of the axis. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isTheAxialSpinWhateverTheAxesAreCalled(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var axial = new AxialSpin(10, -0.7, 2.05);
        var n = drawn.direction();
        var tesla = 2 * drawn.random().nextDouble();
        // D (n·S)² written in Stevens operators of second order; S(S+1)/3 drops out.
        var d = axial.anisotropyKelvin();
        var turned = GiantSpin.of(10, GTensor.isotropic(2.05))
                .with(2, 0, d * (3 * n.z() * n.z() - 1) / 6)
                .with(2, 1, 2 * d * n.x() * n.z())
                .with(2, -1, 2 * d * n.y() * n.z())
                .with(2, 2, d * (n.x() * n.x() - n.y() * n.y()) / 2)
                .with(2, -2, d * n.x() * n.y());

        var solved = turned.along(n).at(tesla);

        assertSame(solved.equilibrium(3.7), axial.at(tesla).equilibrium(3.7), 1e-10, seed);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.4", "3"})
    void hasTheLevelsOfARhombicTripletAlongItsAxes(double tesla) {
        var triplet =
                GiantSpin.of(1, GTensor.principal(2.1, 2.2, 2.3)).withD(-4.2).withE(0.6);

        assertLevels(triplet, Direction.Z, tesla, rhombic(-4.2, 0.6, 2.3 * BETA * tesla));
        // The same tensor seen along x and y: D' = (3E - D)/2, E' = -(D + E)/2, and D' = -(D + 3E)/2, E' = (D - E)/2.
        assertLevels(triplet, Direction.X, tesla, rhombic((3 * 0.6 + 4.2) / 2, (4.2 - 0.6) / 2, 2.1 * BETA * tesla));
        assertLevels(triplet, Direction.Y, tesla, rhombic((4.2 - 3 * 0.6) / 2, (-4.2 - 0.6) / 2, 2.2 * BETA * tesla));
    }

    @Test
    void isASpinOneHalfInItsEffectiveField() {
        var g = GTensor.turned(2.0, 2.3, 3.1, 0.4, 1.1, -2.2);
        var n = Direction.of(1, -2, 0.5);
        var doublet = GiantSpin.of(0.5, g);

        var gx = g.xx() * n.x() + g.xy() * n.y() + g.xz() * n.z();
        var gy = g.xy() * n.x() + g.yy() * n.y() + g.yz() * n.z();
        var gz = g.xz() * n.x() + g.yz() * n.y() + g.zz() * n.z();
        var half = Math.sqrt(gx * gx + gy * gy + gz * gz) * BETA * 1.7 / 2;
        assertLevels(doublet, n, 1.7, new double[] {-half, half});
    }

    @Test
    void hasThePrincipalValuesOfATurnedTensorAlongItsAxes() {
        // Turned by 90° about y: what was z lies along x.
        var g = GTensor.turned(2, 2.2, 2.5, 0, Math.PI / 2, 0);

        assertThat(g.xx()).isCloseTo(2.5, within(1e-15));
        assertThat(g.zz()).isCloseTo(2, within(1e-15));
        assertThat(g.yy()).isCloseTo(2.2, within(1e-15));
        // By 30° about z, then by 90° about the new y: z goes to (cos 30°, sin 30°, 0).
        var turned = GTensor.turned(0, 0, 1, Math.PI / 6, Math.PI / 2, 0.3);
        assertThat(turned.xx()).isCloseTo(0.75, within(1e-15));
        assertThat(turned.xy()).isCloseTo(Math.sqrt(3) / 4, within(1e-15));
    }

    /** J S(S + 1)/2 less a constant: a singlet at −3J/4 and a triplet at J/4 that splits in the field. */
    @Test
    void hasTheLevelsOfADimer() {
        var dimer = SpinCluster.dimer(Ion.isotropic(0.5, 2), Ion.isotropic(0.5, 2), 10);
        var zeeman = 2 * BETA * 1.5;

        assertLevels(dimer, Direction.of(1, 2, 3), 1.5, new double[] {-7.5, 2.5 - zeeman, 2.5, 2.5 + zeeman});
    }

    @Test
    void hasTheLevelsOfADimerOfUnequalSpins() {
        var dimer = SpinCluster.dimer(Ion.isotropic(1, 2), Ion.isotropic(2.5, 2), -3);

        var levels = IntStream.of(3, 5, 7)
                .boxed()
                .flatMapToDouble(twice -> {
                    var s = twice / 2.0;
                    return DoubleStream.generate(() -> -3 / 2.0 * (s * (s + 1) - 2 - 8.75))
                            .limit(twice + 1);
                })
                .toArray();
        assertLevels(dimer, Direction.Z, 0, levels);
    }

    /** Bleaney and Bowers: χT of two coupled spins 1/2 in a weak field, per dimer. */
    @ParameterizedTest
    @CsvSource({"40", "100", "300"})
    void followsBleaneyAndBowers(double kelvin) {
        var g = 2.16;
        var spectrum = Molecules.COPPER_DIMER.along(Direction.X).at(0);
        var j = Molecules.COPPER_DIMER.couplings().get(0).jKelvin();

        var expected = 2 * g * g * BETA / kelvin / (3 + Math.exp(j / kelvin));
        assertThat(spectrum.equilibrium(kelvin).magnetonsPerTesla()).isCloseTo(expected, within(1e-12 * expected));
    }

    /** Rings of spins 1/2: all levels of four, by coupling opposite spins first; for six the ground state −J (2 + √13)/2 and the top. */
    @Test
    void hasTheKnownLevelsOfRings() {
        var four =
                SpinCluster.ring(Ion.isotropic(0.5, 2), 4, 1).along(Direction.Z).at(0);
        var six =
                SpinCluster.ring(Ion.isotropic(0.5, 2), 6, 1).along(Direction.Z).at(0);

        // J/2 [S(S+1) − S₁₃(S₁₃+1) − S₂₄(S₂₄+1)]: −2, −1 (3), 0 (3, 3 and 1), 1 (5).
        assertThat(energies(four))
                .containsExactly(new double[] {-2, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, within(1e-13));
        assertThat(energies(six)[0]).isCloseTo(-(2 + Math.sqrt(13)) / 2, within(1e-13));
        assertThat(energies(six)[63]).isCloseTo(1.5, within(1e-13));
        assertThat(Arrays.stream(energies(six)).sum()).isCloseTo(0, within(1e-12));
    }

    private static double[] energies(Spectrum spectrum) {
        return ((EigenLevels) spectrum).energiesKelvin();
    }

    private static double[] rhombic(double d, double e, double zeeman) {
        var split = Math.hypot(e, zeeman);
        return new double[] {-2 * d / 3, d / 3 - split, d / 3 + split};
    }

    private static void assertLevels(Hamiltonian hamiltonian, Direction n, double tesla, double[] expected) {
        Arrays.sort(expected);
        assertThat(energies(hamiltonian.along(n).at(tesla))).containsExactly(expected, within(1e-12 * 40));
    }

    private static void assertSame(Equilibrium one, Equilibrium other, double tolerance, int seed) {
        assertThat(one.energy()).as("U, seed %d", seed).isCloseTo(other.energy(), within(tolerance * 100));
        assertThat(one.entropy()).as("S, seed %d", seed).isCloseTo(other.entropy(), within(tolerance));
        assertThat(one.heatCapacity()).as("C, seed %d", seed).isCloseTo(other.heatCapacity(), within(tolerance));
        assertThat(one.momentMagnetons())
                .as("M, seed %d", seed)
                .isCloseTo(other.momentMagnetons(), within(10 * tolerance));
        assertThat(one.momentSlope()).as("dM/dT, seed %d", seed).isCloseTo(other.momentSlope(), within(10 * tolerance));
        assertThat(one.magnetonsPerTesla())
                .as("dM/dB, seed %d", seed)
                .isCloseTo(other.magnetonsPerTesla(), within(100 * tolerance));
        assertThat(one.freeEnergy()).as("F, seed %d", seed).isCloseTo(other.freeEnergy(), within(tolerance * 100));
    }
}
