package org.fieldfall.simulator.scpi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Works through what was heard, in order, and collects what there is to say. A command whose answer is not there yet
 * holds up all that come after it. Answers to one line are joined by semicolons.
 */
public final class Dialogue {

    private static final int MOST_LINES = 10_000;

    private final CommandTable table;
    private final ErrorQueue errors;
    private final String terminator;
    private final Deque<Deque<MessageUnit>> heard = new ArrayDeque<>();
    private final List<String> answers = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private Answer pending = Answer.NOTHING;

    public Dialogue(CommandTable table, ErrorQueue errors, String terminator) {
        this.table = table;
        this.errors = errors;
        this.terminator = terminator;
    }

    public void hear(String line) {
        if (heard.size() < MOST_LINES) {
            heard.add(new ArrayDeque<>(MessageUnit.split(line)));
        } else {
            errors.add(new ScpiFault(-363, "Input buffer overrun"));
        }
        proceed();
    }

    /** Goes on as far as possible. */
    public void proceed() {
        while (pending.isReady() && !heard.isEmpty()) {
            finishPending();
            Deque<MessageUnit> line = heard.getFirst();
            MessageUnit unit = line.poll();
            if (unit == null) {
                heard.removeFirst();
                endLine();
            } else {
                perform(unit);
            }
        }
    }

    public boolean isBusy() {
        return !heard.isEmpty();
    }

    /** Forgets what was heard and not yet done, and what was not yet said. */
    public void forget() {
        heard.clear();
        answers.clear();
        said.setLength(0);
        pending = Answer.NOTHING;
    }

    /** Takes what there is to say. */
    public String say() {
        String text = said.toString();
        said.setLength(0);
        return text;
    }

    private void perform(MessageUnit unit) {
        try {
            pending = table.perform(unit);
        } catch (ScpiFault fault) {
            errors.add(fault);
        }
    }

    private void finishPending() {
        Answer due = pending;
        pending = Answer.NOTHING;
        try {
            Optional<String> text = due.text();
            text.ifPresent(answers::add);
        } catch (ScpiFault fault) {
            errors.add(fault);
        }
    }

    private void endLine() {
        if (!answers.isEmpty()) {
            said.append(String.join(";", answers)).append(terminator);
            answers.clear();
        }
    }
}
