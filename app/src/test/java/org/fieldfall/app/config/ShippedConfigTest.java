package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.model.GenericScpiModel;
import org.fieldfall.app.model.Keithley2400Model;
import org.fieldfall.app.model.KepcoBopModel;
import org.fieldfall.app.model.Keysight34465AModel;
import org.fieldfall.app.model.LakeShore350Model;
import org.fieldfall.app.model.OneCharacterSwitchModel;
import org.fieldfall.app.model.SerialKeys;
import org.fieldfall.drivers.transport.SerialSettings.FlowControl;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.SafeOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedConfigTest {

    private final Configs configs = Configs.of(Path.of(".."), Optional.empty());

    @Test
    void everyFileThatComesAlongIsValid() throws IOException {
        var files = shipped();

        var kinds = configs.validate(
                files.stream().map(file -> Path.of("..").relativize(file)).toList());

        assertThat(kinds).hasSameSizeAs(files).contains(Kind.SAMPLE, Kind.RIG, Kind.PROTOCOL);
    }

    @Test
    void readsTheSampleOfTheFirstShot() {
        var sample = configs.sample("mn12ac-experiment");

        assertThat(sample.name()).isEqualTo("mn12ac-experiment");
        assertThat(sample.molarMassKilogramsPerMole()).isEqualTo(2.06017);
        assertThat(sample.massKilograms()).isEqualTo(new Uncertain(4.0e-6, 4.0e-6 * 0.0025));
        assertThat(sample.moles().value()).isCloseTo(1.9416e-6, within(1e-10));
        assertThat(sample.moles().relativeSigma()).isCloseTo(0.0025, within(1e-15));
        var spin = (SpinConfig.Giant) sample.spin();
        assertThat(spin.S()).isEqualTo(10);
        assertThat(spin.anisotropyKelvin()).isCloseTo(-0.5 / 0.6950348, within(1e-8));
        assertThat(spin.rhombicKelvin()).isZero();
        assertThat(spin.terms()).isEmpty();
        assertThat(spin.g().z()).isEqualTo(2.05);
        assertThat(spin.g().isAcrossKnown()).isFalse();
        assertThat(sample.lattice().debye()).containsExactly(new SampleConfig.Lattice.Debye(38, 1));
        assertThat(sample.relaxation().orElseThrow().barrierKelvin()).isEqualTo(61.5);
        assertThat(sample.relaxation().orElseThrow().tau0Seconds()).isEqualTo(2.1e-7);
        assertThat(sample.orientation()).isEmpty();
        assertThat(sample.remarks()).isEmpty();
        assertThat(sample.spin().source()).startsWith("Palii et al.");
    }

    @Test
    void readsTheTwin() {
        var rig = configs.rig("twin");

        assertThat(rig.source()).isEqualTo(RigConfig.Source.SIMULATOR);
        assertThat(rig.instrument("supply"))
                .isEqualTo(simulated(
                        "kepco-bop",
                        new KepcoBopModel.Settings(new SerialKeys(9600, "8N1", FlowControl.XON_XOFF), 10, 12)));
        assertThat(rig.instrument("meter"))
                .isEqualTo(simulated("keysight-34465a", new Keysight34465AModel.Settings(0.1)));
        assertThat(rig.isSimulated()).isTrue();
        assertThat(rig.bath()).isEmpty();
        assertThat(rig.trigger().sharedLine()).isFalse();
        assertThat(rig.coil().teslaPerAmpere().value()).isEqualTo(0.1);
        assertThat(rig.coil().teslaPerAmpere().relativeSigma()).isCloseTo(0.001, within(1e-15));
        assertThat(rig.coil().henry()).isEqualTo(0.05);
        assertThat(rig.coil().ohm()).isEqualTo(0.15);
        assertThat(rig.platform())
                .isEqualTo(new PlatformConfig(
                        new ThermalLaw.Constant(new Uncertain(0.14e-6, 0.14e-6 * 0.02)),
                        Optional.of(new Uncertain(1e-3, 0)),
                        new ThermalLaw.Constant(new Uncertain(1e-6, 1e-6 * 0.05)),
                        Uncertain.exact(0),
                        0.01,
                        0.0015,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(rig.limits()).isEqualTo(new RigConfig.Limits(1.1, 12, new Range(1.5, 20), Optional.empty(), 30));
        assertThat(rig.safeState()).isEqualTo(new RigConfig.SafeState(0, 1, false, 3600, SafeOrder.usual()));
    }

    @Test
    void readsWhoDoesWhatInTheTwin() {
        var roles = configs.rig("twin").roles();

        assertThat(roles.instruments())
                .containsExactly(
                        entry("field-supply", "supply"),
                        entry("sample-thermometer", "meter"),
                        entry("field-monitor", "monitor"),
                        entry("bath", "cryostat"),
                        entry("heat-switch", "switch"),
                        entry("sample-heater", "cryostat"));
        assertThat(roles.fieldMonitor())
                .contains(new RigConfig.FieldMonitor("monitor", new Uncertain(0.01, 0.01 * 0.0002), 0.3e-3));
        assertThat(roles.bath()).contains(new RigConfig.BathRole("cryostat", "A", 1, 0.005, 30));
        assertThat(roles.heatSwitch()).contains(new RigConfig.HeatSwitchRole("switch", 1));
        assertThat(roles.sampleHeater())
                .contains(new RigConfig.SampleHeaterRole("cryostat", 2, new Uncertain(1e4, 1e4 * 0.0025), 50e-6));
        assertThat(roles.excitation()).isEmpty();
        assertThat(roles.auxiliary()).isEmpty();
    }

    @Test
    void readsTheBoxesOfTheTwin() {
        var rig = configs.rig("twin");

        assertThat(rig.instruments())
                .containsEntry("monitor", simulated("keysight-34465a", new Keysight34465AModel.Settings(0.1)))
                .containsEntry("cryostat", simulated("lakeshore-350", new LakeShore350Model.Settings(plain(57600))))
                .containsEntry(
                        "switch",
                        simulated("one-character-switch", new OneCharacterSwitchModel.Settings(plain(115200), 2)));
    }

    @Test
    void readsTheTwinWithTwoInstruments() {
        var rig = configs.rig("twin-two-instruments");

        assertThat(rig.roles().instruments()).containsOnlyKeys("field-supply", "sample-thermometer");
        assertThat(rig.bath()).contains(new RigConfig.Bath(new Uncertain(4.0, 0.002)));
        assertThat(rig.platform().closedLinkWattPerKelvin()).isEmpty();
    }

    @Test
    void readsTheTwinWithASourceAndAGauge() {
        var rig = configs.rig("twin-with-source");

        assertThat(rig.isSimulated()).isTrue();
        assertThat(rig.roles().excitation()).contains(new RigConfig.ExcitationRole("source", 1e-6));
        assertThat(rig.roles().auxiliary())
                .containsExactly(new RigConfig.AuxiliaryRole("helium", "gauge", "LEV?", "%", false));
        assertThat(rig.simulation().orElseThrow().auxiliary())
                .containsExactly(entry("helium", new SimulationConfig.Auxiliary(62, -1.5, 0.05)));
    }

    @Test
    void aSimulatedChannelNeedsANumberToAnswer(@TempDir Path folder) {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(folder, "rigs/twin-with-source.yaml", "    helium: {", "    helum: {");

        assertThatThrownBy(() -> configs.rig(file.toString()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("simulation.auxiliary.helium: came nothing")
                .hasMessageContaining("simulation.auxiliary.helum: came an unknown key")
                .hasMessageContaining("(nearest: helium)");
    }

    @Test
    void theExampleIsOfRealInstruments() {
        var rig = configs.rig("example-lab");

        assertThat(rig.source()).isEqualTo(RigConfig.Source.RIG);
        assertThat(rig.isSimulated()).isFalse();
        assertThat(rig.simulation()).isEmpty();
        assertThat(rig.settings("cryostat", LakeShore350Model.Settings.class)
                        .line()
                        .framing())
                .isEqualTo("7O1");
    }

    /** The parts of the example that are comments are as true as the rest. */
    @Test
    void theExampleStaysValidWithAllOfItsOptions(@TempDir Path folder) {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var text = EditedFile.shipped("rigs/example-lab.yaml").replaceAll("(?m)^  # ", "  ");
        var file = EditedFile.write(folder, "rigs/example-lab.yaml", text);

        var rig = configs.rig(file.toString());

        assertThat(rig.instruments())
                .containsEntry(
                        "source",
                        new RigConfig.Instrument(
                                "keithley-2400",
                                "ASRL/dev/ttyS0::INSTR",
                                new Keithley2400Model.Settings(plain(9600), 1),
                                2))
                .containsEntry(
                        "gauge",
                        new RigConfig.Instrument(
                                "generic-scpi",
                                "TCPIP0::192.168.1.30::7180::SOCKET",
                                new GenericScpiModel.Settings(plain(9600), "\r\n", 0.05, "CRYOMAGNETICS,LM-510"),
                                2));
        assertThat(rig.roles().excitation()).contains(new RigConfig.ExcitationRole("source", 1e-6));
        assertThat(rig.roles().auxiliary())
                .containsExactly(new RigConfig.AuxiliaryRole("helium", "gauge", "MEAS?", "%", false));
    }

    @Test
    void readsTheThermometerOfTheTwinWithItsCurve() {
        var thermometer = configs.rig("twin").roles().sampleThermometer();

        assertThat(thermometer.excitationAmperes().value()).isEqualTo(0.45e-6);
        assertThat(thermometer.curve()).isRegularFile().hasFileName("cx1050-typical.340");
        assertThat(thermometer.curveKelvin()).isEqualTo(0.003);
        assertThat(thermometer.thermalEmfVolts()).isEqualTo(2e-6);
        assertThat(thermometer.magnetoresistancePerTeslaSquared().value()).isCloseTo(2e-4, within(1e-16));
        assertThat(thermometer.magnetoresistancePerTeslaSquared().sigma()).isCloseTo(5e-5, within(1e-16));
        assertThat(thermometer.apertureSeconds()).isEqualTo(0.3e-3);
    }

    @Test
    void readsWhatTheTwinAdds() {
        var simulation = configs.rig("twin").simulation().orElseThrow();

        assertThat(simulation.supply()).isEqualTo(new SimulationConfig.Supply(20, 20, 0.8e-3, false, 0, 0, 100));
        assertThat(simulation.coil().fieldLagSeconds()).isEqualTo(0.5e-3);
        assertThat(simulation.eddyWattPerRateSquared()).isEqualTo(1e-9);
        assertThat(simulation.thermometer().noiseVolts()).isEqualTo(3e-6);
        assertThat(simulation.thermometer().noiseApertureSeconds()).isEqualTo(0.3e-3);
        assertThat(simulation.thermometer().emfDriftVoltsPerSecond()).isCloseTo(0.2e-6 / 60, within(1e-20));
        assertThat(simulation.thermometer().pickUpSquareMetres()).isCloseTo(0.2e-6, within(1e-18));
        assertThat(simulation.thermometer().gainSigma()).isCloseTo(5e-5, within(1e-16));
        assertThat(simulation.thermometer().clockSigma()).isCloseTo(2e-5, within(1e-16));
    }

    @Test
    void readsWhatTheTwinAddsForTheOtherRoles() {
        var simulation = configs.rig("twin").simulation().orElseThrow();

        assertThat(simulation.monitor()).contains(new SimulationConfig.Monitor(3e-6));
        assertThat(simulation.bath())
                .contains(new SimulationConfig.Bath(
                        4.2, new Range(1.8, 20), 0.05, 5, 0.002, 0.5e-3, 1e-3 * (1.0 / 3600)));
        assertThat(simulation.heatSwitch()).contains(new SimulationConfig.HeatSwitch(1e-6, 0, false));
        assertThat(simulation.heater()).contains(new SimulationConfig.Heater(3e-3));
    }

    @Test
    void hasACrystalOfTwoWellsUnlessToldOtherwise() {
        assertThat(configs.rig("twin").simulation().orElseThrow().crystal()).isEqualTo(new CrystalConfig.TwoWells());
        assertThat(configs.rig("twin-two-instruments")
                        .simulation()
                        .orElseThrow()
                        .crystal())
                .isEqualTo(new CrystalConfig.TwoWells());
    }

    @Test
    void readsTheCrystalOfLevels() {
        var crystal = (CrystalConfig.Levels)
                configs.rig("twin-levels").simulation().orElseThrow().crystal();

        assertThat(crystal.soundMetresPerSecond()).isEqualTo(2000);
        assertThat(crystal.kilogramsPerCubicMetre()).isEqualTo(1830);
        assertThat(crystal.doubleStep()).isEqualTo(1.21);
        assertThat(crystal.transverseTesla()).isEqualTo(0.03);
        assertThat(crystal.b44Kelvin()).isCloseTo(3e-5 * 1.438776877, within(1e-12));
        assertThat(crystal.lineWidthTesla()).isEqualTo(0.02);
        assertThat(crystal.dipolarTesla()).isEmpty();
        assertThat(crystal.fast()).isEmpty();
    }

    @Test
    void takesTheOptionsOfTheCrystalOfLevelsAndNoneAtAll(@TempDir Path folder) {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var text = EditedFile.shipped("rigs/twin-levels.yaml").replaceAll("(?m)^    # ", "    ");
        var whole =
                configs.rig(EditedFile.write(folder, "rigs/whole.yaml", text).toString());
        var bare = configs.rig(EditedFile.write(folder, "rigs/twin.yaml", "form: two-well", "form: none")
                .toString());

        var crystal = (CrystalConfig.Levels) whole.simulation().orElseThrow().crystal();
        assertThat(crystal.dipolarTesla()).contains(0.03);
        assertThat(crystal.fast().orElseThrow().share()).isCloseTo(0.06, within(1e-12));
        assertThat(bare.simulation().orElseThrow().crystal()).isEqualTo(new CrystalConfig.None());
    }

    @Test
    void readsTheFirstShotWithItsSampleAndItsRig() {
        var shot = configs.experiment("config/protocols/first-shot.yaml", Optional.empty(), Optional.empty());

        assertThat(shot.sample().name()).isEqualTo("mn12ac-experiment");
        assertThat(shot.rig().name()).startsWith("twin");
        var course = shot.protocol().shared();
        assertThat(course.initialFieldTesla()).isEqualTo(1);
        assertThat(course.finalFieldTesla()).isEqualTo(0.1);
        assertThat(course.initialKelvin()).isEqualTo(4);
        assertThat(course.toleranceKelvin()).isEqualTo(0.05);
        assertThat(course.rateTeslaPerSecond()).isEqualTo(10);
        assertThat(course.preparationRateTeslaPerSecond()).isEqualTo(0.5);
        assertThat(course.settleSeconds()).isEqualTo(60);
        assertThat(course.drift()).isEqualTo(new ProtocolConfig.Drift(390, 0.001, 3000));
        assertThat(course.baselineSeconds()).isEqualTo(60);
        assertThat(course.relaxSeconds()).isEqualTo(600);
        assertThat(course.samplingSeconds()).isEqualTo(0.001);
    }

    @Test
    void aProtocolThatListsNoShotsIsOneSweep() {
        var protocol = configs.protocol("first-shot");

        assertThat(protocol.shots())
                .containsExactly(new ShotConfig.FieldShot(ShotConfig.Kind.SWEEP, protocol.shared()));
    }

    @Test
    void readsTheShotWithItsControls() {
        var protocol = configs.protocol("shot-with-controls");

        assertThat(protocol.shots())
                .extracting(ShotConfig::kind)
                .containsExactly(
                        ShotConfig.Kind.ZERO_CHECK,
                        ShotConfig.Kind.HEATER_PULSE,
                        ShotConfig.Kind.ZERO,
                        ShotConfig.Kind.SWEEP,
                        ShotConfig.Kind.REVERSE);
    }

    @Test
    void keepsTheWholeText() throws IOException {
        var file = configs.sample("mn12ac-paper").file();

        assertThat(file.text()).isEqualTo(Files.readString(file.path()));
    }

    private static RigConfig.Instrument simulated(String driver, InstrumentKind.Settings settings) {
        return new RigConfig.Instrument(driver, "simulated", settings, 2);
    }

    private static SerialKeys plain(int baud) {
        return new SerialKeys(baud, "8N1", FlowControl.NONE);
    }

    private static List<Path> shipped() throws IOException {
        try (var files = Files.walk(EditedFile.CONFIG)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
