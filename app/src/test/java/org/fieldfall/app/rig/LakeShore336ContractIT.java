package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.contract.BathContract;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of a Lake Shore 336, with the simulated one. */
@Timeout(120)
class LakeShore336ContractIT extends BathContract {

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static Bath bath;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.shipped("twin-lakeshore-336", folder);
        bath = rig.drivers().bath(rig.roles().bath().orElseThrow());
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("bath");
    }

    @Override
    protected Bath bath() {
        return bath;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStranger(
                "bath",
                (drivers, time) ->
                        drivers.bath(rig.roles().bath().orElseThrow()).identify(time),
                within);
    }

    /** The switch is closed, so the platform is as cold as the bath. */
    @Override
    protected double trueKelvin() {
        return rig.truth().platformKelvin();
    }
}
