package org.fieldfall.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.InvalidConfigException;
import org.fieldfall.app.config.Problem;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.PlatformOf;
import org.fieldfall.app.sample.SampleTheory;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.theory.kinetics.TwoWells;

/**
 * A sample on the platform of a rig, for predictions; no instrument is opened.
 *
 * @param teslaPerSecond rate of the ramps
 */
record SampleOnRig(SampleConfig sample, Crystal crystal, RigConfig rig, CalibrationCurve curve, double teslaPerSecond) {

    /** @throws InvalidConfigException with all that is wrong with either file */
    static SampleOnRig of(Configs configs, String sampleName, ReachOptions options) {
        var problems = new ArrayList<Problem>();
        var readSample = read(() -> configs.sample(sampleName), problems);
        var readRig = read(() -> configs.rig(options.rig()), problems);
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        var sample = readSample.orElseThrow();
        var rig = readRig.orElseThrow();
        return new SampleOnRig(
                sample,
                SampleTheory.of(sample).crystal(),
                rig,
                OpenRig.calibration(rig).curve(),
                options.teslaPerSecond());
    }

    private static <T> Optional<T> read(Supplier<T> reading, List<Problem> problems) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidConfigException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
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
