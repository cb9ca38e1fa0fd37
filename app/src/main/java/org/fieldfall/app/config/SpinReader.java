package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.ANY;
import static org.fieldfall.app.config.Check.SPIN;
import static org.fieldfall.app.config.Measure.ENERGY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.app.config.SpinConfig.Cluster;
import org.fieldfall.app.config.SpinConfig.Giant;
import org.fieldfall.app.config.SpinConfig.Ion;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.level.Hamiltonian;

/** The keys of the sections {@code spin} and {@code cluster} of a sample file. */
final class SpinReader {

    private final List<String> remarks;
    private final boolean isFieldAlongZ;

    /**
     * @param remarks for what is allowed and odd
     * @param isFieldAlongZ then g across z is not needed
     */
    SpinReader(List<String> remarks, boolean isFieldAlongZ) {
        this.remarks = remarks;
        this.isFieldAlongZ = isFieldAlongZ;
    }

    Spread<SpinConfig> giant(Section at) {
        var spin = at.number("S", SPIN);
        var terms = StevensReader.of(at, spin);
        var d = anisotropy(at, spin, terms);
        var e = at.quantity("E", ENERGY, ANY, terms.kelvin(2, 2).value());
        check(at, spin, d.value(), e);
        var g = GFactorReader.of(at, isFieldAlongZ);
        var source = at.text("source");
        var numbers = new ArrayList<>(List.of(d));
        numbers.addAll(terms.numbers());
        var ofEnergies = Spread.of(
                numbers,
                values -> new Giant(
                        spin,
                        values[0],
                        e,
                        terms.terms(Arrays.copyOfRange(values, 1, values.length)),
                        g.value(),
                        source));
        var central = ofEnergies.value();
        var moved = new ArrayList<SpinConfig>(ofEnergies.moved());
        g.moved().forEach(other -> moved.add(new Giant(spin, d.value(), e, central.terms(), other, source)));
        return new Spread<>(central, moved);
    }

    private static Uncertain anisotropy(Section at, double spin, StevensReader terms) {
        if (terms.has(2, 0)) {
            var b20 = terms.kelvin(2, 0);
            return new Uncertain(3 * b20.value(), 3 * b20.sigma());
        }
        return needsNoD(at, spin) ? Uncertain.exact(0) : at.spread("D", ENERGY, ANY);
    }

    private static boolean needsNoD(Section at, double spin) {
        return spin < 1 && !at.has("D");
    }

    Cluster cluster(Section at) {
        var ions = at.someOf("ions", this::ion);
        checkIons(at, ions);
        return new Cluster(
                ions, at.section("exchange", inside -> ExchangeReader.couplings(inside, ions)), at.text("source"));
    }

    private static void checkIons(Section at, List<Ion> ions) {
        var states = ions.stream().mapToDouble(ion -> 2 * ion.S() + 1).reduce(1, (a, b) -> a * b);
        if (states > Hamiltonian.MOST_STATES) {
            at.refuse(
                    "ions",
                    ions.size() + " ions with " + (long) states + " states",
                    "at most " + Hamiltonian.MOST_STATES
                            + " states, the product of 2 S + 1 of all ions: ten spins 1/2, six"
                            + " spins 1, four spins 2, three spins 7/2");
        }
        var names = ions.stream().map(Ion::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            at.refuse("ions", "the names " + String.join(", ", names), "each name once");
        }
    }

    private Ion ion(Section at) {
        var name = at.text("name");
        var spin = at.number("S", SPIN);
        var d = at.quantity("D", ENERGY, ANY, 0);
        var e = at.quantity("E", ENERGY, ANY, 0);
        check(at, spin, d, e);
        return new Ion(name, spin, d, e, GFactorReader.exact(at, isFieldAlongZ));
    }

    private void check(Section at, double spin, double d, double e) {
        at.check(!(spin < 1 && d != 0), "D", "no D, which does nothing to a spin 1/2");
        at.check(!(spin < 1 && e != 0), "E", "no E, which does nothing to a spin 1/2");
        if (Math.abs(e) > Math.abs(d) / 3) {
            remarks.add(at.place("E") + ": |E| is above |D|/3; with the axes named anew it would not be, and z would be"
                    + " another one of them");
        }
        if (d * e < 0) {
            remarks.add(at.place("E") + ": E/D is below zero: x and y are the other way round than by the usual choice"
                    + " of axes");
        }
    }
}
