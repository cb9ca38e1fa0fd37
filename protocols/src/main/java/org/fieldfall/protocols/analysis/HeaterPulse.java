package org.fieldfall.protocols.analysis;

import java.util.Locale;

/**
 * Heat capacity and link from a pulse of known power into the platform. Method: the trace from the baseline to the end is
 * fitted by {@link PulseModel}, a platform ahead of its crystal, spins that follow late, a link, what is left of an
 * earlier drift, and a drift of the thermometer itself.
 *
 * <p>C is the whole heat capacity at the field of the shot and at {@link #baselineKelvin} as the thermometer shows it:
 * platform, lattice and spins, the exchange between the wells included, as after an infinitely slow pulse. Where the spins
 * do not follow within the record there is no answer. K is the conductance from the platform to the bath alone, its mean
 * over the rise; that a warmer sensor heats itself less is taken off.
 *
 * <p>The uncertainties hold: scatter of the readings and the freedom of all parameters of the fit; scatter that does not
 * average down as noise does; what leaving out the pulse and the time after it changes; the pulse's energy; the scale of a
 * small temperature difference by calibration, stray voltage and current; for C the uncertainty of the temperature that it
 * is stated for.
 *
 * @param heatCapacityJoulePerKelvin C of crystal and platform together
 * @param linkWattPerKelvin K
 * @param baselineKelvin temperature that the platform settles at without the heater
 * @param riseKelvin largest fitted rise over it, as a mean over half a second
 * @param scatterKelvin scatter of the averaged readings about the fit
 */
public record HeaterPulse(
        Uncertain heatCapacityJoulePerKelvin,
        Uncertain linkWattPerKelvin,
        double baselineKelvin,
        double riseKelvin,
        double scatterKelvin) {

    /** After this many times of the spins nothing of the pulse is left but the slow way back to the bath. */
    private static final double TIMES_OF_SPINS = 8;

    /**
     * What was done.
     *
     * @param onSeconds start of the pulse on the trace's clock
     * @param offSeconds its end
     * @param watts its power; the uncertainty holds that of its duration too
     */
    public record Pulse(double onSeconds, double offSeconds, Uncertain watts) {

        double joule() {
            return watts.value() * (offSeconds - onSeconds);
        }
    }

    /**
     * What files and theory say beforehand: where the fit begins and what it holds fixed.
     *
     * @param joulePerKelvin rough heat capacity
     * @param wattPerKelvin rough link
     * @param slopePerKelvin relative change of the heat capacity with temperature, d ln C/dT; taken as it is
     * @param lateShare share of the heat capacity that follows late, that of the spins between the wells; without an
     *     uncertainty it is taken as it is
     * @param lateSeconds in which it follows; believed to within a factor of e
     */
    public record Expected(
            double joulePerKelvin,
            double wattPerKelvin,
            double slopePerKelvin,
            Uncertain lateShare,
            double lateSeconds) {}

    /**
     * Fits a pulse.
     *
     * @throws InsufficientTraceException if the trace does not hold the pulse with a baseline before and a record after
     *     it, or no fit is found
     */
    public static HeaterPulse of(Trace trace, Thermometry thermometry, Pulse pulse, Expected expected) {
        PulseBins bins = PulseBins.of(trace, thermometry.kelvin(), pulse);
        double relative = Math.hypot(pulse.watts().relativeSigma(), scaleSigma(thermometry, bins));
        PulseModel model = new PulseModel(pulse, expected, thermometry.contactShare(), bins);
        PulseFit fit = PulseFit.of(model);
        PulseFit without = fit.without(pulse.onSeconds(), pulse.offSeconds() + TIMES_OF_SPINS * fit.lateSeconds());
        double absolute = thermometry.absoluteSigma(bins.baseRaw());
        double selfHeating = thermometry.selfHeatingWattPerKelvin(bins.baseRaw());
        Uncertain capacity = fit.heatCapacity();
        Uncertain loss = fit.loss();
        return new HeaterPulse(
                capacity.blurredBy(without.heatCapacity().value() - capacity.value())
                        .blurredBy(relative * capacity.value())
                        .blurredBy(expected.slopePerKelvin() * absolute * capacity.value()),
                new Uncertain(loss.value() + selfHeating, loss.sigma())
                        .blurredBy(without.loss().value() - loss.value())
                        .blurredBy(relative * loss.value()),
                fit.baselineKelvin(),
                fit.riseKelvin(),
                fit.scatterKelvin());
    }

    private static double scaleSigma(Thermometry thermometry, PulseBins bins) {
        double rise = thermometry.kelvin().applyAsDouble(bins.topRaw())
                - thermometry.kelvin().applyAsDouble(bins.baseRaw());
        if (!(rise > 0)) {
            throw new InsufficientTraceException(
                    String.format(Locale.ROOT, "the heater pulse warms the platform by %.6f K, due above 0 K", rise));
        }
        return thermometry.differenceSigma(bins.topRaw(), bins.baseRaw()) / rise;
    }
}
