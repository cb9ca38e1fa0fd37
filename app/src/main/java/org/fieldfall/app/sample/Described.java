package org.fieldfall.app.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.config.SampleConfig.Orientation;
import org.fieldfall.app.config.SpinConfig;
import org.fieldfall.app.config.SpinConfig.Cluster;
import org.fieldfall.app.config.SpinConfig.GFactor;
import org.fieldfall.app.config.SpinConfig.Giant;
import org.fieldfall.app.config.SpinConfig.Ion;

/** The parameters of a sample in phrases, for the line below a figure with its markup, or plain. */
public final class Described {

    private static final int SMALLEST_EXPONENT = -4;

    private final List<String> phrases = new ArrayList<>();

    private Described() {}

    /** All of it, with markup, as parts of one sentence. */
    public static List<String> of(SampleConfig sample) {
        var described = new Described();
        described.spin(sample.spin());
        sample.orientation().ifPresent(described::orientation);
        described.lattice(sample.lattice());
        sample.relaxation().ifPresent(law -> {
            described.add("*U*/*k*_{B} = " + number(law.barrierKelvin()) + " K");
            described.add("*τ*_{0} = " + number(law.tau0Seconds() * 1e6) + " µs");
        });
        return described.sentence();
    }

    /** The Hamiltonian and how the crystal lies in the field, without markup. */
    public static String spins(SampleConfig sample) {
        var described = new Described();
        described.spin(sample.spin());
        sample.orientation().ifPresent(described::orientation);
        return described.plain();
    }

    /** The parts of the lattice, without markup. */
    public static String lattice(SampleConfig sample) {
        var described = new Described();
        described.lattice(sample.lattice());
        return described.plain();
    }

    private String plain() {
        return String.join(", ", phrases).replaceAll("×10\\^\\{([^}]*)}", "e$1").replaceAll("[*_^{}]", "");
    }

    private void spin(SpinConfig spin) {
        if (spin instanceof Giant giant) {
            giant(giant);
        } else {
            cluster((Cluster) spin);
        }
    }

    private void giant(Giant giant) {
        add("*S* = " + number(giant.S()));
        add("*D*/*k*_{B} = " + number(giant.anisotropyKelvin()) + " K");
        if (giant.rhombicKelvin() != 0) {
            add("*E*/*k*_{B} = " + number(giant.rhombicKelvin()) + " K");
        }
        giant.terms()
                .forEach(term ->
                        add("*B*_{" + term.k() + "}^{" + term.q() + "}/*k*_{B} = " + number(term.kelvin()) + " K"));
        add("*g* = " + g(giant.g()));
    }

    /** What is alike is said once. */
    private void cluster(Cluster cluster) {
        var ions = new LinkedHashMap<String, Integer>();
        cluster.ions()
                .forEach(ion -> ions.merge(
                        "*S* = " + number(ion.S()) + ", *g* = " + g(ion.g()) + anisotropy(ion), 1, Integer::sum));
        ions.forEach((ion, count) -> add(count + " × " + ion));
        cluster.couplings().stream()
                .map(pair -> number(pair.jKelvin()))
                .distinct()
                .forEach(j -> add("+*J* *S*·*S* with *J*/*k*_{B} = " + j + " K"));
    }

    private static String anisotropy(Ion ion) {
        var d = ion.anisotropyKelvin() == 0 ? "" : ", *D*/*k*_{B} = " + number(ion.anisotropyKelvin()) + " K";
        return d + (ion.rhombicKelvin() == 0 ? "" : ", *E*/*k*_{B} = " + number(ion.rhombicKelvin()) + " K");
    }

    private static String g(GFactor g) {
        var isIsotropic = g.x() == g.z() && g.y() == g.z();
        return isIsotropic ? number(g.z()) : number(g.x()) + ", " + number(g.y()) + ", " + number(g.z());
    }

    private void orientation(Orientation orientation) {
        switch (orientation.kind()) {
            case POWDER -> add("powder");
            case SINGLE -> add("field at *θ* = " + degrees(orientation.thetaRadians()));
            case MOSAIC ->
                add("mosaic of " + degrees(orientation.spreadRadians()) + " about "
                        + degrees(orientation.thetaRadians()));
        }
    }

    private static String degrees(double radians) {
        return number(Math.toDegrees(radians)) + "°";
    }

    private void lattice(SampleConfig.Lattice lattice) {
        lattice.debye()
                .forEach(part ->
                        add("*θ*_{D} = " + number(part.kelvin()) + " K (" + number(part.units()) + "×3 modes)"));
        lattice.einstein()
                .forEach(part -> add("*θ*_{E} = " + number(part.kelvin()) + " K (" + number(part.modes()) + " modes)"));
        lattice.table().ifPresent(points -> add("lattice from a table"));
    }

    private void add(String phrase) {
        phrases.add(phrase);
    }

    private List<String> sentence() {
        var last = phrases.size() - 1;
        var ended = new ArrayList<String>();
        for (var i = 0; i <= last; i++) {
            ended.add(phrases.get(i) + (i < last ? "," : "."));
        }
        return ended;
    }

    /** Four digits; with a power of ten where it is small. */
    private static String number(double value) {
        var rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
        var exponent = rounded.precision() - rounded.scale() - 1;
        var text = value == 0 || exponent >= SMALLEST_EXPONENT
                ? rounded.toPlainString()
                : rounded.movePointLeft(exponent).toPlainString() + "×10^{" + exponent + "}";
        return text.replace('-', '−');
    }
}
