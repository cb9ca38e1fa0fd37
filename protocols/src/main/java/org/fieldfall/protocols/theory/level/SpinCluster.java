package org.fieldfall.protocols.theory.level;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A few ions with isotropic exchange: H = Σ J<sub>ij</sub> S<sub>i</sub>·S<sub>j</sub> + Σ {@link Ion}s, each pair counted once, J positive for
 * antiferromagnetic exchange.
 *
 * <p>It has Π (2S<sub>i</sub> + 1) states, at most {@link #MOST_STATES}: ten spins 1/2, six spins 1, four spins 2.
 */
public record SpinCluster(List<Ion> ions, List<Coupling> couplings) implements Hamiltonian {

    public SpinCluster {
        ions = List.copyOf(ions);
        couplings = List.copyOf(couplings);
        if (ions.isEmpty()) {
            throw new IllegalArgumentException("a cluster needs at least one ion");
        }
        var states = 1.0;
        for (var ion : ions) {
            states *= ion.operators().size();
        }
        Hamiltonian.checkDimension("a cluster of " + ions.size() + " ions", states);
        for (var i = 0; i < couplings.size(); i++) {
            check(ions.size(), couplings.get(i), couplings.subList(0, i));
        }
    }

    /** Two ions. */
    public static SpinCluster dimer(Ion first, Ion second, double jKelvin) {
        return new SpinCluster(List.of(first, second), List.of(new Coupling(0, 1, jKelvin)));
    }

    /** Equal ions, each coupled to its two neighbours. */
    public static SpinCluster ring(Ion ion, int count, double jKelvin) {
        if (count < 3) {
            throw new IllegalArgumentException("a ring has at least 3 ions, got " + count);
        }
        return new SpinCluster(
                IntStream.range(0, count).mapToObj(i -> ion).toList(),
                IntStream.range(0, count)
                        .mapToObj(i -> new Coupling(i, (i + 1) % count, jKelvin))
                        .toList());
    }

    @Override
    public int dimension() {
        return ions.stream().mapToInt(ion -> ion.operators().size()).reduce(1, (a, b) -> a * b);
    }

    @Override
    public Operator zeroField() {
        var sum = Operator.zero(dimension());
        for (var i = 0; i < ions.size(); i++) {
            sum = sum.plus(1, placed(i, ions.get(i).anisotropy()));
        }
        for (var coupling : couplings) {
            sum = sum.plus(coupling.jKelvin(), scalarProduct(coupling.first(), coupling.second()));
        }
        return sum;
    }

    @Override
    public Operator moment(Direction direction) {
        var sum = Operator.zero(dimension());
        for (var i = 0; i < ions.size(); i++) {
            var ion = ions.get(i);
            sum = sum.plus(1, placed(i, ion.g().moment(ion.operators(), direction)));
        }
        return sum;
    }

    private Operator scalarProduct(int i, int j) {
        var first = ions.get(i).operators();
        var second = ions.get(j).operators();
        return placed(i, first.x())
                .times(placed(j, second.x()))
                .plus(1, placed(i, first.y()).times(placed(j, second.y())))
                .plus(1, placed(i, first.z()).times(placed(j, second.z())));
    }

    private Operator placed(int place, Operator operator) {
        return operator.within(states(0, place), states(place + 1, ions.size()));
    }

    private int states(int from, int to) {
        return ions.subList(from, to).stream()
                .mapToInt(ion -> ion.operators().size())
                .reduce(1, (a, b) -> a * b);
    }

    private static void check(int ions, Coupling coupling, List<Coupling> before) {
        if (coupling.first() >= ions || coupling.second() >= ions) {
            throw new IllegalArgumentException("ions are counted from 0 to " + (ions - 1) + ", a coupling joins "
                    + coupling.first() + " and " + coupling.second());
        }
        for (var other : before) {
            if (Math.min(other.first(), other.second()) == Math.min(coupling.first(), coupling.second())
                    && Math.max(other.first(), other.second()) == Math.max(coupling.first(), coupling.second())) {
                throw new IllegalArgumentException(
                        "the exchange of ions " + coupling.first() + " and " + coupling.second() + " is given twice");
            }
        }
    }
}
