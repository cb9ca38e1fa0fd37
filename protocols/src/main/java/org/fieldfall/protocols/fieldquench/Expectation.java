package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.level.Constants;

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
 * @param joule Q of the two-well kinetics at the asked times
 * @param equilibriumJoule n [U<sub>m</sub>(Bf,T) − U<sub>m,0</sub>] at the crystal's temperature at the asked times: what spins that were in
 *     equilibrium with it after a sudden change had taken up
 */
public record Expectation(
        Uncertain suddenKelvin,
        Uncertain suddenWithAddendaKelvin,
        Uncertain completedKelvin,
        Uncertain isentropicKelvin,
        Uncertain suddenJoule,
        Uncertain completedJoule,
        List<Uncertain> joule,
        List<Uncertain> equilibriumJoule) {

    private static final int LIMITS = 6;

    public Expectation {
        joule = List.copyOf(joule);
        equilibriumJoule = List.copyOf(equilibriumJoule);
    }

    /**
     * A shot as it was performed.
     *
     * @param startKelvin the crystal just before the ramp
     * @param restKelvin where the platform rests
     * @param rateTeslaPerSecond magnitude
     * @param linkWattPerKelvin as it is best known
     * @param afterRampSeconds asked times, ascending
     * @param kelvin the crystal's temperature at these
     */
    public record Performed(
            Uncertain startKelvin,
            double restKelvin,
            Uncertain beforeTesla,
            Uncertain afterTesla,
            double rateTeslaPerSecond,
            Uncertain linkWattPerKelvin,
            double[] afterRampSeconds,
            double[] kelvin) {}

    public static Expectation of(Crystal crystal, RigFacts rig, Performed shot) {
        Inputs central = new Inputs(
                0,
                crystal.moles().value(),
                rig.addendaJoulePerKelvin().value(),
                shot.linkWattPerKelvin().value(),
                shot.beforeTesla().value(),
                shot.afterTesla().value());
        double[] value = central.evaluate(crystal, shot);
        double[] variance = new double[value.length];
        for (Inputs moved : central.moved(crystal, rig, shot)) {
            double[] other = moved.evaluate(crystal, shot);
            for (int i = 0; i < value.length; i++) {
                variance[i] += (other[i] - value[i]) * (other[i] - value[i]);
            }
        }
        List<Uncertain> numbers = new ArrayList<>();
        for (int i = 0; i < value.length; i++) {
            numbers.add(new Uncertain(value[i], Math.sqrt(variance[i])));
        }
        int times = shot.afterRampSeconds().length;
        return new Expectation(
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
            double warmerKelvin, double moles, double addenda, double link, double beforeTesla, double afterTesla) {

        List<Inputs> moved(Crystal crystal, RigFacts rig, Performed shot) {
            double coil = rig.teslaPerAmpere().relativeSigma();
            double before = Math.hypot(shot.beforeTesla().sigma(), coil * beforeTesla);
            double after = Math.hypot(shot.afterTesla().sigma(), coil * afterTesla);
            return List.of(
                    new Inputs(shot.startKelvin().sigma(), moles, addenda, link, beforeTesla, afterTesla),
                    new Inputs(0, moles + crystal.moles().sigma(), addenda, link, beforeTesla, afterTesla),
                    new Inputs(0, moles, addenda + rig.addendaJoulePerKelvin().sigma(), link, beforeTesla, afterTesla),
                    new Inputs(
                            0, moles, addenda, link + shot.linkWattPerKelvin().sigma(), beforeTesla, afterTesla),
                    new Inputs(0, moles, addenda, link, beforeTesla + before, afterTesla + after));
        }

        double[] evaluate(Crystal crystal, Performed shot) {
            double start = shot.startKelvin().value() + warmerKelvin;
            FieldHistory ramp = FieldHistory.ramp(beforeTesla, afterTesla, 0, shot.rateTeslaPerSecond());
            Lattice withAddenda = crystal.lattice().plus(new ConstantHeatCapacity(addenda / moles));
            SuddenLimit sudden = new SuddenLimit(crystal.spin(), crystal.lattice());
            double suddenJoule = moles * sudden.heatTakenUp(beforeTesla, afterTesla, start);
            TwoWells wells = new TwoWells(
                    crystal.spin(),
                    crystal.lattice(),
                    crystal.relaxation(),
                    Surroundings.linked(moles, addenda, link, start));
            double[] numbers = new double[LIMITS + 2 * shot.afterRampSeconds().length];
            numbers[0] = sudden.finalKelvin(beforeTesla, afterTesla, start) - start;
            numbers[1] =
                    new SuddenLimit(crystal.spin(), withAddenda).finalKelvin(beforeTesla, afterTesla, start) - start;
            numbers[2] = wells.completedKelvin(start, ramp) - start;
            numbers[3] = new Isentrope(crystal.spin(), crystal.lattice())
                            .finalKelvin(beforeTesla, afterTesla, start)
                            .orElse(Double.NaN)
                    - start;
            numbers[4] = suddenJoule;
            numbers[5] = wells.completedHeatJoule(start, ramp);
            fillHeat(numbers, crystal, shot, wells, ramp, suddenJoule);
            return numbers;
        }

        private void fillHeat(
                double[] numbers,
                Crystal crystal,
                Performed shot,
                TwoWells wells,
                FieldHistory ramp,
                double suddenJoule) {
            int times = shot.afterRampSeconds().length;
            if (times == 0) {
                return;
            }
            double start = shot.startKelvin().value() + warmerKelvin;
            double rest = shot.restKelvin() + warmerKelvin;
            double seconds = Math.abs(afterTesla - beforeTesla) / shot.rateTeslaPerSecond();
            double[] at =
                    Arrays.stream(shot.afterRampSeconds()).map(t -> t + seconds).toArray();
            double[] joule = wells.in(wells.surroundings().withBathAt(rest))
                    .predict(start, ramp, at)
                    .spinHeatJoule();
            double atStart = energy(crystal, start);
            for (int i = 0; i < times; i++) {
                numbers[LIMITS + i] = joule[i];
                double kelvin = shot.kelvin()[i] + warmerKelvin;
                numbers[LIMITS + times + i] = suddenJoule + energy(crystal, kelvin) - atStart;
            }
        }

        /** Of the spins in equilibrium at the last field, J. */
        private double energy(Crystal crystal, double kelvin) {
            return moles
                    * Constants.GAS
                    * crystal.spin().at(afterTesla).averages(kelvin).excess();
        }
    }
}
