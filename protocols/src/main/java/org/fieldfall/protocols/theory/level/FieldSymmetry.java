package org.fieldfall.protocols.theory.level;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a turn of the field about z leaves unchanged in all levels, found by trying it.
 *
 * <p>Levels at a direction of no symmetry and at its image are compared for two strengths; a Hamiltonian that merely
 * looks symmetric there would need one coincidence a level. That −B is as good as B holds for any spins by time reversal.
 *
 * @param fold turns by a full turn over this change nothing; {@link #AXIAL} for any turn
 * @param mirrored so does φ → −φ
 */
record FieldSymmetry(int fold, boolean mirrored) {

    static final int AXIAL = Integer.MAX_VALUE;
    static final FieldSymmetry NONE = new FieldSymmetry(1, false);

    private static final int[] FOLDS = {12, 8, 6, 5, 4, 3, 2};
    private static final double THETA = 1.0471;
    private static final double PHI = 0.3183;
    private static final double ODD_TURN = 0.7713;
    private static final double[] TESLA = {0.83, 4.1};
    private static final double ROUNDING = 1e-11;

    static FieldSymmetry of(Hamiltonian hamiltonian) {
        if (isSame(hamiltonian, PHI, PHI + ODD_TURN)) {
            return new FieldSymmetry(AXIAL, true);
        }
        var fold = Arrays.stream(FOLDS)
                .filter(n -> isSame(hamiltonian, PHI, PHI + 2 * Math.PI / n))
                .findFirst()
                .orElse(1);
        return new FieldSymmetry(fold, isSame(hamiltonian, PHI, -PHI));
    }

    /** Angles φ that stand for a whole turn, all of one weight. */
    double[] azimuths(int count) {
        if (fold == AXIAL) {
            return new double[1];
        }
        var span = 2 * Math.PI / fold / (mirrored ? 2 : 1);
        return IntStream.range(0, count)
                .mapToDouble(i -> (i + 0.5) * span / count)
                .toArray();
    }

    private static boolean isSame(Hamiltonian hamiltonian, double phi, double image) {
        return Arrays.stream(TESLA)
                .allMatch(tesla -> isSame(energies(hamiltonian, phi, tesla), energies(hamiltonian, image, tesla)));
    }

    private static double[] energies(Hamiltonian hamiltonian, double phi, double tesla) {
        return InField.of(hamiltonian, Direction.polar(THETA, phi)).at(tesla).energiesKelvin();
    }

    private static boolean isSame(double[] one, double[] other) {
        var scale = Math.max(1, one[one.length - 1] - one[0]);
        return IntStream.range(0, one.length).allMatch(k -> Math.abs(one[k] - other[k]) < ROUNDING * scale);
    }
}
