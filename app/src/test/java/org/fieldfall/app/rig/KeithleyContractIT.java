package org.fieldfall.app.rig;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.ExcitationContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of a Keithley 2400, with the simulated one. */
@Timeout(120)
class KeithleyContractIT extends ExcitationContract {

    private static final String SOURCE = """
              source:
                driver: keithley-2400
                resource: simulated
                baud: 57600
                compliance: 1 V
                reply-deadline: 2 s
            """;
    private static final String ROLE = """
              excitation:
                instrument: source
                max-current: 1 uA
            """;

    @TempDir
    private static Path folder;

    private static ContractRig rig;
    private static Excitation excitation;
    private static SampleThermometer thermometer;

    @BeforeAll
    static void startTheTwin() {
        rig = ContractRig.of(folder, SOURCE, ROLE);
        excitation = rig.drivers().excitation(rig.roles().excitation().orElseThrow());
        thermometer = rig.drivers().thermometer(rig.curve());
    }

    @AfterAll
    static void stopTheTwin() {
        rig.close();
    }

    @Override
    protected Bench bench() {
        return rig.bench("excitation");
    }

    @Override
    protected Excitation excitation() {
        return excitation;
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        return rig.identifyStranger(
                "excitation",
                (drivers, time) -> drivers.excitation(rig.roles().excitation().orElseThrow())
                        .identify(time),
                within);
    }

    /** By the voltage across the sensor and its resistance at its true temperature. */
    @Override
    protected double trueAmperes() {
        return thermometer.readOnce(0.02, WITHIN) / rig.curve().ohm(rig.truth().platformKelvin());
    }
}
