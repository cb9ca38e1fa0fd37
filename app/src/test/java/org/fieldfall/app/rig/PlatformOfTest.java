package org.fieldfall.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformOfTest {

    private static final String TWIN = "../config/rigs/twin-two-instruments.yaml";

    @TempDir
    Path folder;

    @Test
    void isTheTwinsWithTheHeatOfItsThermometer() {
        RigConfig twin = configs().rig("twin");

        PlatformFacts facts = PlatformOf.facts(twin, curve(twin), 4);

        assertThat(facts.link().wattPerKelvin(3)).isEqualTo(0.14e-6);
        assertThat(facts.addenda().heatCapacity(3)).isEqualTo(1e-6);
        assertThat(facts.internalSeconds()).isEqualTo(0.01);
        assertThat(facts.thermometer().lagSeconds()).isEqualTo(0.0015);
        assertThat(facts.thermometer().offsetKelvin()).isZero();
        // experiment.md §1: 0.76 nW at 4 K
        assertThat(facts.thermometer().selfHeatingWatt()).isCloseTo(0.76e-9, within(0.005e-9));
    }

    @Test
    void bendsAsTheFileSays() throws Exception {
        Files.writeString(folder.resolve("c.csv"), "T (K), C (uJ/K)\n2, 0.25\n4, 1\n8, 4\n");
        RigConfig rig = rig("{ value: 0.14 uW/K, at: 4 K, exponent: 2 }", "{ table: c.csv, uncertainty: 3 % }");

        PlatformFacts facts = PlatformOf.facts(rig, curve(rig), 4);

        assertThat(facts.link().wattPerKelvin(2)).isCloseTo(0.035e-6, within(1e-18));
        assertThat(facts.addenda().heatCapacity(2)).isCloseTo(0.25e-6, within(1e-18));
        assertThat(facts.addenda().heatCapacity(8)).isCloseTo(4e-6, within(1e-17));
        assertThat(facts.addendaRelativeSigma()).isEqualTo(0.03);
        assertThat(PlatformOf.warmestKelvin(rig, curve(rig))).isEqualTo(8);
    }

    @Test
    void allowsWhereATableOfTheLinkReaches() throws Exception {
        Files.writeString(folder.resolve("k.csv"), "T (K), K (uW/K)\n2.5, 0.1\n6, 0.2\n");
        RigConfig rig = rig("{ table: k.csv }", "1 uJ/K");

        assertThat(PlatformOf.coldestKelvin(rig, curve(rig))).isEqualTo(2.5);
        assertThat(PlatformOf.warmestKelvin(rig, curve(rig))).isEqualTo(6);
    }

    @Test
    void theElementsOwnHeatIsTakenOffItsReadings() throws Exception {
        RigConfig rig = rig("0.14 uW/K", "1 uJ/K\n  self-heating: 1 nW\n  contact: 0.5 uW/K");
        double volts = 0.45e-6 * curve(rig).ohm(4);

        double kelvin = ShotOf.facts(
                        rig,
                        curve(rig),
                        4,
                        OpenRig.supplyCapability(rig),
                        OpenRig.thermometerCapability(rig),
                        OpenRig.heaterCapability(rig),
                        1)
                .thermometry()
                .kelvin()
                .applyAsDouble(volts);

        assertThat(kelvin).isCloseTo(4 - 2e-3, within(1e-6));
    }

    @Test
    void theTwinHasALinkThatGrowsWithTemperature() throws Exception {
        RigConfig rig = rig("{ value: 0.14 uW/K ± 2 %, at: 4 K, exponent: 2 }", "1 uJ/K");

        var twin = TwinOf.settings(rig, configs().sample("mn12ac-paper"), curve(rig));

        assertThat(twin.platform().linkWattPerKelvin()).isCloseTo(0.14e-6, within(1e-15));
        assertThat(twin.platform().linkRelativeSpread()).isCloseTo(0.02, within(1e-12));
        assertThat(twin.imperfections().linkShape().of(0.14e-6).at(8)).isCloseTo(0.56e-6, within(1e-15));
    }

    @Test
    void theTwinRefusesAContactItHasNot() throws Exception {
        RigConfig rig = rig("0.14 uW/K", "1 uJ/K\n  contact: 0.5 uW/K");

        assertThatThrownBy(() -> TwinOf.settings(rig, configs().sample("mn12ac-paper"), curve(rig)))
                .isInstanceOf(UnsimulatedException.class)
                .hasMessageContaining("platform.contact");
    }

    private RigConfig rig(String link, String addenda) throws Exception {
        String curves =
                Path.of("../config/calibrations").toAbsolutePath().normalize().toString();
        String text = Files.readString(Path.of(TWIN))
                .replace("../calibrations", curves)
                .replaceFirst("link: [^#\\n]*", "link: " + link)
                .replaceFirst("addenda: [^#\\n]*", "addenda: " + addenda);
        return configs().rig(Files.writeString(folder.resolve("rig.yaml"), text).toString());
    }

    private static CalibrationCurve curve(RigConfig rig) {
        return OpenRig.calibration(rig).curve();
    }

    private static Configs configs() {
        return Configs.of(Path.of(".."), Optional.empty());
    }
}
