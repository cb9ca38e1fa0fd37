package org.fieldfall.app.cli;

import org.fieldfall.app.run.PlannedRun;
import org.fieldfall.app.run.PlannedShot;
import org.fieldfall.protocols.fieldquench.CoilHeat;
import org.fieldfall.protocols.fieldquench.Expectation;
import org.fieldfall.protocols.fieldquench.HeatLoads;
import org.fieldfall.protocols.fieldquench.PlannedCourse;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.fieldquench.Span;
import org.fieldfall.protocols.fieldquench.SupplyDemand;
import org.fieldfall.protocols.fieldquench.ThermometerDemand;
import org.fieldfall.protocols.fieldquench.Timetable;

/** A plan as JSON. What a refused shot is not asked for is null, its lists are empty. */
final class PlanJson {

    private PlanJson() {}

    static Json of(PlannedRun plan) {
        Json json = new Json()
                .put("protocol", plan.experiment().protocol().name())
                .put("sample", plan.experiment().sample().name())
                .put("rig", plan.experiment().rig().name())
                .put("source", plan.experiment().rig().source())
                .put("verdict", plan.isAllowed() ? "allowed" : "refused")
                .put("refusals", plan.refusals())
                .put("warnings", plan.warnings())
                .put("bias_field_t", plan.facts().biasTesla());
        return duration(json, plan.total())
                .put("record_bytes", plan.record().bytes())
                .put("disk_free_bytes", plan.record().disk().freeBytes())
                .put("shots", plan.shots().stream().map(PlanJson::of).toList());
    }

    private static Json duration(Json json, Span span) {
        return json.put("expected_s", span.expected())
                .put("shortest_s", span.shortest())
                .put("longest_s", span.longest());
    }

    private static Json of(PlannedShot shot) {
        ShotSettings settings = shot.shot().settings();
        ShotPlan plan = shot.plan();
        return new Json()
                .put("number", shot.number())
                .put("kind", shot.shot().kind().word())
                .put("initial_temperature_k", settings.initialKelvin())
                .put("initial_field_t", settings.initialTesla())
                .put("final_field_t", settings.finalTesla())
                .put("rate_asked_t_per_s", settings.rateTeslaPerSecond())
                .put("refusals", plan.refusals())
                .put("warnings", plan.warnings())
                .put(
                        "phases",
                        plan.timetable().phases().stream().map(PlanJson::phase).toList())
                .put("supply", supply(plan.supply()))
                .put("theory", theory(plan))
                .put("heat", heat(plan.heat()))
                .put("thermometer", thermometer(plan.thermometer(), plan.expected()));
    }

    private static Json phase(Timetable.Entry entry) {
        return duration(new Json().put("phase", entry.phase()), entry.span());
    }

    private static Json supply(SupplyDemand supply) {
        return new Json()
                .put("peak_v", supply.peakVolts())
                .put("compliance_v", supply.complianceVolts())
                .put("largest_a", supply.largestAmperes())
                .put("program_points", supply.points())
                .put("program_most_points", supply.mostPoints())
                .put("program_step_t", supply.stepTesla())
                .put("program_dwell_s", supply.dwellSeconds())
                .put("ramp_s", supply.rampSeconds())
                .put("rate_reached_t_per_s", supply.reachedTeslaPerSecond())
                .put("rate_reachable_t_per_s", supply.reachableTeslaPerSecond());
    }

    private static Json theory(ShotPlan plan) {
        Expectation it = plan.expected();
        return new Json()
                .put("sudden_delta_t_k", it.suddenKelvin())
                .put("sudden_with_addenda_delta_t_k", it.suddenWithAddendaKelvin())
                .put("completed_delta_t_k", it.completedKelvin())
                .put("isentropic_delta_t_k", it.isentropicKelvin())
                .put("is_sudden", it.isSudden())
                .put("excess_over_sudden", it.excess())
                .put("share_crossed_in_ramp", it.shareInRamp())
                .put("link_time_s", it.linkSeconds())
                .put("tau_initial_s", it.tauInitialSeconds())
                .put("tau_sudden_s", it.tauSuddenSeconds())
                .put("relaxation_times_waited", plan.relaxationTimes())
                .put("spin_heat_end_j", it.course().map(PlannedCourse::spinHeatJoule))
                .put(
                        "reached",
                        it.course().stream()
                                .flatMap(course -> course.reached().stream())
                                .map(PlanJson::reached)
                                .toList())
                .put("furthest", it.course().map(course -> reached(course.furthest())));
    }

    private static Json reached(PlannedCourse.Reached reached) {
        return new Json().put("after_ramp_s", reached.afterRampSeconds()).put("delta_t_k", reached.deltaKelvin());
    }

    private static Json heat(HeatLoads heat) {
        CoilHeat coil = heat.coil();
        return new Json()
                .put("eddy_w", heat.eddyWatt())
                .put("eddy_j", heat.eddyJoule())
                .put("eddy_k", heat.eddyKelvin())
                .put("self_heating_w", heat.selfHeatingWatt())
                .put("self_heating_k", heat.selfHeatingKelvin())
                .put("element_k", heat.elementKelvin())
                .put("pulse_k", heat.pulseKelvin())
                .put("circuit_j", coil.circuitJoule())
                .put("helium_j", coil.heliumJoule())
                .put("helium_l", coil.heliumLitres())
                .put("helium_at_most_l", coil.heliumLitresAtMost());
    }

    private static Json thermometer(ThermometerDemand demand, Expectation expected) {
        return new Json()
                .put("readings", demand.readings())
                .put("most_readings", demand.mostReadings())
                .put("memory_readings", demand.memoryReadings())
                .put("memory_lasts_drains", demand.drains())
                .put("lag_k", expected.course().map(PlannedCourse::lagKelvin));
    }
}
