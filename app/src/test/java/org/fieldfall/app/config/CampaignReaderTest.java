package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldfall.app.config.CampaignConfig.OnFailed;
import org.fieldfall.app.config.CampaignConfig.Order;
import org.fieldfall.app.config.ShotConfig.FieldShot;
import org.fieldfall.app.config.ShotConfig.HeaterPulse;
import org.fieldfall.app.config.ShotConfig.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignReaderTest {

    @TempDir
    private Path folder;

    @Test
    void aGridAloneIsGoneThroughOnceAsItStands() {
        var campaign = campaign("{ grid: { final-field: '0.1T, 0.3T' } }");

        assertThat(campaign.points())
                .extracting(ProtocolConfig.Course::finalFieldTesla)
                .containsExactly(0.1, 0.3);
        assertThat(campaign.repeats()).isEqualTo(1);
        assertThat(campaign.order()).isEqualTo(Order.GIVEN);
        assertThat(campaign.controls()).isEmpty();
        assertThat(campaign.isPaired()).isFalse();
        assertThat(campaign.budgetSeconds()).isEmpty();
        assertThat(campaign.repeatsOfMarked()).isZero();
        assertThat(campaign.onFailed()).isEqualTo(OnFailed.STOP);
    }

    @Test
    void theKeyThatIsWrittenLastChangesFastest() {
        var campaign = campaign("{ grid: { rate: '10 T/s, 5 T/s', initial-temperature: 3.8 K:4.2 K:0.2 K } }");

        assertThat(campaign.points())
                .extracting(point -> point.rateTeslaPerSecond() + " " + point.initialKelvin())
                .containsExactly("10.0 3.8", "10.0 4.0", "10.0 4.2", "5.0 3.8", "5.0 4.0", "5.0 4.2");
        assertThat(campaign.points())
                .extracting(ProtocolConfig.Course::initialFieldTesla)
                .containsOnly(1.0);
    }

    @Test
    void readsEveryKey() {
        var campaign = campaign(
                "{ grid: { initial-field: '1 T, 0.5 T' }, repeats: 3, order: shuffled, seed: 7, controls: { every: 2,"
                        + " shots: [ { kind: zero } ] }, pairing: up-down, budget: 24 h, on-marked: repeat 2, on-failed:"
                        + " repeat 1 then skip }");

        assertThat(campaign.repeats()).isEqualTo(3);
        assertThat(campaign.order()).isEqualTo(Order.SHUFFLED);
        assertThat(campaign.seed()).isEqualTo(7);
        assertThat(campaign.controls().orElseThrow().every()).isEqualTo(2);
        assertThat(campaign.isPaired()).isTrue();
        assertThat(campaign.budgetSeconds()).isEqualTo(OptionalDouble.of(86_400));
        assertThat(campaign.repeatsOfMarked()).isEqualTo(2);
        assertThat(campaign.onFailed()).isEqualTo(new OnFailed(1, true));
    }

    @Test
    void aControlTakesFromTheSweepBesideItWhatItDoesNotSay() {
        var protocol = protocol(
                "{ grid: { final-field: 0.3 T, initial-temperature: 3.8 K, rate: 8 T/s }, controls: {"
                        + " every: 1, shots: [ { kind: zero }, { kind: reverse, rate: 2 T/s }, { kind: heater-pulse, power: 1 uW,"
                        + " duration: 10 s, record: 400 s }, { kind: sweep, initial-temperature: 5 K, final-field: 0.2 T } ] } }");
        var campaign = protocol.campaign().orElseThrow();
        var sweep = campaign.points().get(0);

        var beside = campaign.controls().orElseThrow().shots().stream()
                .map(control -> control.beside(sweep))
                .toList();

        assertThat(beside.get(0)).isEqualTo(new FieldShot(Kind.ZERO, sweep.between(0.3, 0.3)));
        assertThat(beside.get(1))
                .isEqualTo(new FieldShot(Kind.REVERSE, sweep.between(0.3, 1).from(3.8, 2)));
        assertThat(((HeaterPulse) beside.get(2)).course())
                .isEqualTo(sweep.between(1, 1).recorded(60, 400));
        assertThat(beside.get(3))
                .isEqualTo(new FieldShot(Kind.SWEEP, sweep.between(1, 0.2).from(5, 8)));
    }

    @Test
    void aShotComesBackFromTheProtocolItIsWrittenAs() {
        var protocol =
                protocol("{ grid: { final-field: 0.1 T:0.3 T:0.1 T, initial-temperature: 3.7 K }, controls: { every:"
                        + " 1, shots: [ { kind: zero }, { kind: reverse }, { kind: blank, rate: 7.3 T/s, drift: { wait-at-least: 1"
                        + " min, within: 1.7 mK, give-up: 1 h } }, { kind: zero-check, settle: 0.3 s, readings: 5 }, { kind:"
                        + " heater-pulse, power: 0.17 uW, duration: 3 s, at-field: 0.1 T, record: 150 s } ] } }");
        var campaign = protocol.campaign().orElseThrow();

        for (var sweep : campaign.points()) {
            for (var control : campaign.controls().orElseThrow().shots()) {
                var shot = control.beside(sweep);
                var read = ShotProtocol.of(protocol, "it's one", "by itself", sweep, shot);

                assertThat(read.shots()).containsExactly(shot);
                assertThat(read.shared()).isEqualTo(sweep);
                assertThat(read.name()).isEqualTo("it's one");
                assertThat(read.sample()).isEqualTo(protocol.sample());
                assertThat(read.campaign()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ }|campaign.grid: came nothing, due a section with keys of its own",
                "{ grid: { final-field: 4 K } }|campaign.grid.final-field: came \"4 K\" (wrong unit K), due values of a field with commas between, like 0.1 T, or a range from:to:step",
                "{ grid: { rate: '5 T/s, -1 T/s' } }|campaign.grid.rate: came \"5 T/s, -1 T/s\" (out of range), due values of a field rate above zero with commas between, like 10 T/s, or a range from:to:step",
                "{ grid: { relax: 10 s } }|campaign.grid.relax: came an unknown key, due one of initial-temperature, initial-field, final-field, rate (nearest: rate)",
                "{ grid: { final-field: 0 T:1 T:0.5 T } }|campaign.grid.final-field: came a point from 1.0 T to 1.0 T, due two fields that differ at every point",
                "{ grid: { final-field: 0 T:0.5 T:0.01 mT } }|campaign.grid.final-field: came a grid of 50001 points, due at most 10000",
                "{ grid: { }, repeats: 10001 }|campaign.repeats: came \"10001\", due at most 10000 shots in all, not 10001",
                "{ grid: { }, order: random }|campaign.order: came \"random\" (unknown word), due given or interleaved or shuffled",
                "{ grid: { }, order: interleaved }|campaign.order: came \"interleaved\", due given or shuffled, or a section controls to interleave",
                "{ grid: { }, pairing: down-up }|campaign.pairing: came \"down-up\" (unknown word), due none or up-down",
                "{ grid: { }, budget: 3 T }|campaign.budget: came \"3 T\" (wrong unit T), due a time above zero, like 60 s",
                "{ grid: { }, on-marked: skip }|campaign.on-marked: came \"skip\" (unknown words), due accept, or how often to repeat, like repeat 2",
                "{ grid: { }, on-failed: repeat }|campaign.on-failed: came \"repeat\" (unknown words), due stop, skip, or how often to repeat before stopping, like repeat 2, or repeat 2 then skip",
                "{ grid: { }, controls: { shots: [ { kind: zero } ] } }|campaign.controls.every: came nothing, due a number that is whole and above zero",
                "{ grid: { }, controls: { every: 2, shots: [ { kind: zeroo } ] } }|campaign.controls.shots[1].kind: came \"zeroo\" (unknown word), due blank or heater-pulse or reverse or sweep or zero or zero-check",
                "{ grid: { }, controls: { every: 2 } }|campaign.controls.shots: came nothing, due a list of sections with keys of their own",
                "{ grid: { }, retries: 2 }|campaign.retries: came an unknown key, due one of grid, repeats, controls, order, seed, pairing, budget, on-marked, on-failed (nearest: repeats)",
            })
    void aProblemSaysWhereAndWhatWasDue(String campaign, String expected) {
        assertThat(problems("campaign: " + campaign)).containsExactly(expected);
    }

    @Test
    void allProblemsAreToldTogether() {
        assertThat(problems("campaign: { grid: { rate: fast }, repeats: 0, pairing: yes, budget: long }"))
                .hasSize(4);
    }

    @Test
    void shotsBesideACampaignAreRefused() {
        assertThat(problems("campaign: { grid: { } }\nshots: [ { kind: zero } ]"))
                .containsExactly(
                        "shots: came a list, due nothing beside campaign, whose shots are its grid and its controls");
    }

    private List<String> problems(String section) {
        var file = file(section);
        var thrown = catchThrowableOfType(
                InvalidConfigException.class,
                () -> Configs.of(folder, Optional.empty()).protocol(file.toString()));
        return thrown.problems().stream()
                .map(problem -> problem.toString().replaceFirst(".*\\.yaml:\\d+: ", ""))
                .toList();
    }

    private CampaignConfig campaign(String section) {
        return protocol(section).campaign().orElseThrow();
    }

    private ProtocolConfig protocol(String section) {
        return Configs.of(folder, Optional.empty())
                .protocol(file("campaign: " + section).toString());
    }

    private Path file(String section) {
        return EditedFile.write(
                folder,
                "protocols/first-shot.yaml",
                EditedFile.shipped("protocols/first-shot.yaml").stripTrailing() + "\n\n" + section + "\n");
    }
}
