package org.fieldfall.protocols.theory.level;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Hamiltonians of all kinds with level splittings of some kelvin, drawn from a seed. */
final class RandomHamiltonian {

    private final Random random;

    RandomHamiltonian(int seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    Hamiltonian any() {
        return random.nextInt(3) == 0 ? cluster() : giant();
    }

    /** With every B<sub>k</sub><sup>q</sup> that its spin feels. */
    GiantSpin giant() {
        var spin = (1 + random.nextInt(12)) / 2.0;
        var giant = GiantSpin.of(spin, g());
        for (var k = 2; k <= Math.min(6, 2 * spin); k += 2) {
            for (var q = -k; q <= k; q++) {
                giant = giant.with(k, q, random.nextGaussian() / Math.pow(spin, k - 1));
            }
        }
        return giant;
    }

    SpinCluster cluster() {
        var first = ion();
        var ions = List.of(first, ion(), Ion.isotropic(0.5, 2 + random.nextDouble()));
        return new SpinCluster(
                ions,
                IntStream.range(0, 3)
                        .mapToObj(i -> new Coupling(i, (i + 1) % 3, 2 * random.nextGaussian()))
                        .toList());
    }

    Direction direction() {
        return Direction.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }

    private Ion ion() {
        return new Ion((2 + random.nextInt(2)) / 2.0, 3 * random.nextGaussian(), random.nextGaussian(), g());
    }

    private GTensor g() {
        return GTensor.turned(
                1.5 + random.nextDouble(),
                1.5 + random.nextDouble(),
                1.5 + random.nextDouble(),
                6 * random.nextDouble(),
                3 * random.nextDouble(),
                6 * random.nextDouble());
    }
}
