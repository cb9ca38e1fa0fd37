package org.fieldfall.protocols.theory.level;

/**
 * One spin of a cluster: D [Sz² − S(S+1)/3] + E (Sx² − Sy²) + μ<sub>B</sub> B·g·S, its axes those of the cluster.
 *
 * @param spin S, a multiple of 1/2
 */
public record Ion(double spin, double dKelvin, double eKelvin, GTensor g) {

    public Ion {
        Hamiltonian.checkDimension("a spin S = " + spin, new SpinOperators(spin).size());
        if (!Double.isFinite(dKelvin) || !Double.isFinite(eKelvin)) {
            throw new IllegalArgumentException("D and E must be finite, got " + dKelvin + " K and " + eKelvin + " K");
        }
        if (spin < 1 && (dKelvin != 0 || eKelvin != 0)) {
            throw new IllegalArgumentException(
                    "D and E have no effect on a spin S = " + spin + ", got " + dKelvin + " K and " + eKelvin + " K");
        }
    }

    /** An ion without anisotropy. */
    public static Ion isotropic(double spin, double g) {
        return new Ion(spin, 0, 0, GTensor.isotropic(g));
    }

    SpinOperators operators() {
        return new SpinOperators(spin);
    }

    /** What this ion alone has without a field, in kelvin. */
    Operator anisotropy() {
        var none = Operator.zero(operators().size());
        return spin < 1
                ? none
                : none.plus(dKelvin / 3, operators().stevens(2, 0))
                        .plus(eKelvin, operators().stevens(2, 2));
    }
}
