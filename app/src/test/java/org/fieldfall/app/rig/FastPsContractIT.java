package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.FieldSupplyContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of a CAEN FAST-PS with the simulated one. */
@Timeout(120)
class FastPsContractIT extends FieldSupplyContract {

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static FieldSupply supply;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.fastPs(folder);
        supply = rig.drivers().supply();
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("field-supply");
    }

    @Override
    protected FieldSupply supply() {
        return supply;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStranger(
                "field-supply", (drivers, time) -> drivers.supply().identify(time), within);
    }

    @Override
    protected double trueTesla() {
        return rig.truth().tesla();
    }
}
