package org.fieldfall.app.run;

import org.fieldfall.protocols.analysis.Calorimeter;
import org.fieldfall.protocols.analysis.DriftTimes;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.ShotKind;
import org.fieldfall.protocols.fieldquench.ShotSettings;

/**
 * What stores and leads heat in a shot, by the files and, where the run has one, by a heater pulse.
 *
 * @param platform with its link as it is best known
 * @param linkSource where that comes from, in words
 */
record HeatModel(Crystal crystal, RigFacts facts, PlatformFacts platform, String linkSource) {

    private static final double STEP_KELVIN = 0.05;

    static HeatModel ofFiles(Crystal crystal, RigFacts facts) {
        return new HeatModel(crystal, facts, facts.platform(), "the rig file");
    }

    Calorimeter calorimeter(ShotKind kind) {
        return new Calorimeter(
                crystal.lattice(),
                moles(kind),
                platform.addenda(),
                platform.addendaRelativeSigma(),
                platform.link(),
                platform.linkRelativeSigma());
    }

    DriftTimes drift(ShotKind kind, ShotSettings settings) {
        double kelvin = settings.initialKelvin();
        double after = joulePerKelvin(kind, settings.finalTesla(), kelvin);
        double below = joulePerKelvin(kind, settings.finalTesla(), kelvin - STEP_KELVIN);
        double slope = (after - below) / STEP_KELVIN;
        double link = platform.link().wattPerKelvin(kelvin);
        return new DriftTimes(
                joulePerKelvin(kind, settings.initialTesla(), kelvin) / link, after / link, slope / after);
    }

    /** Of platform and crystal with the spins in equilibrium; of the platform alone where no crystal is on it. */
    private double joulePerKelvin(ShotKind kind, double tesla, double kelvin) {
        double spins = crystal.wells().blockedHeatCapacity(kelvin, tesla)
                + crystal.wells().exchangeHeatCapacity(kelvin, tesla);
        return moles(kind).value() * (crystal.lattice().heatCapacity(kelvin) + spins)
                + platform.addenda().heatCapacity(kelvin);
    }

    private Uncertain moles(ShotKind kind) {
        return kind == ShotKind.BLANK ? Uncertain.exact(0) : crystal.moles();
    }
}
