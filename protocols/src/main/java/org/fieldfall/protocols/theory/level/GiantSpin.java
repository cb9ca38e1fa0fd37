package org.fieldfall.protocols.theory.level;

import java.util.ArrayList;
import java.util.List;

/**
 * One spin with all terms of second, fourth and sixth order: H = Σ B<sub>k</sub><sup>q</sup> O<sub>k</sub><sup>q</sup> + μ<sub>B</sub> B·g·S.
 *
 * <p>Stevens operators and their source: {@link SpinOperators}. D [Sz² − S(S+1)/3] + E (Sx² − Sy²) is B₂⁰ = D/3 and
 * B₂² = E. A coefficient given twice, be it by another name, is refused.
 *
 * @param spin S, a multiple of 1/2
 */
public record GiantSpin(double spin, GTensor g, List<StevensTerm> terms) implements Hamiltonian {

    public GiantSpin {
        Hamiltonian.checkDimension("a spin S = " + spin, new SpinOperators(spin).size());
        terms = List.copyOf(terms);
        for (var i = 0; i < terms.size(); i++) {
            check(spin, terms.get(i), terms.subList(0, i));
        }
    }

    /** A spin without anisotropy, to which terms may be added. */
    public static GiantSpin of(double spin, GTensor g) {
        return new GiantSpin(spin, g, List.of());
    }

    /** An axial spin that may be tilted against the field, with an isotropic g; without the constant of its fourth order. */
    public static GiantSpin of(AxialSpin axial) {
        var x = axial.spin() * (axial.spin() + 1);
        var b40 = -axial.quarticKelvin() / 35;
        var bare = of(axial.spin(), GTensor.isotropic(axial.g())).withD(axial.anisotropyKelvin() + (30 * x - 25) * b40);
        return b40 == 0 ? bare : bare.with(4, 0, b40);
    }

    /** With D [Sz² − S(S+1)/3] as well; negative D makes z easy. */
    public GiantSpin withD(double kelvin) {
        return with(2, 0, kelvin / 3);
    }

    /** With E (Sx² − Sy²) as well. */
    public GiantSpin withE(double kelvin) {
        return with(2, 2, kelvin);
    }

    /** With B<sub>k</sub><sup>q</sup> O<sub>k</sub><sup>q</sup> as well. */
    public GiantSpin with(int k, int q, double kelvin) {
        var more = new ArrayList<>(terms);
        more.add(new StevensTerm(k, q, kelvin));
        return new GiantSpin(spin, g, more);
    }

    @Override
    public int dimension() {
        return new SpinOperators(spin).size();
    }

    @Override
    public Operator zeroField() {
        var operators = new SpinOperators(spin);
        var sum = Operator.zero(dimension());
        for (var term : terms) {
            sum = sum.plus(term.kelvin(), operators.stevens(term.k(), term.q()));
        }
        return sum;
    }

    @Override
    public Operator moment(Direction direction) {
        return g.moment(new SpinOperators(spin), direction);
    }

    private static void check(double spin, StevensTerm term, List<StevensTerm> before) {
        if (term.k() > 2 * spin) {
            throw new IllegalArgumentException(term.name() + " has no effect on a spin S = " + spin + ", it needs S of "
                    + term.k() / 2.0 + " or above");
        }
        for (var other : before) {
            if (other.k() == term.k() && other.q() == term.q()) {
                throw new IllegalArgumentException(term.name() + " is given twice, as " + other.kelvin() + " K and "
                        + term.kelvin() + " K; D stands for 3 B_2^0, E for B_2^2");
            }
        }
    }
}
