package org.fieldfall.app.cli;

import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.PlatformOf;
import org.fieldfall.app.rig.ShotOf;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * A sample on the platform of a rig, for predictions; no instrument is opened.
 *
 * @param teslaPerSecond rate of the ramps
 */
record SampleOnRig(
        SampleConfig sample, Crystal crystal, RigConfig rig, CalibrationCurve curve, double teslaPerSecond) {

    static SampleOnRig of(Configs configs, String sampleName, ReachOptions options) {
        var sample = configs.sample(sampleName);
        var rig = configs.rig(options.rig());
        return new SampleOnRig(
                sample,
                ShotOf.crystal(sample),
                rig,
                OpenRig.calibration(rig).curve(),
                options.teslaPerSecond());
    }

    /** The platform, its thermometer heated as it is at a temperature. */
    PlatformFacts platform(double kelvin) {
        return PlatformOf.facts(rig, curve, kelvin);
    }

    /** The kinetics of the sample at rest at a temperature. */
    TwoWells restingAt(double kelvin) {
        return crystal.in(platform(kelvin).surroundings(crystal.moles().value(), kelvin));
    }

    double coldestKelvin() {
        return PlatformOf.coldestKelvin(rig, curve);
    }

    double warmestKelvin() {
        return PlatformOf.warmestKelvin(rig, curve);
    }
}
