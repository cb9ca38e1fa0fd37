package org.fieldfall.protocols.analysis;

/** A parabola through a stretch of bins, each with the weight of its readings: level and slope at one time. */
record BinFit(double kelvin, double kelvinPerSecond, double levelSigma) {

    private static final int FEWEST_BINS = 4;

    /**
     * Fits the bins from one time to another.
     *
     * @param kelvin temperature of each bin
     * @param noiseKelvin scatter of one reading
     */
    static BinFit of(TraceBins bins, double[] kelvin, double from, double to, double at, double noiseKelvin) {
        int first = bins.indexAt(from);
        int last = bins.indexAt(to);
        while (last - first < FEWEST_BINS && last < bins.size()) {
            last++;
        }
        while (last - first < FEWEST_BINS && first > 0) {
            first--;
        }
        double half = Math.max(bins.seconds()[last - 1] - at, at - bins.seconds()[first]);
        double[] s = new double[5];
        double[] r = new double[3];
        for (int i = first; i < last; i++) {
            double x = (bins.seconds()[i] - at) / half;
            double power = bins.counts()[i];
            for (int k = 0; k < 5; k++) {
                s[k] += power;
                if (k < 3) {
                    r[k] += power * (kelvin[i] - kelvin[first]);
                }
                power *= x;
            }
        }
        // Cramer's rule for the symmetric 3 by 3 system of a parabola.
        double a = s[2] * s[4] - s[3] * s[3];
        double b = s[2] * s[3] - s[1] * s[4];
        double c = s[1] * s[3] - s[2] * s[2];
        double determinant = s[0] * a + s[1] * b + s[2] * c;
        double level = (r[0] * a + r[1] * b + r[2] * c) / determinant;
        double slope =
                (r[0] * b + r[1] * (s[0] * s[4] - s[2] * s[2]) + r[2] * (s[1] * s[2] - s[0] * s[3])) / determinant;
        return new BinFit(kelvin[first] + level, slope / half, noiseKelvin * Math.sqrt(a / determinant));
    }
}
