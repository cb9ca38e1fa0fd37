package org.fieldfall.protocols.theory.kinetics;

import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Reachable.Reached;
import org.fieldfall.protocols.theory.level.Ensemble;

/**
 * Looks for the starting temperature and the final field with the most cooling: within a time, as a rig reaches it, and for
 * ever, by eq. (9). Immutable.
 *
 * <p>The two differ because cooling lengthens τ and so arrests itself: within a time only a start that is warm enough for
 * the wells to exchange gets far, although the heat capacity of its lattice is larger.
 *
 * @param model whose link leads to each starting temperature
 * @param spins with their whole Hamiltonian, for eq. (9)
 * @param bySeconds after the end of the ramp
 */
public record MostCooling(
        TwoWells model,
        Ensemble spins,
        double biTesla,
        double rateTeslaPerSecond,
        double bySeconds,
        Range tiKelvin,
        Range bfTesla) {

    private static final double COARSE = 1e-4;
    private static final double FINE = 1e-6;

    public MostCooling {
        if (!(rateTeslaPerSecond > 0 && rateTeslaPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "rate of a ramp must be above 0 T/s and finite, got " + rateTeslaPerSecond + " T/s");
        }
        if (!(tiKelvin.from() > 0)) {
            throw new IllegalArgumentException(
                    "starting temperatures must be above 0 K, got a range from " + tiKelvin.from() + " K");
        }
    }

    /** Spins of which the model's main species is all there is. */
    public MostCooling(
            TwoWells model,
            double biTesla,
            double rateTeslaPerSecond,
            double bySeconds,
            Range tiKelvin,
            Range bfTesla) {
        this(
                model,
                Ensemble.of(model.spins().main().spin()),
                biTesla,
                rateTeslaPerSecond,
                bySeconds,
                tiKelvin,
                bfTesla);
    }

    /**
     * A starting temperature and a final field, with what they are worth.
     *
     * @param suddenDeltaKelvin ΔT of eq. (9), of spins and lattice alone
     * @param reached within the time, behind the link and with the addenda
     * @param tauStartSeconds exchange time of the wells at (Bf, Ti): relaxation begins with it
     * @param tauColdestSeconds the same at the coldest temperature reached: with it relaxation arrests itself
     * @param shareCrossedInRamp of all spins that would cross in the end
     * @param isOnBorder whether a wider range might hold a better choice
     */
    public record Choice(
            double tiKelvin,
            double bfTesla,
            double suddenDeltaKelvin,
            Reached reached,
            double tauStartSeconds,
            double tauColdestSeconds,
            double shareCrossedInRamp,
            boolean isOnBorder) {}

    /**
     * Both choices, each with both of its values.
     *
     * @param reachable the one that cools most within the time
     * @param sudden the one that cools most by eq. (9)
     */
    public record Answer(Choice reachable, Choice sudden) {}

    /** By the coldest moment until the time. */
    public Answer find() {
        return find(Reached::coldestDeltaKelvin);
    }

    /** By some value of what is reached, such as ΔT at the time itself; the lowest counts. */
    public Answer find(ToDoubleFunction<Reached> delta) {
        DoubleBinaryOperator sudden = this::suddenDelta;
        DoubleBinaryOperator coarse = (ti, bf) -> delta.applyAsDouble(reached(ti, bf, COARSE));
        DoubleBinaryOperator fine = (ti, bf) -> delta.applyAsDouble(reached(ti, bf, FINE));
        var search = new ValleySearch(tiKelvin, bfTesla);
        return new Answer(choice(search.deepest(coarse, fine)), choice(search.deepest(sudden, sudden)));
    }

    private double suddenDelta(double ti, double bf) {
        return spins.values(spin -> new double[] {new SuddenLimit(spin, model.lattice()).finalKelvin(biTesla, bf, ti)})
                        .values()[0]
                - ti;
    }

    private Reached reached(double ti, double bf, double tolerance) {
        return new Reachable(model).by(ti, ramp(bf), bySeconds, tolerance);
    }

    private FieldHistory ramp(double bf) {
        return FieldHistory.ramp(biTesla, bf, 0, rateTeslaPerSecond);
    }

    private Choice choice(ValleySearch.Place place) {
        var ti = place.x();
        var bf = place.y();
        var reached = reached(ti, bf, TwoWellSystem.TOLERANCE);
        return new Choice(
                ti,
                bf,
                suddenDelta(ti, bf),
                reached,
                model.equilibrationSeconds(ti, bf),
                model.equilibrationSeconds(reached.coldestKelvin(), bf),
                model.shareCrossedInRamp(ti, ramp(bf)),
                tiKelvin.isBorder(ti) || bfTesla.isBorder(bf));
    }
}
