package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.FieldMonitorContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of a DMM6500 across the coil's shunt, with the simulated one. */
@Timeout(120)
class DmmMonitorContractIT extends FieldMonitorContract {

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static FieldMonitor monitor;
    private static FieldSupply supply;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.shipped("twin-dmm6500", folder);
        monitor = rig.drivers().monitor(rig.roles().fieldMonitor().orElseThrow());
        supply = rig.drivers().supply();
        supply.prepare(WITHIN);
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("field-monitor");
    }

    @Override
    protected FieldMonitor monitor() {
        return monitor;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStranger(
                "field-monitor",
                (drivers, time) -> drivers.monitor(rig.roles().fieldMonitor().orElseThrow())
                        .identify(time),
                within);
    }

    @Override
    protected double trueTesla() {
        return rig.truth().tesla();
    }

    @Override
    protected void goTo(double tesla) {
        rig.goTo(supply, tesla);
    }

    /** The supply's start is the edge. */
    @Override
    protected void edge() {
        rig.goTo(supply, 0.01);
    }

    /** Noise of 3 uV a reading of 0.3 ms. */
    @Override
    protected double tolerance() {
        return 3e-6;
    }
}
