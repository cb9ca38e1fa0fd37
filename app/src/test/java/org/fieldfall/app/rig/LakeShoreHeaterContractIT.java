package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.SampleHeaterContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of a Lake Shore 350's second output, with the simulated one; the switch is open. */
@Timeout(120)
class LakeShoreHeaterContractIT extends SampleHeaterContract {

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static SampleHeater heater;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.twin(folder);
        heater = rig.drivers().heater(rig.roles().sampleHeater().orElseThrow());
        rig.drivers().heatSwitch(rig.roles().heatSwitch().orElseThrow()).open(WITHIN);
        rig.pass(600);
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("sample-heater");
    }

    @Override
    protected SampleHeater heater() {
        return heater;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStranger(
                "sample-heater",
                (drivers, time) ->
                        drivers.heater(rig.roles().sampleHeater().orElseThrow()).identify(time),
                within);
    }

    @Override
    protected double trueKelvin() {
        return rig.truth().platformKelvin();
    }
}
