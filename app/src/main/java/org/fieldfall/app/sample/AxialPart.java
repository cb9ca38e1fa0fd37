package org.fieldfall.app.sample;

import org.fieldfall.app.config.SpinConfig.Giant;
import org.fieldfall.app.config.SpinConfig.Stevens;
import org.fieldfall.protocols.theory.level.AxialSpin;

/** Of a giant spin what keeps M: D, B_4^0 and g along z. */
record AxialPart(Giant giant) {

    /** @param projection of the field onto z, which g is taken times */
    AxialSpin spin(double projection) {
        var b40 = giant.terms().stream()
                .filter(AxialPart::isKept)
                .mapToDouble(Stevens::kelvin)
                .sum();
        var g = projection * SpinTheory.tensor(giant.g()).zz();
        return b40 == 0
                ? new AxialSpin(giant.S(), giant.anisotropyKelvin(), g)
                : AxialSpin.ofStevens(giant.S(), giant.anisotropyKelvin(), b40, g);
    }

    /** Whether a spin in a field along z has nothing else. */
    boolean isAll() {
        var g = SpinTheory.tensor(giant.g());
        return giant.rhombicKelvin() == 0
                && giant.terms().stream().allMatch(AxialPart::isKept)
                && g.xz() == 0
                && g.yz() == 0;
    }

    static boolean isKept(Stevens term) {
        return (term.k() == 4 && term.q() == 0) || term.kelvin() == 0;
    }
}
