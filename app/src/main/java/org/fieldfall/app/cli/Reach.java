package org.fieldfall.app.cli;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.app.config.ThermalLaw;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.balance.SuddenLimit;
import org.fieldfall.protocols.theory.kinetics.FieldHistory;
import org.fieldfall.protocols.theory.kinetics.Reachable;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * What a rig leaves of one field quench by some times after its ramp.
 *
 * @param closed what the closed formulas say
 * @param suddenWithAddendaKelvin Tf of eq. (9) with the platform's heat capacity
 * @param completedKelvin after the real ramp and complete relaxation, spins and lattice alone
 * @param inWellKelvin at the end of the ramp if no spin crossed the barrier, spins and lattice alone
 * @param shareCrossedInRamp of all spins that will cross
 * @param linkSeconds time constant of the link at Ti, wells blocked
 * @param selfHeatingKelvin by what the thermometer keeps the resting platform above the bath
 * @param completedHeatJoule Q∞, heat that the spins have taken up once all is back at Ti
 */
record Reach(
        Forecast closed,
        double teslaPerSecond,
        double rampSeconds,
        double suddenWithAddendaKelvin,
        double completedKelvin,
        double inWellKelvin,
        double shareCrossedInRamp,
        double linkSeconds,
        double selfHeatingKelvin,
        double completedHeatJoule,
        List<Moment> moments,
        List<String> warnings) {

    /** In one call: some minutes' work. */
    static final int MOST_POINTS = 20_000;

    /** Protocols set their own tolerance for a start away from a fixed bath; this is a generous one. */
    private static final double NEAR_BATH_KELVIN = 0.05;

    /**
     * One time after the end of the ramp.
     *
     * @param kelvin lattice temperature of the sample
     * @param coldestSeconds when it was coldest so far; below zero within the ramp
     * @param shownDeltaKelvin change of what the thermometer shows
     * @param spinHeatJoule Q, heat that the spins have taken up
     */
    record Moment(
            double bySeconds,
            double kelvin,
            double coldestKelvin,
            double coldestSeconds,
            double shownDeltaKelvin,
            double shownKelvin,
            double spinHeatJoule) {}

    Reach {
        moments = List.copyOf(moments);
        warnings = List.copyOf(warnings);
    }

    static Reach of(SampleOnRig asked, Forecast closed, List<Double> bySeconds) {
        try {
            return known(asked, closed, bySeconds);
        } catch (NoConvergenceException e) {
            throw new NoConvergenceException(text(
                    "no answer for Bi = %g T, Bf = %g T, Ti = %g K: %s%s",
                    closed.initialTesla(),
                    closed.finalTesla(),
                    closed.initialKelvin(),
                    String.valueOf(e.getMessage()),
                    bound(asked)));
        }
    }

    /** Where a table ends a prediction is where it most often ends. */
    static String bound(SampleOnRig asked) {
        return asked.rig().platform().link() instanceof ThermalLaw.Table table
                ? text(
                        " (platform.link is known from %g K to %g K)",
                        table.points().get(0).kelvin(),
                        table.points().get(table.points().size() - 1).kelvin())
                : "";
    }

    private static Reach known(SampleOnRig asked, Forecast closed, List<Double> bySeconds) {
        var bi = closed.initialTesla();
        var bf = closed.finalTesla();
        var ti = closed.initialKelvin();
        var rampSeconds = Math.abs(bf - bi) / asked.teslaPerSecond();
        var ramp = FieldHistory.ramp(bi, bf, 0, asked.teslaPerSecond());
        var platform = asked.platform(ti);
        var crystal = asked.crystal();
        var model = asked.restingAt(ti);
        var addenda = platform.addenda().times(1 / crystal.moles().value());
        var whole = crystal.lattice().plus(addenda);
        var withAddenda = crystal.spins()
                .values(spin -> new double[] {new SuddenLimit(spin, whole).finalKelvin(bi, bf, ti)})
                .values();
        var completed = model.completedKelvin(ti, ramp);
        return new Reach(
                closed,
                asked.teslaPerSecond(),
                rampSeconds,
                withAddenda[0],
                completed,
                model.inWellKelvin(ti, ramp),
                model.shareCrossedInRamp(ti, ramp),
                platform.linkSeconds(crystal, bi, ti),
                platform.thermometer().selfHeatingWatt() / platform.link().wattPerKelvin(ti),
                model.completedHeatJoule(ti, ramp),
                moments(model, ti, ramp, rampSeconds, bySeconds),
                warnings(asked, closed, completed));
    }

    private static List<Moment> moments(
            TwoWells model, double ti, FieldHistory ramp, double rampSeconds, List<Double> bySeconds) {
        var times = new double[bySeconds.size() + 1];
        for (var i = 1; i < times.length; i++) {
            times[i] = rampSeconds + bySeconds.get(i - 1);
        }
        var prediction = model.predict(ti, ramp, times);
        var kelvin = prediction.kelvin();
        var shown = prediction.shownKelvin();
        var heat = prediction.spinHeatJoule();
        var moments = new ArrayList<Moment>();
        for (var i = 1; i < times.length; i++) {
            var reached = new Reachable(model).by(ti, ramp, bySeconds.get(i - 1));
            moments.add(new Moment(
                    bySeconds.get(i - 1),
                    kelvin[i],
                    reached.coldestKelvin(),
                    reached.coldestSeconds(),
                    shown[i] - shown[0],
                    shown[i],
                    heat[i]));
        }
        return moments;
    }

    private static List<String> warnings(SampleOnRig asked, Forecast closed, double completed) {
        var warnings = new ArrayList<>(closed.warnings());
        var past = -closed.finalTesla() * Math.signum(closed.initialTesla());
        if (past > ShotPlan.PAST_ZERO_TESLA) {
            warnings.add(text(
                    "final field %g T is %g mT past zero seen from %g T: spins left against the field release heat, ΔT is"
                            + " %+.3f K once they have; a run refuses it",
                    closed.finalTesla(), 1e3 * past, closed.initialTesla(), completed - closed.initialKelvin()));
        }
        asked.rig()
                .bath()
                .filter(bath -> Math.abs(bath.kelvin().value() - closed.initialKelvin()) > NEAR_BATH_KELVIN)
                .ifPresent(bath -> warnings.add(text(
                        "this rig's bath is fixed at %g K: from Ti = %g K the sample would drift there",
                        bath.kelvin().value(), closed.initialKelvin())));
        return warnings;
    }

    double completedDeltaKelvin() {
        return completedKelvin - closed.initialKelvin();
    }

    /** By how much of eq. (9) the completed ΔT differs from it; not a number where there is no change. */
    double excess() {
        return completedDeltaKelvin() / closed.suddenDeltaKelvin() - 1;
    }

    boolean isSudden() {
        return Math.abs(excess()) <= ShotPlan.SUDDEN_SHARE;
    }

    Json json() {
        var ti = closed.initialKelvin();
        return closed.json()
                .put("rate_t_per_s", teslaPerSecond)
                .put("ramp_s", rampSeconds)
                .put("sudden_with_addenda_delta_t_k", suddenWithAddendaKelvin - ti)
                .put("completed_delta_t_k", completedDeltaKelvin())
                .put("completed_final_k", completedKelvin)
                .put("in_well_delta_t_k", inWellKelvin - ti)
                .put("share_crossed_in_ramp", shareCrossedInRamp)
                .put("link_time_s", linkSeconds)
                .put("self_heating_k", selfHeatingKelvin)
                .put("spin_heat_end_j", completedHeatJoule)
                .put("reached", moments.stream().map(moment -> json(moment, ti)).toList())
                .put("warnings", warnings);
    }

    private static Json json(Moment it, double ti) {
        return new Json()
                .put("by_s", it.bySeconds)
                .put("delta_t_k", it.kelvin - ti)
                .put("temperature_k", it.kelvin)
                .put("coldest_delta_t_k", it.coldestKelvin - ti)
                .put("coldest_at_s", it.coldestSeconds)
                .put("shown_delta_t_k", it.shownDeltaKelvin)
                .put("shown_k", it.shownKelvin)
                .put("spin_heat_j", it.spinHeatJoule);
    }
}
