package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.HeatSwitchContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of a one-character heat switch, with the simulated board. */
@Timeout(120)
class SwitchContractIT extends HeatSwitchContract {

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static HeatSwitch heatSwitch;
    private static Bath bath;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.twin(folder);
        heatSwitch = rig.drivers().heatSwitch(rig.roles().heatSwitch().orElseThrow());
        bath = rig.drivers().bath(rig.roles().bath().orElseThrow());
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("heat-switch");
    }

    @Override
    protected HeatSwitch heatSwitch() {
        return heatSwitch;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStrangeBoard(
                "heat-switch",
                (drivers, time) -> drivers.heatSwitch(rig.roles().heatSwitch().orElseThrow())
                        .identify(time),
                within);
    }

    /** Moves the bath by 0.3 K for a fraction of the time in which the platform alone would follow. */
    @Override
    protected boolean isLinked() {
        double before = rig.truth().platformKelvin();
        double setpoint = bath.measureSetpoint(WITHIN);
        bath.setSetpoint(setpoint > 4.3 ? 4.2 : 4.5, WITHIN);
        rig.pass(20);
        return Math.abs(rig.truth().platformKelvin() - before) > 0.15;
    }
}
