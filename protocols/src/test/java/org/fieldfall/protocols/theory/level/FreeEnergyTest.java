package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One free energy behind U, S, C, M and χ: its identities on Hamiltonians drawn from a seed. */
class FreeEnergyTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Boolean.getBoolean("fieldfall.long") ? 500 : 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasAllItsDerivatives(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var model = drawn.any().along(drawn.direction());
        var tesla = 6 * drawn.random().nextDouble() - 3;
        var kelvin = Math.exp(3 * drawn.random().nextDouble() - 0.5);

        var here = model.at(tesla).equilibrium(kelvin);

        // Differences of fourth order: their errors, of h⁴ and of rounding over h, stay below 1e-7 of the scale.
        var h = 2e-3;
        assertNear(
                here.entropy(),
                -slope(h * kelvin, t -> at(model, tesla, kelvin + t).freeEnergy()),
                "S",
                seed);
        assertNear(
                here.heatCapacity(),
                kelvin * slope(h * kelvin, t -> at(model, tesla, kelvin + t).entropy()),
                "C = T dS/dT",
                seed);
        assertNear(
                here.heatCapacity(),
                slope(h * kelvin, t -> at(model, tesla, kelvin + t).energy()),
                "C = dU/dT",
                seed);
        var beta = Constants.BOHR_MAGNETON_KELVIN;
        assertNear(
                here.momentMagnetons(),
                -slope(h, b -> at(model, tesla + b, kelvin).freeEnergy()) / beta,
                "M = -dF/dB",
                seed);
        assertNear(
                here.magnetonsPerTesla(),
                slope(h, b -> at(model, tesla + b, kelvin).momentMagnetons()),
                "chi = dM/dB",
                seed);
        assertNear(
                here.momentSlope(),
                slope(h, b -> at(model, tesla + b, kelvin).entropy()) / beta,
                "dS/dB = dM/dT",
                seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheTraceOfTheDensityOperator(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var hamiltonian = drawn.any();
        var n = drawn.direction();
        var kelvin = 1 + 4 * drawn.random().nextDouble();
        var tesla = 2 * drawn.random().nextDouble();

        var energy =
                doubled(hamiltonian.zeroField().plus(-tesla * Constants.BOHR_MAGNETON_KELVIN, hamiltonian.moment(n)));
        var lowest = hamiltonian.along(n).at(tesla).lowestKelvin();
        var unit = MatrixUtils.createRealIdentityMatrix(energy.getRowDimension());
        var rho = exponential(energy.subtract(unit.scalarMultiply(lowest)).scalarMultiply(-1 / kelvin));

        var here = hamiltonian.along(n).at(tesla).equilibrium(kelvin);
        var z = rho.getTrace() / 2;
        assertThat(here.heat().partitionSum()).as("Z, seed %d", seed).isCloseTo(z, within(1e-9 * z));
        assertThat(here.energy())
                .as("U, seed %d", seed)
                .isCloseTo(energy.multiply(rho).getTrace() / 2 / z, within(1e-9 * (1 + Math.abs(lowest))));
        assertThat(here.momentMagnetons())
                .as("M, seed %d", seed)
                .isCloseTo(doubled(hamiltonian.moment(n)).multiply(rho).getTrace() / 2 / z, within(1e-9 * 10));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheTracesOfTheHamiltonian(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var hamiltonian = drawn.any();
        var n = drawn.direction();
        var operator = hamiltonian.zeroField().plus(-1.3 * Constants.BOHR_MAGNETON_KELVIN, hamiltonian.moment(n));

        var energies = InField.of(hamiltonian, n).at(1.3).energiesKelvin();

        var trace = IntStream.range(0, operator.size())
                .mapToDouble(i -> operator.re(i, i))
                .sum();
        var squares = 0.0;
        for (var i = 0; i < operator.size(); i++) {
            for (var j = 0; j < operator.size(); j++) {
                squares += operator.re(i, j) * operator.re(i, j) + operator.im(i, j) * operator.im(i, j);
            }
        }
        assertThat(Arrays.stream(energies).sum()).as("Tr H, seed %d", seed).isCloseTo(trace, within(1e-12 * squares));
        assertThat(Arrays.stream(energies).map(e -> e * e).sum())
                .as("Tr H², seed %d", seed)
                .isCloseTo(squares, within(1e-12 * squares));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reachesTheLimitsOfHighTemperature(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var hamiltonian = drawn.any();
        var n = drawn.direction();
        var hot = 1e6;

        var here = hamiltonian.along(n).at(0.7).equilibrium(hot);

        // Corrections go as (E/T)², here below 1e-8; Curie's constant is Tr μ²/dimension, his law good to E/T.
        var moment = hamiltonian.moment(n);
        var squares = moment.times(moment);
        var trace = IntStream.range(0, moment.size())
                .mapToDouble(i -> squares.re(i, i))
                .sum();
        var curie = Constants.BOHR_MAGNETON_KELVIN * trace / moment.size();
        assertThat(here.entropy()).as("seed %d", seed).isCloseTo(Math.log(hamiltonian.dimension()), within(1e-8));
        assertThat(here.magnetonsPerTesla() * hot).as("seed %d", seed).isCloseTo(curie, within(3e-4 * curie));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesNotTellAFieldFromItsOpposite(int seed) {
        var drawn = new RandomHamiltonian(seed);
        var model = drawn.any().along(drawn.direction());

        var up = model.at(1.9).equilibrium(2.3);
        var down = model.at(-1.9).equilibrium(2.3);

        assertThat(down.freeEnergy()).as("seed %d", seed).isCloseTo(up.freeEnergy(), within(1e-11));
        assertThat(down.momentMagnetons()).as("seed %d", seed).isCloseTo(-up.momentMagnetons(), within(1e-11));
    }

    private static Equilibrium at(SpinModel model, double tesla, double kelvin) {
        return model.at(tesla).equilibrium(kelvin);
    }

    private static double slope(double h, DoubleUnaryOperator curve) {
        return (8 * (curve.applyAsDouble(h) - curve.applyAsDouble(-h))
                        - (curve.applyAsDouble(2 * h) - curve.applyAsDouble(-2 * h)))
                / (12 * h);
    }

    private static void assertNear(double actual, double expected, String what, int seed) {
        assertThat(actual).as("%s, seed %d", what, seed).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
    }

    /** The real symmetric form of twice the size. */
    private static RealMatrix doubled(Operator any) {
        var size = any.size();
        var matrix = MatrixUtils.createRealMatrix(2 * size, 2 * size);
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                matrix.setEntry(i, j, any.re(i, j));
                matrix.setEntry(size + i, size + j, any.re(i, j));
                matrix.setEntry(size + i, j, any.im(i, j));
                matrix.setEntry(i, size + j, -any.im(i, j));
            }
        }
        return matrix;
    }

    /** Taylor's series of a small part, squared up; no eigenvalue is asked for. */
    private static RealMatrix exponential(RealMatrix matrix) {
        var squarings = Math.max(0, (int) Math.ceil(Math.log(matrix.getNorm()) / Math.log(2)) + 2);
        var small = matrix.scalarMultiply(Math.pow(2, -squarings));
        var sum = MatrixUtils.createRealIdentityMatrix(matrix.getRowDimension());
        var term = sum;
        for (var k = 1; k <= 16; k++) {
            term = term.multiply(small).scalarMultiply(1.0 / k);
            sum = sum.add(term);
        }
        for (var k = 0; k < squarings; k++) {
            sum = sum.multiply(sum);
        }
        return sum;
    }
}
