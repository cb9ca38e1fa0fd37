package org.fieldfall.protocols.theory.level;

import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.RotationOrder;

/**
 * The symmetric g tensor: a spin's moment is μ = −μ<sub>B</sub> g·S, its energy in a field μ<sub>B</sub> B·g·S.
 *
 * <p>In the axes in which the rest of the Hamiltonian is written.
 */
public record GTensor(double xx, double yy, double zz, double xy, double xz, double yz) {

    public GTensor {
        if (!Double.isFinite(xx + yy + zz + xy + xz + yz)) {
            throw new IllegalArgumentException(
                    "g must be finite, got " + xx + ", " + yy + ", " + zz + "; " + xy + ", " + xz + ", " + yz);
        }
    }

    /** The same in all directions. */
    public static GTensor isotropic(double g) {
        return principal(g, g, g);
    }

    /** Principal values along the axes of the Hamiltonian. */
    public static GTensor principal(double gx, double gy, double gz) {
        return new GTensor(gx, gy, gz, 0, 0, 0);
    }

    /**
     * Principal values along axes of its own: those of the Hamiltonian turned by α about z, then by β about the new y, then
     * by γ about the new z.
     */
    public static GTensor turned(
            double gx, double gy, double gz, double alphaRadians, double betaRadians, double gammaRadians) {
        var axes = new Rotation(
                        RotationOrder.ZYZ, RotationConvention.VECTOR_OPERATOR, alphaRadians, betaRadians, gammaRadians)
                .getMatrix();
        var values = new double[] {gx, gy, gz};
        return new GTensor(
                element(axes, values, 0, 0),
                element(axes, values, 1, 1),
                element(axes, values, 2, 2),
                element(axes, values, 0, 1),
                element(axes, values, 0, 2),
                element(axes, values, 1, 2));
    }

    private static double element(double[][] axes, double[] values, int i, int j) {
        var sum = 0.0;
        for (var p = 0; p < 3; p++) {
            sum += axes[i][p] * values[p] * axes[j][p];
        }
        return sum;
    }

    /** μ along a direction, in μ<sub>B</sub>, of a spin with these operators. */
    Operator moment(SpinOperators spin, Direction n) {
        return Operator.zero(spin.size())
                .plus(-(n.x() * xx + n.y() * xy + n.z() * xz), spin.x())
                .plus(-(n.x() * xy + n.y() * yy + n.z() * yz), spin.y())
                .plus(-(n.x() * xz + n.y() * yz + n.z() * zz), spin.z());
    }
}
