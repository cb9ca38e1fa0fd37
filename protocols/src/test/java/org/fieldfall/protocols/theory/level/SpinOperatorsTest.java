package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpinOperatorsTest {

    static Stream<Arguments> ranksAndOrders() {
        return IntStream.of(2, 4, 6)
                .boxed()
                .flatMap(k -> IntStream.rangeClosed(-k, k).mapToObj(q -> Arguments.of(k, q)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3.5, 10})
    void commuteAsAnAngularMomentum(double spin) {
        var s = new SpinOperators(spin);

        var commutator = commutator(s.x(), s.y());

        // [Sx, Sy] = i Sz: its real part is none, its imaginary part Sz.
        for (var i = 0; i < s.size(); i++) {
            for (var j = 0; j < s.size(); j++) {
                assertThat(commutator.re(i, j)).isCloseTo(0, within(1e-13 * spin * spin));
                assertThat(commutator.im(i, j)).isCloseTo(s.z().re(i, j), within(1e-13 * spin * spin));
            }
        }
    }

    /** Σ [S<sub>a</sub>, [S<sub>a</sub>, O]] = k(k + 1) O holds for tensors of rank k alone: it checks every coefficient of f but their scale. */
    @ParameterizedTest
    @MethodSource("ranksAndOrders")
    void areTensorsOfTheirRank(int k, int q) {
        for (var spin : new double[] {3, 4.5, 10}) {
            var s = new SpinOperators(spin);
            var operator = s.stevens(k, q);

            var casimir = commutator(s.x(), commutator(s.x(), operator))
                    .plus(1, commutator(s.y(), commutator(s.y(), operator)))
                    .plus(1, commutator(s.z(), commutator(s.z(), operator)));

            assertEqual(casimir, Operator.zero(s.size()).plus(k * (k + 1), operator), 1e-12 * largest(operator));
        }
    }

    /** By Wigner and Eckart the norms of all orders of a rank have the ratios of the classical functions on the sphere. */
    @ParameterizedTest
    @MethodSource("ranksAndOrders")
    void haveTheScaleOfTheFunctionsTheyStandFor(int k, int q) {
        var s = new SpinOperators(5.5);

        var ratio = norm(s.stevens(k, q)) / norm(s.stevens(k, 0));

        assertThat(ratio).isCloseTo(classicalNorm(k, q) / classicalNorm(k, 0), within(1e-12 * ratio));
    }

    /** A turn by π/2q about z takes O<sub>k</sub><sup>q</sup> into O<sub>k</sub><sup>−q</sup>, as cos qφ into sin qφ. */
    @ParameterizedTest
    @MethodSource("ranksAndOrders")
    void turnIntoEachOtherAboutTheAxis(int k, int q) {
        var s = new SpinOperators(4);
        var operator = s.stevens(k, Math.abs(q));
        var partner = s.stevens(k, -Math.abs(q));

        // i [Sz, O_k^q] = dO/dφ under a turn: q times the partner with the other sign.
        var turned = commutator(s.z(), operator);

        for (var i = 0; i < s.size(); i++) {
            for (var j = 0; j < s.size(); j++) {
                var expectedRe = q == 0 ? 0 : -Math.abs(q) * partner.im(i, j);
                var expectedIm = q == 0 ? 0 : Math.abs(q) * partner.re(i, j);
                assertThat(turned.re(i, j)).isCloseTo(expectedRe, within(1e-9));
                assertThat(turned.im(i, j)).isCloseTo(expectedIm, within(1e-9));
            }
        }
    }

    @Test
    void areSxSquaredMinusSySquaredForTheRhombicTerm() {
        var s = new SpinOperators(2);

        var rhombic = s.x().times(s.x()).plus(-1, s.y().times(s.y()));

        assertEqual(s.stevens(2, 2), rhombic, 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 3", "4, -5", "8, 0"})
    void refuseWhatIsNotInTheTable(int k, int q) {
        assertThatThrownBy(() -> new StevensTerm(k, q, 1)).hasMessageContaining("k = 2, 4 or 6");
    }

    /** Root of the mean square over the sphere of the tesseral polynomial, whose leading terms head the table. */
    private static double classicalNorm(int k, int q) {
        var rule = new GaussIntegratorFactory().legendre(16);
        var half = rule.integrate(z -> {
            var along = legendreLike(k, Math.abs(q)).applyAsDouble(z, z * z);
            return along * along * Math.pow(1 - z * z, Math.abs(q)) / 2;
        });
        return Math.sqrt(q == 0 ? half : half / 2);
    }

    private static DoubleBinaryOperator legendreLike(int k, int q) {
        return switch (10 * k + q) {
            case 20 -> (z, zz) -> 3 * zz - 1;
            case 40 -> (z, zz) -> (35 * zz - 30) * zz + 3;
            case 60 -> (z, zz) -> ((231 * zz - 315) * zz + 105) * zz - 5;
            case 21, 43, 65 -> (z, zz) -> z;
            case 22, 44, 66 -> (z, zz) -> 1;
            case 41 -> (z, zz) -> (7 * zz - 3) * z;
            case 42 -> (z, zz) -> 7 * zz - 1;
            case 61 -> (z, zz) -> ((33 * zz - 30) * zz + 5) * z;
            case 62 -> (z, zz) -> (33 * zz - 18) * zz + 1;
            case 63 -> (z, zz) -> (11 * zz - 3) * z;
            case 64 -> (z, zz) -> 11 * zz - 1;
            default -> throw new IllegalArgumentException(k + ", " + q);
        };
    }

    private static Operator commutator(Operator a, Operator b) {
        return a.times(b).plus(-1, b.times(a));
    }

    private static double norm(Operator a) {
        var sum = 0.0;
        for (var i = 0; i < a.size(); i++) {
            for (var j = 0; j < a.size(); j++) {
                sum += a.re(i, j) * a.re(i, j) + a.im(i, j) * a.im(i, j);
            }
        }
        return Math.sqrt(sum);
    }

    private static double largest(Operator a) {
        var largest = 0.0;
        for (var i = 0; i < a.size(); i++) {
            for (var j = 0; j < a.size(); j++) {
                largest = Math.max(largest, Math.hypot(a.re(i, j), a.im(i, j)));
            }
        }
        return largest;
    }

    private static void assertEqual(Operator a, Operator b, double tolerance) {
        assertThat(largest(a.plus(-1, b))).isLessThanOrEqualTo(tolerance);
    }
}
