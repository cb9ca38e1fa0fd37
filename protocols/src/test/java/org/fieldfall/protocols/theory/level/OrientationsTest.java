package org.fieldfall.protocols.theory.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrientationsTest {

    private static final double BETA = Constants.BOHR_MAGNETON_KELVIN;

    private final GiantSpin rhombic = GiantSpin.of(0.5, GTensor.principal(1.2, 2.1, 3.3));

    /** χT of free spins 1/2 is (gx² + gy² + gz²)/3 of what one spin with g = 1 has: a mean over the sphere in closed form. */
    @Test
    void averagesASquareOverTheSphereExactly() {
        var kelvin = 5.0;

        var averaged = new Powder()
                .refine(
                        rhombic,
                        mean -> new double[] {mean.at(0).equilibrium(kelvin).magnetonsPerTesla()},
                        1e-13,
                        1000);

        var curie = BETA * (1.2 * 1.2 + 2.1 * 2.1 + 3.3 * 3.3) / 3 / 4 / kelvin;
        assertThat(averaged.values()[0]).isCloseTo(curie, within(1e-14));
        assertThat(averaged.error()).isLessThan(1e-13);
    }

    @Test
    void reportsAnErrorThatIsTrue() {
        var kelvin = 0.4;
        var loose = new Powder().refine(Molecules.NICKEL, mean -> moment(mean, kelvin), 1e-3, 10_000);
        var tight = new Powder().refine(Molecules.NICKEL, mean -> moment(mean, kelvin), 1e-9, 10_000);

        assertThat(loose.values()[0]).isCloseTo(tight.values()[0], within(loose.error()));
        assertThat(tight.error()).isLessThan(1e-9);
        assertThat(tight.orientations()).isGreaterThan(loose.orientations());
    }

    @Test
    void usesOnlyTheSymmetryThereIs() {
        assertThat(FieldSymmetry.of(GiantSpin.of(Mn12.SPIN))).isEqualTo(new FieldSymmetry(FieldSymmetry.AXIAL, true));
        assertThat(FieldSymmetry.of(Molecules.MN12)).isEqualTo(new FieldSymmetry(4, true));
        assertThat(FieldSymmetry.of(Molecules.FE8)).isEqualTo(new FieldSymmetry(2, true));
        assertThat(FieldSymmetry.of(Molecules.FE8.with(4, 1, 1e-5))).isEqualTo(new FieldSymmetry(1, true));
        assertThat(FieldSymmetry.of(Molecules.FE8.with(4, -1, 1e-5))).isEqualTo(new FieldSymmetry(1, false));
        assertThat(FieldSymmetry.of(Molecules.RING)).isEqualTo(new FieldSymmetry(FieldSymmetry.AXIAL, true));
        assertThat(FieldSymmetry.of(
                        GiantSpin.of(2, GTensor.isotropic(2)).withD(-1).with(4, 3, 0.01)))
                .isEqualTo(new FieldSymmetry(3, true));
    }

    @Test
    void givesTheSameWithAndWithoutSymmetry() {
        var whole = SphereGrid.over(Molecules.MN12, Direction.of(1e-9, 0, 1), 24, 48, -1, 1, cosine -> 1);

        var part = new Powder().grid(Molecules.MN12, 12, 6);

        var kelvin = 6.0;
        assertThat(part.at(0.6).equilibrium(kelvin).momentMagnetons())
                .isCloseTo(whole.at(0.6).equilibrium(kelvin).momentMagnetons(), within(1e-5));
        assertThat(part.at(0.6).heatCapacity(kelvin)).isCloseTo(whole.at(0.6).heatCapacity(kelvin), within(1e-5));
    }

    /** For a small spread the mean of cos²θ over exp(−θ²/2σ²) sin θ dθ is 1 − 2σ² + …; tested on g² along the field. */
    @Test
    void spreadsAsAMosaic() {
        var sigma = Math.toRadians(3);
        var spin = GiantSpin.of(0.5, GTensor.principal(0, 0, 2));

        var averaged = new Mosaic(Direction.Z, sigma)
                .refine(spin, mean -> new double[] {mean.at(0).equilibrium(1).magnetonsPerTesla()}, 1e-12, 10_000);

        var cosineSquared = averaged.values()[0] / BETA;
        // ⟨θ²⟩ = 2σ²(1 − σ²/3), ⟨θ⁴⟩ = 8σ⁴: 1 − ⟨θ²⟩ + ⟨θ⁴⟩/3, good to σ⁶.
        var expected = 1 - 2 * sigma * sigma * (1 - sigma * sigma / 3) + 8 * Math.pow(sigma, 4) / 3;
        assertThat(cosineSquared).isCloseTo(expected, within(10 * Math.pow(sigma, 6)));
    }

    @Test
    void tendsToTheTiltForAMosaicOfNoWidth() {
        var tilt = Direction.polar(0.5, 0.9);

        var mosaic = new Mosaic(tilt, 1e-6).grid(Molecules.NICKEL, 1).at(1.2).equilibrium(2);
        var single = Molecules.NICKEL.along(tilt).at(1.2).equilibrium(2);

        assertThat(mosaic.momentMagnetons()).isCloseTo(single.momentMagnetons(), within(1e-9));
        assertThat(mosaic.entropy()).isCloseTo(single.entropy(), within(1e-9));
    }

    @Test
    void hasTheIdentitiesOfEachOfItsParts() {
        var powder = new Powder().grid(Molecules.NICKEL, 4, 4);
        var h = 1e-3;

        var here = powder.at(1.1).equilibrium(2);

        var warm = powder.at(1.1).equilibrium(2 + h);
        var cold = powder.at(1.1).equilibrium(2 - h);
        var up = powder.at(1.1 + h).equilibrium(2);
        var down = powder.at(1.1 - h).equilibrium(2);
        assertThat(here.entropy()).isCloseTo((cold.freeEnergy() - warm.freeEnergy()) / (2 * h), within(1e-6));
        assertThat(here.heatCapacity()).isCloseTo((warm.entropy() - cold.entropy()) / h, within(1e-6));
        assertThat(here.momentMagnetons())
                .isCloseTo((down.freeEnergy() - up.freeEnergy()) / (2 * h * BETA), within(1e-6));
        assertThat(here.magnetonsPerTesla())
                .isCloseTo((up.momentMagnetons() - down.momentMagnetons()) / (2 * h), within(1e-6));
        assertThat(here.momentSlope()).isCloseTo((up.entropy() - down.entropy()) / (2 * h * BETA), within(1e-6));
    }

    @Test
    void givesItsCurvesInTheOrderAsked() {
        var curve = rhombic.along(Direction.X).at(1).equilibria(new double[] {3, 1, 2});

        assertThat(curve[1].heat().kelvin()).isEqualTo(1);
        assertThat(curve[2].heat().kelvin()).isEqualTo(2);
    }

    @Test
    void saysSoWhenTheToleranceIsOutOfReach() {
        assertThatThrownBy(() -> new Powder().refine(Molecules.NICKEL, mean -> moment(mean, 0.05), 1e-12, 30))
                .isInstanceOf(UnresolvedException.class)
                .hasMessageContaining("at most 1.0E-12 is wanted; 30 orientations are allowed");
        assertThatThrownBy(() -> new Powder().refine(rhombic, mean -> new double[] {Double.NaN}, 1, 100))
                .isInstanceOf(UnresolvedException.class);
    }

    @Test
    void refusesWhatIsNoAverage() {
        var model = rhombic.along(Direction.X);
        assertThatThrownBy(() -> new OrientationAverage(List.of(), new double[0]))
                .hasMessageContaining("0 for 0");
        assertThatThrownBy(() -> new OrientationAverage(List.of(model), new double[] {-1}))
                .hasMessageContaining("0 or above");
        assertThatThrownBy(() -> new Mosaic(Direction.Z, 0)).hasMessageContaining("got 0.0 rad");
        assertThatThrownBy(() -> new Direction(1, 1, 0)).hasMessageContaining("length 1");
        assertThatThrownBy(() -> Direction.of(0, 0, 0)).hasMessageContaining("points nowhere");
    }

    private static double[] moment(SpinModel mean, double kelvin) {
        return new double[] {mean.at(2).equilibrium(kelvin).momentMagnetons()};
    }
}
