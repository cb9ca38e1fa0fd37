package org.fieldfall.app.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fieldfall.simulator.wire.Box;

/** Something on a line that says its name when it is asked, or nothing at all, and keeps what it heard. */
final class PlainBox implements Box {

    private volatile String name;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder due = new StringBuilder();

    private PlainBox(String name) {
        this.name = name;
    }

    static PlainBox named(String name) {
        return new PlainBox(name);
    }

    static PlainBox silent() {
        return new PlainBox("");
    }

    static PlainBox supply() {
        return named("KEPCO,BIT 4886 20-20  01-02-2020,SIM00001,4.01-1.80");
    }

    /** Another box of another name is in its place. */
    void becomes(String other) {
        name = other;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void hear(String line) {
        heard.add(line);
        if (line.equals("*IDN?") && !name.isEmpty()) {
            due.append(name).append('\n');
        }
    }

    @Override
    public void hearTooMuch() {
        heard.add("too much");
    }

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
        String said = due.toString();
        due.setLength(0);
        return said;
    }
}
