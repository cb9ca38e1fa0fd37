package org.fieldfall.app.rig;

import org.fieldfall.simulator.wire.Box;

/** Any instrument with one number to show, as SCPI writes it. */
final class Gauge implements Box {

    private static final String NO_NUMBER = "9.91E37";

    private final StringBuilder due = new StringBuilder();
    private volatile String shown = "1";
    private volatile boolean isSilent;

    void show(String text) {
        shown = text;
    }

    void show(double value) {
        shown = Double.isNaN(value) ? NO_NUMBER : Double.toString(value);
    }

    void silence(boolean silent) {
        isSilent = silent;
    }

    @Override
    public void hear(String line) {
        switch (line) {
            case "*IDN?" -> say("AMERICAN MAGNETICS,MODEL 1700,SIM17,1.0");
            case "*OPC?" -> say("1");
            case "LEVEL?" -> say(shown);
            default -> {}
        }
    }

    private void say(String text) {
        if (!isSilent) {
            due.append(text).append("\r\n");
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
