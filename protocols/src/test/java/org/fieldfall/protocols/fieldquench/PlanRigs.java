package org.fieldfall.protocols.fieldquench;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;

/** Rigs to plan on: as the first shot's, with every role filled. */
final class PlanRigs {

    static final double OHM = 0.15;
    static final double TESLA_PER_AMPERE = 0.1;
    static final double UPLOAD_SECONDS = 0.01;

    private PlanRigs() {}

    static RigFacts whole() {
        return of(
                Optional.of(new RigFacts.HeatSwitchFacts(1, Optional.of(1e-6))),
                new RigFacts.BathFacts(Optional.empty(), 0.005, 30, Optional.of(9.0), Optional.of(0.05)),
                RigFacts.ColdCoil.unknown());
    }

    /** A permanent link to a fixed bath. */
    static RigFacts plain(RigFacts.ColdCoil coil) {
        return of(Optional.empty(), RigFacts.BathFacts.fixedAt(4), coil);
    }

    private static RigFacts of(
            Optional<RigFacts.HeatSwitchFacts> link, RigFacts.BathFacts bath, RigFacts.ColdCoil coil) {
        PlatformFacts platform = new PlatformFacts(
                Link.constant(0.14e-6),
                0.02,
                new ConstantHeatCapacity(1e-6),
                0.05,
                new Uncertain(1e-9, 1e-10),
                0.01,
                new Thermometer(0.0015, 0.7e-9, 1e-6));
        return new RigFacts(
                new SupplyCapability(1.1, 12, 0.0005, 10, 1002, 6e-5, UPLOAD_SECONDS),
                new MeterCapability(0.0003, 50_000, 1_000_000, "V"),
                new SafeField(0, 1, 0.002, true),
                new Uncertain(TESLA_PER_AMPERE, 1e-4),
                0.05,
                OHM,
                10,
                bath,
                platform,
                new Thermometry(volts -> volts, 0.003, 2e-6, 5e-4, new Uncertain(0.0115, 0.002), Uncertain.exact(0)),
                0.0003,
                1.5,
                20,
                50,
                Optional.of(0.0003),
                false,
                Optional.of(new SampleHeater.Capability(25e-6, 0.005)),
                Optional.of(0.45e-6),
                link,
                coil,
                Optional.empty());
    }

    static ShotSettings settings(double bi, double bf) {
        return new ShotSettings(bi, bf, 4, 0.02, 10, 0.5, 60, 390, 0.001, 3000, 60, 600, 0.001);
    }

    static ShotPlan sweep(RigFacts rig) {
        return ShotPlan.of(Shot.of(ShotKind.SWEEP, settings(1, 0.1)), ShotPlanTest.CRYSTAL, rig);
    }
}
