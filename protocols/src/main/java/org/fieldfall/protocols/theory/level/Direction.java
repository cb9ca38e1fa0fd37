package org.fieldfall.protocols.theory.level;

/** Where the field points, as a unit vector in the axes of the spin Hamiltonian. */
public record Direction(double x, double y, double z) {

    public static final Direction X = new Direction(1, 0, 0);
    public static final Direction Y = new Direction(0, 1, 0);
    public static final Direction Z = new Direction(0, 0, 1);

    private static final double ROUNDING = 1e-12;

    public Direction {
        if (!(Math.abs(x * x + y * y + z * z - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("a direction must have length 1, got (" + x + ", " + y + ", " + z + ")");
        }
    }

    /** At the angle θ from z, in the plane that has the angle φ from that of x and z. */
    public static Direction polar(double thetaRadians, double phiRadians) {
        var across = Math.sin(thetaRadians);
        return new Direction(across * Math.cos(phiRadians), across * Math.sin(phiRadians), Math.cos(thetaRadians));
    }

    /** Along a vector of any length but zero. */
    public static Direction of(double x, double y, double z) {
        var length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("(" + x + ", " + y + ", " + z + ") points nowhere");
        }
        return new Direction(x / length, y / length, z / length);
    }

    /** This one turned as the z axis would have to be turned to become another, by the shortest way. */
    Direction tiltedTo(Direction axis) {
        if (axis.z == -1) {
            return new Direction(x, -y, -z);
        }
        var share = 1 / (1 + axis.z);
        var across = axis.x * x + axis.y * y;
        return of(
                x + axis.x * z - share * axis.x * across,
                y + axis.y * z - share * axis.y * across,
                axis.z * z - across);
    }
}
