package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.theory.balance.Isentrope;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;
import org.fieldfall.protocols.theory.lattice.Lattice;

/**
 * What the theory expects of a shot; temperatures as differences from the initial one.
 *
 * <p>Eqs. (9) and (11) are of the whole Hamiltonian, the completed relaxation and all times of the wells.
 *
 * @param suddenKelvin sudden limit, eq. (9)
 * @param suddenWithAddendaKelvin the same with the platform's heat capacity
 * @param completedKelvin after the real ramp and complete adiabatic relaxation, without addenda
 * @param isentropicKelvin eq. (11); NaN when there is no answer
 * @param shareInRamp share of the spins' crossing that happens during the ramp
 * @param linkSeconds time constant of the link at the initial state, wells blocked
 * @param tauInitialSeconds relaxation time of the wells at Bi and Ti
 * @param tauSuddenSeconds the same at Bf and the end of eq. (9)
 * @param course the prediction on the rig's platform; empty where the crystal does nothing of its own or there is no answer
 * @param unpredicted why there is none though there should be
 */
public record Expectation(
        double suddenKelvin,
        double suddenWithAddendaKelvin,
        double completedKelvin,
        double isentropicKelvin,
        double shareInRamp,
        double linkSeconds,
        double tauInitialSeconds,
        double tauSuddenSeconds,
        Optional<PlannedCourse> course,
        Optional<String> unpredicted) {

    /** Stands for no final temperature while values are compared. */
    private static final double NONE = 0;

    /** A larger share of the cooling that the thermometer does not see in time is worth a word. */
    private static final double LAG_SHARE = 0.05;

    static Expectation none() {
        double none = Double.NaN;
        return new Expectation(none, none, none, none, none, none, none, none, Optional.empty(), Optional.empty());
    }

    static Expectation of(Shot whole, Crystal crystal, RigFacts rig) {
        ShotSettings shot = whole.performed();
        double ti = shot.initialKelvin();
        double[] finals = finals(shot, crystal, rig);
        TwoWells isolated = crystal.in(Surroundings.isolated());
        FieldHistory ramp = FieldHistory.ramp(shot.initialTesla(), shot.finalTesla(), 0, shot.rateTeslaPerSecond());
        Optional<PlannedCourse> course = Optional.empty();
        Optional<String> unpredicted = Optional.empty();
        if (whole.kind().isPredicted()) {
            try {
                course = Optional.of(PlannedCourse.of(shot, crystal, rig));
            } catch (NoConvergenceException unknown) {
                // As where the rig file's table of the link ends above the coldest temperature.
                unpredicted = Optional.of("the run will go without a prediction: " + unknown.getMessage());
            }
        }
        return new Expectation(
                finals[0] - ti,
                finals[1] - ti,
                isolated.completedKelvin(ti, ramp) - ti,
                finals[2] == NONE ? Double.NaN : finals[2] - ti,
                isolated.shareCrossedInRamp(ti, ramp),
                rig.platform().linkSeconds(crystal, shot.initialTesla(), ti),
                isolated.equilibrationSeconds(ti, shot.initialTesla()),
                isolated.equilibrationSeconds(finals[0], shot.finalTesla()),
                course,
                unpredicted);
    }

    /** Tf of eq. (9) without and with addenda, and of eq. (11). */
    private static double[] finals(ShotSettings shot, Crystal crystal, RigFacts rig) {
        double ti = shot.initialKelvin();
        double bi = shot.initialTesla();
        double bf = shot.finalTesla();
        Lattice alone = crystal.lattice();
        Lattice whole =
                alone.plus(rig.platform().addenda().times(1 / crystal.moles().value()));
        return crystal.spins()
                .values(spin -> new double[] {
                    new SuddenLimit(spin, alone).finalKelvin(bi, bf, ti),
                    new SuddenLimit(spin, whole).finalKelvin(bi, bf, ti),
                    new Isentrope(spin, alone).finalKelvin(bi, bf, ti).orElse(NONE)
                })
                .values();
    }

    /** By what share of eq. (9) the completed ΔT differs from it; NaN where nothing is swept. */
    public double excess() {
        return completedKelvin / suddenKelvin - 1;
    }

    /** True if what the crystal does after complete relaxation is what eq. (9) says, to 3 %. */
    public boolean isSudden() {
        return Math.abs(excess()) <= ShotPlan.SUDDEN_SHARE;
    }

    List<String> warnings(Shot whole, Crystal crystal) {
        List<String> warnings = new ArrayList<>();
        double ti = whole.settings().initialKelvin();
        if (whole.kind().isPredicted() && !isSudden()) {
            warnings.add(Figure.text(
                    "not sudden: the completed ΔT, %.3f K, differs by %.1f %% from eq. (9), %.3f K",
                    completedKelvin, 100 * excess(), suddenKelvin));
        }
        crystal.validity().doubt("Ti", ti).ifPresent(doubt -> warnings.add("theory: " + doubt));
        if (whole.kind().isPredicted()) {
            crystal.validity()
                    .doubt("Tf of eq. (9)", ti + suddenKelvin)
                    .ifPresent(doubt -> warnings.add("theory: " + doubt));
        }
        unpredicted.ifPresent(warnings::add);
        course.filter(found -> found.lagKelvin()
                        > LAG_SHARE * Math.abs(found.furthest().deltaKelvin()))
                .ifPresent(found -> warnings.add(Figure.text(
                        "lag: the thermometer is up to %.0f mK behind the crystal", 1000 * found.lagKelvin())));
        if (whole.settings().relaxSeconds() < 5 * linkSeconds) {
            warnings.add(Figure.text(
                    "relax: %g s is shorter than five time constants of the link, %.0f s; the heat taken up is not seen whole",
                    whole.settings().relaxSeconds(), 5 * linkSeconds));
        }
        return warnings;
    }
}
