package org.fieldfall.app.run;

import java.util.Locale;
import java.util.Map;
import org.fieldfall.protocols.analysis.HeaterPulse;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotNotes;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.theory.level.Constants;

/** Heat capacity and link from a heater pulse, beside what the files say of both. */
record PulseReport(ShotNotes notes, ShotSettings settings, Crystal crystal, RigFacts facts, Thermometry thermometry) {

    /** Fits the pulse. The theory gives only how the heat capacity bends over the rise, a correction of a percent. */
    HeaterPulse fit(Trace trace) {
        ShotNotes.PulseNotes given = notes.pulse().orElseThrow();
        double seconds = given.offSeconds() - given.onSeconds();
        double time = Math.sqrt(2) * given.timeSigmaSeconds() / seconds;
        double relative = Math.hypot(facts.heater().orElseThrow().relativeSigma(), time);
        HeaterPulse.Pulse pulse = new HeaterPulse.Pulse(
                given.onSeconds() - notes.acquisitionSentSeconds(),
                given.offSeconds() - notes.acquisitionSentSeconds(),
                new Uncertain(given.watts(), relative * given.watts()),
                slope(),
                thermometry.curveSigmaKelvin());
        return HeaterPulse.of(
                trace,
                thermometry.kelvin(),
                pulse,
                expectedJoulePerKelvin(settings.initialKelvin()),
                facts.linkWattPerKelvin().value());
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
        double spin = Constants.GAS * crystal.spin().at(settings.initialTesla()).heatCapacity(kelvin);
        return crystal.moles().value() * (crystal.lattice().heatCapacity(kelvin) + spin)
                + facts.addendaJoulePerKelvin().value();
    }

    String describe(Map<String, Double> figures, HeaterPulse found) {
        ShotNotes.PulseNotes given = notes.pulse().orElseThrow();
        Uncertain capacity = found.heatCapacityJoulePerKelvin();
        Uncertain link = found.linkWattPerKelvin();
        double expected = expectedJoulePerKelvin(found.baselineKelvin());
        figures.put("pulse_energy_j", given.watts() * (given.offSeconds() - given.onSeconds()));
        figures.put("baseline_k", found.baselineKelvin());
        figures.put("rise_k", found.riseKelvin());
        figures.put("heat_capacity_j_per_k", capacity.value());
        figures.put("heat_capacity_sigma_j_per_k", capacity.sigma());
        figures.put("expected_heat_capacity_j_per_k", expected);
        figures.put("link_w_per_k", link.value());
        figures.put("link_sigma_w_per_k", link.sigma());
        figures.put("expected_link_w_per_k", facts.linkWattPerKelvin().value());
        return String.format(
                Locale.ROOT,
                "C = %.3f ± %.3f uJ/K at %.3f K (%.3f expected from the files), K = %.4f ± %.4f uW/K (%.4f)",
                1e6 * capacity.value(),
                1e6 * capacity.sigma(),
                found.baselineKelvin(),
                1e6 * expected,
                1e6 * link.value(),
                1e6 * link.sigma(),
                1e6 * facts.linkWattPerKelvin().value());
    }
}
