package org.fieldfall.drivers.genericscpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fieldfall.drivers.transport.Conversation;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;

class ScpiChannelTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    static ChannelSettings settings(Optional<Pattern> identity) {
        return new ChannelSettings(
                "helium", "%", "MEAS:LEV?", identity, "\n", Duration.ofMillis(250), Duration.ofSeconds(2));
    }

    private static ScpiChannel on(Conversation box) {
        return new ScpiChannel(box.line(), settings(Optional.of(Pattern.compile("GAUGE 1700"))));
    }

    @Test
    void readsANumberAndItsSentinelAsNone() {
        var box = Conversation.where("MEAS:LEV?").answers("57.3");
        box.then("MEAS:LEV?").answers("9.9E37");
        var channel = on(box);

        assertThat(channel.measure(SOON)).isEqualTo(57.3);
        assertThat(channel.measure(SOON)).isNaN();
        assertThat(channel.name()).isEqualTo("helium");
        assertThat(channel.unit()).isEqualTo("%");
        assertThat(box.wire().written().get(1).atNanos()
                        - box.wire().written().get(0).atNanos())
                .isGreaterThanOrEqualTo(250_000_000);
        box.isOver();
    }

    @Test
    void takesNoUnitForANumber() {
        var box = Conversation.where("MEAS:LEV?").answers("57.3 %");
        box.then("*IDN?").answers("ACME,GAUGE 1700,7,1.2").then("*OPC?").answers("1");
        box.then("MEAS:LEV?").answers("57.3 %");

        assertThatThrownBy(() -> on(box).measure(SOON)).isInstanceOf(GarbledReplyException.class);
        box.isOver();
    }

    @Test
    void identifiesByItsPatternOrTakesAnyName() {
        var named = Conversation.where("*IDN?").answers("ACME,GAUGE 1700,7,1.2");
        var other = Conversation.where("*IDN?").answers("ACME,GAUGE 1800,7,1.2");
        var any = Conversation.where("*IDN?").answers("ACME,GAUGE 1800,7,1.2");

        assertThat(on(named).identify(SOON).model()).isEqualTo("GAUGE 1700");
        assertThatThrownBy(() -> on(other).identify(SOON))
                .isInstanceOf(WrongInstrumentException.class)
                .hasMessageContaining("GAUGE 1700");
        assertThat(new ScpiChannel(any.line(), settings(Optional.empty()))
                        .identify(SOON)
                        .serial())
                .isEqualTo("7");
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertThatThrownBy(() -> new ChannelSettings(
                        "x", "", "OUTP ON", Optional.empty(), "\n", Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new ChannelSettings("x", "", "A?", Optional.empty(), ";", Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
