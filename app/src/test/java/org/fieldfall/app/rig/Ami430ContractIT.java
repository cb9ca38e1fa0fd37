package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.BiasMagnetContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of an AMI 430, with the simulated one. */
@Timeout(120)
class Ami430ContractIT extends BiasMagnetContract {

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static BiasMagnet magnet;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.shipped("twin-bias-field", folder);
        magnet = rig.drivers().biasMagnet(rig.roles().biasMagnet().orElseThrow());
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("bias-magnet");
    }

    @Override
    protected BiasMagnet magnet() {
        return magnet;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStranger(
                "bias-magnet",
                (drivers, time) -> drivers.biasMagnet(rig.roles().biasMagnet().orElseThrow())
                        .identify(time),
                within);
    }

    /** The coil makes no field meanwhile. */
    @Override
    protected double trueTesla() {
        return rig.truth().tesla();
    }
}
