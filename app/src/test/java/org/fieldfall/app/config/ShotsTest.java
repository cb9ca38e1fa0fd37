package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.fieldfall.app.config.ShotConfig.FieldShot;
import org.fieldfall.app.config.ShotConfig.HeaterPulse;
import org.fieldfall.app.config.ShotConfig.Kind;
import org.fieldfall.app.config.ShotConfig.ZeroCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShotsTest {

    @TempDir
    Path folder;

    @Test
    void aSweepIsWhatTheShotsShareButForItsOwnKeys() {
        var protocol = protocol("{ kind: sweep, rate: 5 T/s, final-field: 0.2 T, relax: 100 s }");

        var course = fieldShot(protocol).course();

        assertThat(course.rateTeslaPerSecond()).isEqualTo(5);
        assertThat(course.initialFieldTesla()).isEqualTo(1);
        assertThat(course.finalFieldTesla()).isEqualTo(0.2);
        assertThat(course.relaxSeconds()).isEqualTo(100);
        assertThat(course.recorded(60, 600).between(1, 0.1))
                .usingRecursiveComparison()
                .ignoringFields("rateTeslaPerSecond")
                .isEqualTo(protocol.shared());
    }

    @Test
    void aReverseShotGoesBack() {
        var protocol = protocol("{ kind: reverse }");

        assertThat(fieldShot(protocol))
                .isEqualTo(new FieldShot(Kind.REVERSE, protocol.shared().between(0.1, 1)));
    }

    @Test
    void aZeroShotStaysAtTheFinalField() {
        var protocol = protocol("{ kind: zero }");

        assertThat(fieldShot(protocol))
                .isEqualTo(new FieldShot(Kind.ZERO, protocol.shared().between(0.1, 0.1)));
    }

    @Test
    void aZeroShotMayStayAtAnotherField() {
        var protocol = protocol("{ kind: zero, initial-field: 1 T, final-field: 1 T }");

        assertThat(fieldShot(protocol).course()).isEqualTo(protocol.shared().between(1, 1));
    }

    @Test
    void aBlankShotIsASweepByAnotherName() {
        var protocol = protocol("{ kind: blank }");

        assertThat(fieldShot(protocol)).isEqualTo(new FieldShot(Kind.BLANK, protocol.shared()));
    }

    @Test
    void aHeaterPulseStandsAtOneField() {
        var protocol = protocol("{ kind: heater-pulse, power: 2 uW, duration: 1 s, at-field: 0.1 T, record: 400 s }");

        var pulse = (HeaterPulse) protocol.shots().get(0);

        assertThat(pulse.kind()).isEqualTo(Kind.HEATER_PULSE);
        assertThat(pulse.watts()).isCloseTo(2e-6, within(1e-20));
        assertThat(pulse.seconds()).isEqualTo(1);
        assertThat(pulse.course()).isEqualTo(protocol.shared().between(0.1, 0.1).recorded(60, 400));
    }

    @Test
    void aHeaterPulseThatDoesNotSayItsFieldHasTheInitialOne() {
        var protocol = protocol("{ kind: heater-pulse, power: 2 uW, duration: 1 s }");

        var pulse = (HeaterPulse) protocol.shots().get(0);

        assertThat(pulse.course()).isEqualTo(protocol.shared().between(1, 1));
    }

    @Test
    void aZeroCheckHasItsOwnKeys() {
        var protocol = protocol("{ kind: zero-check, settle: 2 s, readings: 100 }");

        assertThat(protocol.shots()).containsExactly(new ZeroCheck(2, 100));
    }

    @Test
    void shotsComeInTheOrderOfTheFile() {
        var protocol = protocol("{ kind: zero }, { kind: sweep }, { kind: zero }");

        assertThat(protocol.shots()).extracting(ShotConfig::kind).containsExactly(Kind.ZERO, Kind.SWEEP, Kind.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAWordTheFileKnows(Kind kind) {
        var keys = kind == Kind.HEATER_PULSE
                ? ", power: 1 uW, duration: 1 s"
                : kind == Kind.ZERO_CHECK ? ", settle: 1 s, readings: 1" : "";

        var protocol = protocol("{ kind: " + kind.word() + keys + " }");

        assertThat(protocol.shots())
                .singleElement()
                .extracting(ShotConfig::kind)
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[ { kind: swep, rate: fast } ]|shots[1].kind: came \"swep\" (unknown word), due blank or heater-pulse or reverse or sweep or zero or zero-check",
                "[ { kind: zero }, { kind: sweep, rate: -1 T/s } ]|shots[2].rate: came \"-1 T/s\" (out of range), due a field rate above zero, like 10 T/s",
                "[ { kind: sweep, power: 1 uW } ]|shots[1].power: came an unknown key, due one of kind, initial-field, final-field, initial-temperature, temperature-tolerance, rate, preparation-rate, settle, drift, baseline, relax, sampling, equilibrium (nearest: rate)",
                "[ { kind: sweep, final-field: 1 T } ]|shots[1].final-field: came \"1 T\", due two fields that differ",
                "[ { kind: reverse, initial-field: 1 T } ]|shots[1].initial-field: came \"1 T\", due two fields that differ",
                "[ { kind: zero, final-field: 1 T } ]|shots[1].final-field: came \"1 T\", due final-field and initial-field alike, as the shot is a zero",
                "[ { kind: sweep, relax: 5 ms } ]|shots[1].relax: came \"5 ms\", due at least ten times sampling",
                "[ { kind: sweep, sampling: 10 s } ]|shots[1].sampling: came \"10 s\", due at most a tenth of baseline",
                "[ { kind: heater-pulse, power: 1 uJ, duration: 1 s } ]|shots[1].power: came \"1 uJ\" (wrong unit uJ), due a power above zero, like 2 uW",
                "[ { kind: heater-pulse, power: 1 uW } ]|shots[1].duration: came nothing, due a time above zero, like 60 s",
                "[ { kind: zero-check, settle: 1 s, readings: 0 } ]|shots[1].readings: came \"0\" (out of range), due a number that is whole and above zero",
                "[]|shots: came a list, due a list of sections with keys of their own",
                "sweep|shots: came \"sweep\", due a list of sections with keys of their own",
            })
    void aProblemOfAShotSaysWhichAndWhatWasDue(String shots, String expected) {
        var file = file(shots);

        var thrown = catchThrowableOfType(
                InvalidConfigException.class, () -> Configs.here().protocol(file.toString()));

        assertThat(thrown.problems()).singleElement().asString().isEqualTo(file + ":23: " + expected);
    }

    private ProtocolConfig protocol(String shots) {
        return Configs.of(folder, Optional.empty())
                .protocol(file("[ " + shots + " ]").toString());
    }

    private Path file(String shots) {
        return EditedFile.write(
                folder,
                "protocols/first-shot.yaml",
                EditedFile.shipped("protocols/first-shot.yaml").stripTrailing() + "\n\nshots: " + shots + "\n");
    }

    private static FieldShot fieldShot(ProtocolConfig protocol) {
        return (FieldShot) protocol.shots().get(0);
    }
}
