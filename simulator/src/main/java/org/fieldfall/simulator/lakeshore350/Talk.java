package org.fieldfall.simulator.lakeshore350;

import java.util.ArrayList;
import java.util.List;
import org.fieldfall.simulator.scpi.Answer;
import org.fieldfall.simulator.scpi.CommandTable;
import org.fieldfall.simulator.scpi.MessageUnit;
import org.fieldfall.simulator.scpi.ScpiFault;

/**
 * How the 350 listens and answers: chains at semicolons, answers joined by them, CR LF behind. There is no error queue:
 * what is not understood leaves a bit in the standard event register and nothing else.
 */
final class Talk {

    private static final int COMMAND_ERROR = 1 << 5;
    private static final int EXECUTION_ERROR = 1 << 4;
    private static final int POWER_ON = 1 << 7;
    private static final int FIRST_EXECUTION_CODE = -200;

    private final CommandTable table;
    private final StringBuilder said = new StringBuilder();
    private int events = POWER_ON;
    private int enabled;

    Talk(CommandTable table, String identity) {
        this.table = table;
        table.ask("*IDN?", () -> identity)
                .set("*CLS", () -> events = 0)
                .ask("*ESR?", this::takeEvents)
                .set("*ESE", words -> enabled = words.integer(0, 255))
                .ask("*ESE?", () -> String.valueOf(enabled))
                .set("*OPC", () -> events |= 1)
                .ask("*OPC?", () -> "1")
                .ask("*TST?", () -> "0")
                .set("*WAI", () -> {})
                .set("MODE", words -> words.integer(0, 2))
                .ask("MODE?", () -> "1");
    }

    /** Also takes the form without a blank, {@code KRDG?A}. */
    void hear(String line) {
        List<String> answers = new ArrayList<>();
        for (MessageUnit unit : MessageUnit.split(line.replaceAll("\\?(?=[^\\s;])", "? "))) {
            perform(unit, answers);
        }
        if (!answers.isEmpty()) {
            said.append(String.join(";", answers)).append("\r\n");
        }
    }

    void refuse() {
        events |= COMMAND_ERROR;
    }

    void forget() {
        said.setLength(0);
    }

    String say() {
        String text = said.toString();
        said.setLength(0);
        return text;
    }

    private void perform(MessageUnit unit, List<String> answers) {
        try {
            Answer answer = table.perform(unit);
            answer.text().ifPresent(answers::add);
        } catch (ScpiFault fault) {
            events |= fault.code() > FIRST_EXECUTION_CODE ? COMMAND_ERROR : EXECUTION_ERROR;
        }
    }

    private String takeEvents() {
        int taken = events;
        events = 0;
        return String.valueOf(taken);
    }
}
