package org.fieldfall.protocols.theory.level;

/**
 * Eigenvalues of one block at one field, ascending, with the moments of and between the eigenstates.
 *
 * <p>Immutable but for arrays it hands out within this room, which nobody changes.
 */
final class BlockLevels {

    private final double tesla;
    private final double[] energies;
    private final double[] moments;
    private final double[][] strengths;
    private final double[][] vectorsRe;
    private final double[][] vectorsIm;

    BlockLevels(HermitianSolver solved, Operator moment, double tesla) {
        this.tesla = tesla;
        energies = solved.values();
        vectorsRe = solved.vectorsRe();
        vectorsIm = solved.vectorsIm();
        moments = new double[energies.length];
        strengths = new double[energies.length][];
        for (var j = 0; j < energies.length; j++) {
            measure(moment, j);
        }
    }

    private void measure(Operator moment, int j) {
        var re = new double[energies.length];
        var im = new double[energies.length];
        moment.applyTo(vectorsRe[j], vectorsIm[j], re, im);
        strengths[j] = new double[j];
        for (var i = 0; i <= j; i++) {
            double x = 0, y = 0;
            for (var s = 0; s < re.length; s++) {
                x += vectorsRe[i][s] * re[s] + vectorsIm[i][s] * im[s];
                y += vectorsRe[i][s] * im[s] - vectorsIm[i][s] * re[s];
            }
            if (i == j) {
                moments[j] = x;
            } else {
                strengths[j][i] = x * x + y * y;
            }
        }
    }

    int size() {
        return energies.length;
    }

    double tesla() {
        return tesla;
    }

    double energy(int level) {
        return energies[level];
    }

    /** ⟨level|μ|level⟩, μ<sub>B</sub>. */
    double moment(int level) {
        return moments[level];
    }

    /** dE/dB by Hellmann and Feynman, K/T. */
    double slope(int level) {
        return -Constants.BOHR_MAGNETON_KELVIN * moments[level];
    }

    /** |⟨upper|μ|lower⟩|² of two levels, the upper one given first. */
    double strength(int upper, int lower) {
        return strengths[upper][lower];
    }

    /** |⟨level|other⟩|² with a level of the same block at another field. */
    double overlap(int level, BlockLevels there, int other) {
        var re = vectorsRe[level];
        var im = vectorsIm[level];
        var otherRe = there.vectorsRe[other];
        var otherIm = there.vectorsIm[other];
        double x = 0, y = 0;
        for (var s = 0; s < re.length; s++) {
            x += re[s] * otherRe[s] + im[s] * otherIm[s];
            y += re[s] * otherIm[s] - im[s] * otherRe[s];
        }
        return x * x + y * y;
    }
}
