package org.fieldfall.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagedFaultTest {

    private static final List<String> PHASES = List.of("prepare", "settle", "sweep", "stopping");

    private final Configs configs = Configs.of(Path.of(".."), Optional.empty());
    private final RigConfig twin = configs.rig("twin");

    @Test
    void readsNameRolePhaseTimeAndDuration() {
        assertThat(one("line.dead/bath@settle+2s:5s"))
                .isEqualTo(new StagedFault("line.dead", "bath", Optional.of("settle"), 2, OptionalDouble.of(5)));
        assertThat(one("supply.trip@sweep+0.03s"))
                .isEqualTo(new StagedFault(
                        "supply.trip", "field-supply", Optional.of("sweep"), 0.03, OptionalDouble.empty()));
        assertThat(one("sensor.frozen"))
                .isEqualTo(new StagedFault(
                        "sensor.frozen", "sample-thermometer", Optional.empty(), 0, OptionalDouble.empty()));
        assertThat(one("disk.full@start+1min"))
                .isEqualTo(new StagedFault("disk.full", "", Optional.of("start"), 60, OptionalDouble.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reply.lost/bath@prepare+1.5s",
                "line.dead/heat-switch@settle:5s",
                "magnet.quench/field-supply@sweep+0.03s",
                "disk.full@stopping"
            })
    void isWrittenAsItWasRead(String text) {
        assertThat(one(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "supply.tripp               | no fault \"supply.tripp\", nearest is supply.trip",
                "supply.trip@swep           | no phase \"swep\", nearest is sweep",
                "reply.lost/bathh           | no role \"bathh\", nearest is bath",
                "supply.trip/bath           | no role \"bath\", nearest is field-supply",
                "supply.trip@sweep+5        | came \"5\" (no unit), due a time",
                "supply.trip@sweep+-5s      | due no negative time",
                "switch.stuck:0s            | a duration of 0 s",
                "disk.full:5s               | a full disk stays full",
                "disk.full/bath             | befalls no role",
                "@sweep                     | due NAME[/ROLE][@PHASE[+SECONDSs]][:DURATIONs]",
            })
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> one(text))
                .isInstanceOf(UnfitFaultException.class)
                .hasMessageStartingWith("--fault: 1 problem\n")
                .hasMessageContaining(problem);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThatThrownBy(() ->
                        StagedFault.read(List.of("nonsense@sweep", "line.dead/x@y:z", "reply.lost"), twin, PHASES))
                .hasMessageStartingWith("--fault: 4 problems\n");
    }

    @Test
    void saysThatARigHasNoSuchInstrument() {
        var two = configs.rig("twin-two-instruments");

        assertThatThrownBy(() -> StagedFault.read(List.of("switch.stuck"), two, PHASES))
                .hasMessageContaining("this rig has no heat-switch");
        assertThat(StagedFault.readable(List.of("switch.stuck", "line.dead"), two))
                .extracting(StagedFault::name)
                .containsExactly("line.dead");
    }

    @Test
    void everyNameIsInTheDocuments() throws IOException {
        var page = Files.readString(Path.of("docs", "faults.md"));

        assertThat(StagedFault.names()).allMatch(name -> page.contains("`" + name + "`"));
    }

    private StagedFault one(String text) {
        var faults = StagedFault.read(List.of(text), twin, PHASES);
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }
}
