package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldfallTest {

    @Test
    void helpListsTheCommands() {
        var terminal = Terminal.fieldfall("--help");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).contains("Usage: fieldfall", "predict", "validate");
        assertThat(terminal.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "validate"})
    void everyCommandHasHelp(String command) {
        var terminal = Terminal.fieldfall(command, "--help");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).startsWith("Usage: fieldfall " + command);
    }

    @Test
    void versionNamesTheProgramAndItsJava() {
        var terminal = Terminal.fieldfall("--version");

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out()).startsWith("fieldfall ").contains("Java " + Runtime.version());
    }

    @Test
    void aMissingCommandIsAnErrorOfUsage() {
        var terminal = Terminal.fieldfall();

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("fieldfall: a command is missing\nTry 'fieldfall --help'.\n");
    }

    @Test
    void anUnknownCommandIsGivenTheNearestKnownOne() {
        var terminal = Terminal.fieldfall("prdict");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("'prdict'", "predict").doesNotContain("\tat ");
    }

    @Test
    void aMissingOptionIsAnErrorOfUsage() {
        var terminal = Terminal.fieldfall("predict", "--sample=mn12ac-paper");

        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("--from", "--to", "--at", "Try 'fieldfall predict --help'.");
    }
}
