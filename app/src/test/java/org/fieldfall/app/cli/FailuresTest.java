package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fieldfall.app.config.InvalidConfigException;
import org.fieldfall.app.config.Problem;
import org.fieldfall.protocols.instrument.GarbledReplyException;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of(new InvalidConfigException(List.of(new Problem(Path.of("a"), 1, "b", "c", "d"))), 2),
                Arguments.of(new WrongInstrumentException("meter", "asked *IDN?"), 2),
                Arguments.of(new NoReplyException("meter", "asked *IDN?"), 5),
                Arguments.of(new LineLostException("meter", "opened"), 5),
                Arguments.of(new GarbledReplyException("meter", "asked *IDN?"), 1),
                Arguments.of(new InstrumentFaultException("meter", "asked READ?"), 1),
                Arguments.of(new InterruptedException(), 4),
                Arguments.of(new IOException("disk full"), 1),
                Arguments.of(new IllegalStateException("slip"), 1));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theKindOfFailureDecidesTheExitCode(Exception failure, int code) {
        assertThat(Failures.code(failure).number()).isEqualTo(code);
    }

    @Test
    void anInstrumentSpeaksForItself() {
        var failure = new NoReplyException("meter (tcp 10.0.0.7:5025)", "asked \"*IDN?\", got \"\" within 2 s");

        assertThat(Failures.message(failure))
                .isEqualTo("meter (tcp 10.0.0.7:5025): asked \"*IDN?\", got \"\" within 2 s");
    }

    @Test
    void aMissingFileIsNamedAsMissing() {
        var failure = new UncheckedIOException(new NoSuchFileException("runs/1"));

        assertThat(Failures.message(failure)).isEqualTo("runs/1: no such file or folder");
    }

    @Test
    void aSlipOfOursIsSaidToBeOne() {
        var failure = new IllegalStateException("slip");

        assertThat(Failures.message(failure))
                .isEqualTo("internal error: java.lang.IllegalStateException: slip (FIELDFALL_LOG=debug shows where)");
    }
}
