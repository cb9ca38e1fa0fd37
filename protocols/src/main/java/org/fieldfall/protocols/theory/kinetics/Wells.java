package org.fieldfall.protocols.theory.kinetics;

import org.fieldfall.protocols.theory.level.Constants;

/**
 * Both wells of one species at one field and temperature, and what flows between them. Molar quantities are those of a
 * mole of this species. Mutable; used by one thread.
 */
final class Wells {

    private final Species species;
    private final WellExchange exchange;
    private final Well left;
    private final Well right;
    private final double momentUnit;

    private double kelvin;
    private double tesla;
    private double escape;

    Wells(Species species) {
        this.species = species;
        exchange = new WellExchange(species);
        left = Well.left(species.spin());
        right = Well.right(species.spin());
        // M = −R (g μB/kB) ⟨M⟩ per mole.
        momentUnit = -Constants.GAS * species.spin().zeemanKelvin(1);
    }

    double share() {
        return species.share();
    }

    /** M<sub>s</sub>, J/(mol T). */
    double saturationMoment() {
        return -momentUnit * species.spin().spin();
    }

    void look(double tesla, double kelvin) {
        this.tesla = tesla;
        this.kelvin = kelvin;
        escape = Double.NaN;
        var zeeman = species.spin().zeemanKelvin(tesla);
        left.look(zeeman, kelvin);
        right.look(zeeman, kelvin);
    }

    /** U, J/mol, with this population of the right well. */
    double energy(double p) {
        return Constants.GAS * mean(p, left.energy(), right.energy());
    }

    /** C at fixed field and populations, J/(mol K). */
    double heatCapacity(double p) {
        return Constants.GAS * mean(p, left.heatCapacity(), right.heatCapacity());
    }

    /** M, J/(mol T). */
    double moment(double p) {
        return momentUnit * mean(p, left.number(), right.number());
    }

    /** ∂M/∂T at fixed field and populations. */
    double momentSlope(double p) {
        return momentUnit * mean(p, left.numberSlope(), right.numberSlope());
    }

    /** ∂M/∂B at fixed temperature and populations, J/(mol T²). */
    double susceptibility(double p) {
        return momentUnit * momentUnit / Constants.GAS * mean(p, left.numberResponse(), right.numberResponse());
    }

    private static double mean(double p, double ofLeft, double ofRight) {
        return (1 - p) * ofLeft + p * ofRight;
    }

    /** U<sub>R</sub> − U<sub>L</sub>, J/mol. */
    double energyStep() {
        return Constants.GAS * (right.energy() - left.energy());
    }

    /** M<sub>R</sub> − M<sub>L</sub>, J/(mol T). */
    double momentStep() {
        return momentUnit * (right.number() - left.number());
    }

    /** Z<sub>R</sub>/(Z<sub>L</sub> + Z<sub>R</sub>). */
    double equilibriumUpper() {
        return 1 / (1 + left.partitionRatioTo(right));
    }

    /** dp/dt. */
    double crossing(double p) {
        return toRight() * (1 - p) - toLeft() * p;
    }

    /** G<sub>LR</sub>, per second and spin: over the barrier where the left well is the upper one, else by detailed balance. */
    double toRight() {
        return tesla < 0 ? escape() : escape() * right.partitionRatioTo(left);
    }

    /** G<sub>RL</sub>. */
    double toLeft() {
        return tesla < 0 ? escape() * left.partitionRatioTo(right) : escape();
    }

    private double escape() {
        if (Double.isNaN(escape)) {
            escape = exchange.escapePerSecond(tesla, kelvin);
        }
        return escape;
    }
}
