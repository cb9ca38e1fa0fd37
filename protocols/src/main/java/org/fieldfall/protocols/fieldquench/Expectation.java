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
 * What the theory expects of a shot; temperatures as differences from the initial one, as in {@link ShotPlan}.
 *
 * <p>Eqs. (9) and (11) are of the whole Hamiltonian, the completed relaxation and all times of the wells.
 */
record Expectation(
        double suddenKelvin,
        double suddenWithAddendaKelvin,
        double completedKelvin,
        double isentropicKelvin,
        double shareInRamp,
        double linkSeconds) {

    /** Stands for no final temperature while values are compared. */
    private static final double NONE = 0;

    static Expectation of(ShotSettings shot, Crystal crystal, RigFacts rig) {
        double ti = shot.initialKelvin();
        double[] finals = finals(shot, crystal, rig);
        TwoWells isolated = crystal.in(Surroundings.isolated());
        FieldHistory ramp = FieldHistory.ramp(shot.initialTesla(), shot.finalTesla(), 0, shot.rateTeslaPerSecond());
        return new Expectation(
                finals[0] - ti,
                finals[1] - ti,
                isolated.completedKelvin(ti, ramp) - ti,
                finals[2] == NONE ? Double.NaN : finals[2] - ti,
                isolated.shareCrossedInRamp(ti, ramp),
                rig.platform().linkSeconds(crystal, shot.initialTesla(), ti));
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

    List<String> warnings(Shot whole, Crystal crystal, RigFacts rig) {
        List<String> warnings = new ArrayList<>();
        Equilibration.of(whole.kind(), whole.settings(), crystal, rig).warning().ifPresent(warnings::add);
        if (whole.kind().isPredicted() && Math.abs(completedKelvin / suddenKelvin - 1) > ShotPlan.SUDDEN_SHARE) {
            warnings.add(Figure.text(
                    "not sudden: the completed ΔT, %.3f K, differs by %.1f %% from eq. (9), %.3f K",
                    completedKelvin, 100 * (completedKelvin / suddenKelvin - 1), suddenKelvin));
        }
        double ti = whole.settings().initialKelvin();
        crystal.validity().doubt("Ti", ti).ifPresent(doubt -> warnings.add("theory: " + doubt));
        if (whole.kind().isPredicted()) {
            crystal.validity()
                    .doubt("Tf of eq. (9)", ti + suddenKelvin)
                    .ifPresent(doubt -> warnings.add("theory: " + doubt));
        }
        if (whole.kind().isPredicted()) {
            noPrediction(whole.settings(), crystal, rig).ifPresent(warnings::add);
        }
        if (whole.settings().relaxSeconds() < 5 * linkSeconds) {
            warnings.add(Figure.text(
                    "relax: %g s is shorter than five time constants of the link, %.0f s; the heat taken up is not seen whole",
                    whole.settings().relaxSeconds(), 5 * linkSeconds));
        }
        return warnings;
    }

    /** As where the rig file's table of the link ends above the coldest temperature. */
    private static Optional<String> noPrediction(ShotSettings shot, Crystal crystal, RigFacts rig) {
        double ti = shot.initialKelvin();
        FieldHistory ramp = FieldHistory.ramp(shot.initialTesla(), shot.finalTesla(), 0, shot.rateTeslaPerSecond());
        double[] corners = ramp.corners();
        double end = corners.length == 0 ? 0 : corners[corners.length - 1];
        try {
            crystal.in(rig.platform().surroundings(crystal.moles().value(), ti))
                    .predict(ti, ramp, new double[] {end + shot.relaxSeconds()});
            return Optional.empty();
        } catch (NoConvergenceException unknown) {
            return Optional.of("the run will go without a prediction: " + unknown.getMessage());
        }
    }
}
