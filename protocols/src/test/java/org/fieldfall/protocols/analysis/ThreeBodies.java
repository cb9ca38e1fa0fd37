package org.fieldfall.protocols.analysis;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Platform on a link to a bath, crystal on the platform, spins in the crystal, all linear: the closed form by eigenvalues
 * of the heat flows made symmetric with the roots of the heat capacities.
 */
final class ThreeBodies {

    private static final int BODIES = 3;

    private final double[] rates;
    private final double[] ofPlatform;
    private final double[] ofAll;

    /**
     * @param platform heat capacity in J/K, that of the crystal without the exchange of its spins, that of the exchange
     * @param contactSeconds in which platform and crystal equalise, without spins and link
     * @param spinSeconds in which the spins follow a crystal of held temperature
     */
    ThreeBodies(double platform, double crystal, double spins, double contactSeconds, double spinSeconds, double link) {
        double contact = platform * crystal / (platform + crystal) / contactSeconds;
        double exchange = spins / spinSeconds;
        double[] root = {Math.sqrt(platform), Math.sqrt(crystal), Math.sqrt(spins)};
        double[][] flow = {
            {contact + link, -contact, 0},
            {-contact, contact + exchange, -exchange},
            {0, -exchange, exchange}
        };
        for (int i = 0; i < BODIES; i++) {
            for (int k = 0; k < BODIES; k++) {
                flow[i][k] /= root[i] * root[k];
            }
        }
        EigenDecomposition modes = new EigenDecomposition(new Array2DRowRealMatrix(flow));
        rates = modes.getRealEigenvalues();
        ofPlatform = new double[BODIES];
        ofAll = new double[BODIES];
        for (int k = 0; k < BODIES; k++) {
            double[] mode = modes.getEigenvector(k).toArray();
            ofPlatform[k] = mode[0] * mode[0] / platform;
            ofAll[k] = mode[0] / root[0] * (mode[0] * root[0] + mode[1] * root[1] + mode[2] * root[2]);
        }
    }

    /** Rise of the platform by a pulse of power into it. */
    double pulse(double watts, double onSeconds, double offSeconds, double seconds) {
        return watts * (sinceStep(seconds - onSeconds) - sinceStep(seconds - offSeconds));
    }

    /** Rise of the platform when all bodies were this much warmer at 0 s. */
    double leftOver(double kelvin, double seconds) {
        double sum = 0;
        for (int k = 0; k < BODIES; k++) {
            sum += kelvin * ofAll[k] * Math.exp(-rates[k] * seconds);
        }
        return sum;
    }

    private double sinceStep(double seconds) {
        double sum = 0;
        for (int k = 0; k < BODIES && seconds > 0; k++) {
            sum -= ofPlatform[k] * Math.expm1(-rates[k] * seconds) / rates[k];
        }
        return sum;
    }
}
