package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.SampleThermometerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of a DMM6500 across the sensor, with the simulated one. */
@Timeout(120)
class DmmThermometerContractIT extends SampleThermometerContract {

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static SampleThermometer thermometer;
    private static FieldSupply supply;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.shipped("twin-dmm6500", folder);
        thermometer = rig.drivers().thermometer(rig.curve());
        supply = rig.drivers().supply();
        supply.prepare(WITHIN);
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("sample-thermometer");
    }

    @Override
    protected SampleThermometer thermometer() {
        return thermometer;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStranger(
                "sample-thermometer",
                (drivers, time) -> drivers.thermometer(rig.curve()).identify(time),
                within);
    }

    @Override
    protected double trueKelvin() {
        return rig.truth().platformKelvin();
    }

    /** The supply's start is the edge. */
    @Override
    protected void edge() {
        rig.goTo(supply, 0.01);
    }

    /** Noise and drift of 3 uV a reading of 0.3 ms. */
    @Override
    protected double tolerance() {
        return 3e-6;
    }
}
