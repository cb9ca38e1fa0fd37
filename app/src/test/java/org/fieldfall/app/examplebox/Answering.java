package org.fieldfall.app.examplebox;

import org.fieldfall.simulator.wire.Box;

/** A box that says its name when it is asked and takes a level, as the example box does. */
final class Answering implements Box {

    private final String name;
    private final StringBuilder due = new StringBuilder();
    private volatile boolean isSilent;
    private volatile String level = "0";

    Answering(String name) {
        this.name = name;
    }

    void silence(boolean silent) {
        isSilent = silent;
    }

    double level() {
        return Double.parseDouble(level);
    }

    @Override
    public void hear(String line) {
        if (line.startsWith("LEVEL ")) {
            level = line.substring("LEVEL ".length());
        }
        switch (line) {
            case "*IDN?" -> say(name);
            case "SYST:ERR?" -> say("0,\"No error\"");
            case "LEVEL?" -> say(level);
            case "VOLTS?" -> say("2.5");
            default -> {}
        }
    }

    private void say(String text) {
        if (!isSilent) {
            due.append(text).append('\n');
        }
    }

    @Override
    public void hearTooMuch() {}

    @Override
    public void hangUp() {
        due.setLength(0);
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public String say() {
        var said = due.toString();
        due.setLength(0);
        return said;
    }
}
