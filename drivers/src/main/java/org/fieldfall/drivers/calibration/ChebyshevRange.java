package org.fieldfall.drivers.calibration;

/**
 * One fit range: T = Σ aᵢ·tᵢ(x) with x = ((Z − ZL) − (ZU − Z)) / (ZU − ZL), Z = log₁₀ R or R, t₀ = 1, t₁ = x, tᵢ₊₁ = 2x·tᵢ − tᵢ₋₁.
 * The recurrence, because cos(i·acos x) fails where rounding makes |x| exceed 1.
 *
 * @param isLogarithmic Z is log10 of the resistance, else the resistance
 * @param zLower end of the fit in Z
 * @param zUpper other end
 * @param lowestOhm from where the fit may be used
 * @param highestOhm up to where
 */
record ChebyshevRange(
        boolean isLogarithmic,
        double zLower,
        double zUpper,
        double lowestOhm,
        double highestOhm,
        double[] coefficients) {

    boolean holds(double ohm) {
        return ohm >= lowestOhm && ohm <= highestOhm;
    }

    /** Width on the logarithmic scale of resistance. */
    double width() {
        return Math.log(highestOhm / lowestOhm);
    }

    double kelvin(double ohm) {
        double z = isLogarithmic ? Math.log10(ohm) : ohm;
        double x = ((z - zLower) - (zUpper - z)) / (zUpper - zLower);
        double before = 1;
        double term = x;
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum += coefficients[i] * term;
            double next = 2 * x * term - before;
            before = term;
            term = next;
        }
        return sum;
    }
}
