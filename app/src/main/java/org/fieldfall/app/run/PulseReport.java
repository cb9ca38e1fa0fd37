package org.fieldfall.app.run;

import java.util.Locale;
import java.util.Map;
import org.fieldfall.protocols.analysis.HeaterPulse;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.theory.kinetics.Surroundings;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * Heat capacity and link from a heater pulse, beside what the files say of both.
 *
 * @param acquisitionSentSeconds rig time of the trace's first reading
 */
record PulseReport(
        ShotNotes.PulseNotes given,
        double acquisitionSentSeconds,
        ShotSettings settings,
        Crystal crystal,
        RigFacts facts) {

    /** The theory's share of the spins in the heat capacity is only where the fit begins; so far it may be off. */
    private static final double LATE_SHARE_SIGMA = 0.5;

    /** Fits the pulse. The theory gives how the heat capacity bends over the rise, a correction of a percent or two. */
    HeaterPulse fit(Trace trace) {
        double seconds = given.offSeconds() - given.onSeconds();
        double time = Math.sqrt(2) * given.timeSigmaSeconds() / seconds;
        double relative = Math.hypot(facts.heater().orElseThrow().relativeSigma(), time);
        HeaterPulse.Pulse pulse = new HeaterPulse.Pulse(
                given.onSeconds() - acquisitionSentSeconds,
                given.offSeconds() - acquisitionSentSeconds,
                new Uncertain(given.watts(), relative * given.watts()));
        return HeaterPulse.of(trace, facts.thermometry(), pulse, expected());
    }

    private HeaterPulse.Expected expected() {
        double kelvin = settings.initialKelvin();
        double share = betweenWells(kelvin) / expectedJoulePerKelvin(kelvin);
        TwoWells wells = crystal.in(Surroundings.isolated());
        return new HeaterPulse.Expected(
                expectedJoulePerKelvin(kelvin),
                facts.platform().link().wattPerKelvin(kelvin),
                slope(),
                new Uncertain(share, LATE_SHARE_SIGMA * share),
                wells.equilibrationSeconds(kelvin, settings.initialTesla()));
    }

    /** What the exchange between the wells adds to the heat capacity of blocked wells. */
    private double betweenWells(double kelvin) {
        return crystal.moles().value() * crystal.wells().exchangeHeatCapacity(kelvin, settings.initialTesla());
    }

    private double slope() {
        double kelvin = settings.initialKelvin();
        double step = 0.05;
        double up = expectedJoulePerKelvin(kelvin + step);
        double down = expectedJoulePerKelvin(kelvin - step);
        return (up - down) / (2 * step) / expectedJoulePerKelvin(kelvin);
    }

    /** Heat capacity of crystal and platform with the spins in equilibrium at the shot's field. */
    double expectedJoulePerKelvin(double kelvin) {
        double blocked = crystal.wells().blockedHeatCapacity(kelvin, settings.initialTesla());
        return crystal.moles().value() * (crystal.lattice().heatCapacity(kelvin) + blocked)
                + betweenWells(kelvin)
                + facts.platform().addenda().heatCapacity(kelvin);
    }

    String describe(Map<String, Double> figures, HeaterPulse found) {
        Uncertain capacity = found.heatCapacityJoulePerKelvin();
        Uncertain link = found.linkWattPerKelvin();
        double expected = expectedJoulePerKelvin(found.baselineKelvin());
        double expectedLink = facts.platform().link().wattPerKelvin(found.baselineKelvin());
        figures.put("pulse_energy_j", given.watts() * (given.offSeconds() - given.onSeconds()));
        figures.put("baseline_k", found.baselineKelvin());
        figures.put("rise_k", found.riseKelvin());
        figures.put("heat_capacity_j_per_k", capacity.value());
        figures.put("heat_capacity_sigma_j_per_k", capacity.sigma());
        figures.put("expected_heat_capacity_j_per_k", expected);
        figures.put("link_w_per_k", link.value());
        figures.put("link_sigma_w_per_k", link.sigma());
        figures.put("expected_link_w_per_k", expectedLink);
        return String.format(
                Locale.ROOT,
                "C = %.3f ± %.3f uJ/K at %.3f K (%.3f expected from the files), K = %.4f ± %.4f uW/K (%.4f)",
                1e6 * capacity.value(),
                1e6 * capacity.sigma(),
                found.baselineKelvin(),
                1e6 * expected,
                1e6 * link.value(),
                1e6 * link.sigma(),
                1e6 * expectedLink);
    }
}
