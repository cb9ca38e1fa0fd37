package org.fieldfall.app.rig;

import org.fieldfall.simulator.wire.Box;

/** An instrument that no driver knows, on a line of text or of single characters. */
final class Stranger implements Box {

    private final StringBuilder due = new StringBuilder();

    @Override
    public void hear(String line) {
        if (line.equals("*IDN?") || line.equals("VER")) {
            due.append("ACME,TOASTER,1,1.0\n");
        } else if (line.equals("v")) {
            due.append(" v\r\n");
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
