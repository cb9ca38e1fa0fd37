package org.fieldfall.simulator.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTableTest {

    @Test
    void knowsEveryWayToWriteAHeader() {
        assertThat(CommandTable.spellings("[SOURce:]CURRent[:LEVel]?"))
                .containsExactlyInAnyOrder(
                        "CURRENT?",
                        "CURR?",
                        "CURRENT:LEVEL?",
                        "CURRENT:LEV?",
                        "CURR:LEVEL?",
                        "CURR:LEV?",
                        "SOURCE:CURRENT?",
                        "SOURCE:CURR?",
                        "SOUR:CURRENT?",
                        "SOUR:CURR?",
                        "SOURCE:CURRENT:LEVEL?",
                        "SOURCE:CURRENT:LEV?",
                        "SOURCE:CURR:LEVEL?",
                        "SOURCE:CURR:LEV?",
                        "SOUR:CURRENT:LEVEL?",
                        "SOUR:CURRENT:LEV?",
                        "SOUR:CURR:LEVEL?",
                        "SOUR:CURR:LEV?");
    }

    @Test
    void refusesACommandThatIsThereAlready() {
        CommandTable table = new CommandTable().ask("SYSTem:ERRor[:NEXT]?", () -> "0");

        assertThatIllegalStateException()
                .isThrownBy(() -> table.ask("SYST:ERR?", () -> "1"))
                .withMessageContaining("SYST:ERR?");
    }

    @Test
    void goesOnAtTheLevelOfTheHeaderBefore() {
        List<MessageUnit> units = MessageUnit.split(" list:clear;dwel 0.5 , 1;*cls;COUN 1 ;:CURR:MODE LIST;; ");

        assertThat(units)
                .extracting(MessageUnit::header)
                .containsExactly("LIST:CLEAR", "LIST:DWEL", "*CLS", "LIST:COUN", "CURR:MODE");
        assertThat(units.get(1).arguments().words()).containsExactly("0.5", "1");
    }

    @Test
    void joinsTheAnswersToOneLine() {
        ErrorQueue errors = new ErrorQueue(3, "0,\"No error\"");
        Dialogue dialogue = new Dialogue(
                new CommandTable().ask("A?", () -> "1").ask("B?", () -> "2").ask("ERRor?", errors::next), errors, "\n");

        dialogue.hear("A?;B?;NONE?;ERR?");
        dialogue.hear("ERR?");

        assertThat(dialogue.say()).isEqualTo("1;2;-113,\"Undefined header\"\n0,\"No error\"\n");
        assertThat(dialogue.say()).isEmpty();
    }

    @Test
    void holdsBackWhatComesAfterAnAnswerThatIsNotThere() {
        boolean[] there = {false};
        CommandTable table = new CommandTable()
                .await("SLOW?", arguments -> Answer.once(() -> there[0], () -> "slow"))
                .ask("FAST?", () -> "fast");
        Dialogue dialogue = new Dialogue(table, new ErrorQueue(3, ""), "\n");

        dialogue.hear("SLOW?;FAST?");
        dialogue.hear("FAST?");
        assertThat(dialogue.say()).isEmpty();
        assertThat(dialogue.isBusy()).isTrue();
        there[0] = true;
        dialogue.proceed();

        assertThat(dialogue.say()).isEqualTo("slow;fast\nfast\n");
        assertThat(dialogue.isBusy()).isFalse();
    }

    @Test
    void losesWhatTheErrorQueueCannotHold() {
        ErrorQueue errors = new ErrorQueue(2, "none");
        for (int i = 0; i < 5; i++) {
            errors.add(ScpiFault.outOfRange());
        }

        assertThat(List.of(errors.next(), errors.next(), errors.next()))
                .containsExactly("-222,\"Data out of range\"", "-350,\"Queue overflow\"", "none");
    }

    @Test
    void refusesWordsThatAreNoNumbers() {
        for (String word : new String[] {"", "1e", "--1", "0x10", "NaN", "Infinity", "1 2", "1d", ".", "1e999999"}) {
            assertThatExceptionOfType(ScpiFault.class).isThrownBy(() -> Arguments.number(word));
        }
        assertThat(Arguments.number("-1.5E-3")).isEqualTo(-1.5e-3);
        assertThat(Arguments.number("+.5")).isEqualTo(0.5);
    }
}
