package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.Departure;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.Constants;
import org.fieldfall.protocols.theory.level.SpinModel;

/**
 * What the theory says of a shot as it was performed: from the measured start, between the measured fields. Each uncertain
 * input is moved by its standard uncertainty, the changes are added in squares.
 *
 * @param suddenKelvin ΔT of eq. (9), spins and lattice alone
 * @param suddenWithAddendaKelvin the same with the platform
 * @param completedKelvin ΔT after the real ramp and complete adiabatic relaxation, spins and lattice alone
 * @param isentropicKelvin ΔT of eq. (11); NaN where there is no answer
 * @param suddenJoule heat of eqs. (3) to (6), n N<sub>A</sub> Σ [n<sub>k</sub>(Bf,Ti) − n<sub>k</sub>(Bi,Ti)] E<sub>k</sub>(Bf)
 * @param completedJoule Q∞ of the two-well kinetics: the real ramp, in which the spins follow within their wells
 * @param joule Q of the two-well kinetics at the asked times; NaN where it has no answer, as beyond a table of the link
 * @param equilibriumJoule n [U<sub>m</sub>(Bf,T) − U<sub>m,0</sub>] at the crystal's temperature at the asked times: what spins that were in
 *     equilibrium with it after a sudden change had taken up
 */
public record PerformedExpectation(
        Uncertain suddenKelvin,
        Uncertain suddenWithAddendaKelvin,
        Uncertain completedKelvin,
        Uncertain isentropicKelvin,
        Uncertain suddenJoule,
        Uncertain completedJoule,
        List<Uncertain> joule,
        List<Uncertain> equilibriumJoule) {

    private static final int LIMITS = 6;

    /** Stands for no final temperature while values are compared. */
    private static final double NONE = 0;

    public PerformedExpectation {
        joule = List.copyOf(joule);
        equilibriumJoule = List.copyOf(equilibriumJoule);
    }

    /**
     * A shot as it was performed.
     *
     * @param startKelvin the crystal just before the ramp
     * @param departure of the populations from equilibrium just before the ramp
     * @param restKelvin where the platform rests
     * @param rateTeslaPerSecond magnitude
     * @param platform with its link as it is best known
     * @param afterRampSeconds asked times, ascending
     * @param kelvin the crystal's temperature at these
     */
    public record Performed(
            Uncertain startKelvin,
            Departure departure,
            double restKelvin,
            Uncertain beforeTesla,
            Uncertain afterTesla,
            double rateTeslaPerSecond,
            PlatformFacts platform,
            double[] afterRampSeconds,
            double[] kelvin) {}

    public static PerformedExpectation of(Crystal crystal, RigFacts rig, Performed shot) {
        Inputs central = new Inputs(
                0,
                crystal.moles().value(),
                shot.platform(),
                shot.beforeTesla().value(),
                shot.afterTesla().value());
        double[] value = central.evaluate(crystal, shot);
        double[] variance = new double[value.length];
        List<double[]> others = new ArrayList<>();
        central.moved(crystal, rig, shot).forEach(moved -> others.add(moved.evaluate(crystal, shot)));
        crystal.moved().forEach(moved -> others.add(central.evaluate(moved, shot)));
        for (double[] other : others) {
            for (int i = 0; i < value.length; i++) {
                variance[i] += (other[i] - value[i]) * (other[i] - value[i]);
            }
        }
        List<Uncertain> numbers = new ArrayList<>();
        for (int i = 0; i < value.length; i++) {
            numbers.add(new Uncertain(value[i], Math.sqrt(variance[i])));
        }
        int times = shot.afterRampSeconds().length;
        return new PerformedExpectation(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.subList(LIMITS, LIMITS + times),
                numbers.subList(LIMITS + times, LIMITS + 2 * times));
    }

    /** What an expectation rests on; the temperatures all move together. */
    private record Inputs(
            double warmerKelvin, double moles, PlatformFacts platform, double beforeTesla, double afterTesla) {

        List<Inputs> moved(Crystal crystal, RigFacts rig, Performed shot) {
            double coil = rig.teslaPerAmpere().relativeSigma();
            double before = Math.hypot(shot.beforeTesla().sigma(), coil * beforeTesla);
            double after = Math.hypot(shot.afterTesla().sigma(), coil * afterTesla);
            return List.of(
                    new Inputs(shot.startKelvin().sigma(), moles, platform, beforeTesla, afterTesla),
                    new Inputs(0, moles + crystal.moles().sigma(), platform, beforeTesla, afterTesla),
                    on(platform.withAddendaTimes(1 + platform.addendaRelativeSigma())),
                    on(platform.withLinkTimes(1 + platform.linkRelativeSigma())),
                    new Inputs(0, moles, platform, beforeTesla + before, afterTesla + after));
        }

        private Inputs on(PlatformFacts other) {
            return new Inputs(warmerKelvin, moles, other, beforeTesla, afterTesla);
        }

        double[] evaluate(Crystal crystal, Performed shot) {
            int times = shot.afterRampSeconds().length;
            double start = shot.startKelvin().value() + warmerKelvin;
            FieldHistory ramp = FieldHistory.ramp(beforeTesla, afterTesla, 0, shot.rateTeslaPerSecond());
            double[] whole = ofWholeSpins(crystal, shot, start);
            double[] kinetics = ofWells(crystal, shot, start, ramp);
            double[] numbers = new double[LIMITS + 2 * times];
            numbers[0] = whole[0] - start;
            numbers[1] = whole[1] - start;
            numbers[2] = crystal.in(Surroundings.isolated()).completedKelvin(start, shot.departure(), ramp) - start;
            numbers[3] = whole[2] == NONE ? Double.NaN : whole[2] - start;
            numbers[4] = moles * Constants.GAS * whole[3];
            System.arraycopy(kinetics, 0, numbers, LIMITS - 1, 1 + times);
            for (int i = 0; i < times; i++) {
                numbers[LIMITS + times + i] = moles * Constants.GAS * whole[4 + i];
            }
            return numbers;
        }

        /**
         * Tf of eq. (9) without and with addenda, Tf of eq. (11), the heat of eqs. (3) to (6), and at the asked times that of
         * spins in equilibrium; heat in kelvin a spin, so that all values converge to one tolerance.
         */
        private double[] ofWholeSpins(Crystal crystal, Performed shot, double start) {
            Lattice alone = crystal.lattice();
            Lattice withAddenda = alone.plus(platform.addenda().times(1 / moles));
            return crystal.spins()
                    .values(spin -> {
                        double[] values = new double[4 + shot.afterRampSeconds().length];
                        SuddenLimit sudden = new SuddenLimit(spin, alone);
                        values[0] = sudden.finalKelvin(beforeTesla, afterTesla, start);
                        values[1] = new SuddenLimit(spin, withAddenda).finalKelvin(beforeTesla, afterTesla, start);
                        values[2] = new Isentrope(spin, alone)
                                .finalKelvin(beforeTesla, afterTesla, start)
                                .orElse(NONE);
                        values[3] = sudden.heatTakenUp(beforeTesla, afterTesla, start) / Constants.GAS;
                        double atStart = energy(spin, start);
                        for (int i = 4; i < values.length; i++) {
                            values[i] = values[3] + energy(spin, shot.kelvin()[i - 4] + warmerKelvin) - atStart;
                        }
                        return values;
                    })
                    .values();
        }

        /** Of spins in equilibrium at the last field, above the lowest level, in kelvin. */
        private double energy(SpinModel spin, double kelvin) {
            return spin.at(afterTesla).averages(kelvin).excess();
        }

        /** Q∞ of the kinetics, then Q at the asked times. */
        private double[] ofWells(Crystal crystal, Performed shot, double start, FieldHistory ramp) {
            double watt = SpinPower.watt(crystal, platform, moles, start, beforeTesla, shot.departure());
            double rest = shot.restKelvin()
                    + warmerKelvin
                    - SpinPower.restKelvin(crystal, platform, moles, start, beforeTesla, shot.departure());
            double seconds = Math.abs(afterTesla - beforeTesla) / shot.rateTeslaPerSecond();
            double[] at =
                    Arrays.stream(shot.afterRampSeconds()).map(t -> t + seconds).toArray();
            double[] joule = new double[1 + at.length];
            try {
                joule[0] = crystal.in(platform.surroundings(moles, start))
                        .completedHeatJoule(start, shot.departure(), ramp);
                if (at.length > 0) {
                    double[] taken = crystal.in(platform.surroundings(moles, rest))
                            .predict(start, shot.departure(), ramp, at)
                            .spinHeatJoule();
                    for (int i = 0; i < at.length; i++) {
                        // What they gave off before counts as the platform's steady power, in the measured heat too.
                        joule[1 + i] = taken[i] + watt * at[i];
                    }
                }
            } catch (NoConvergenceException unknown) {
                Arrays.fill(joule, Double.NaN);
            }
            return joule;
        }
    }
}
