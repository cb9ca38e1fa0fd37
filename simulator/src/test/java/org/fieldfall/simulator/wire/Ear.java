package org.fieldfall.simulator.wire;

import java.util.List;

/** A box that notes what it hears and says nothing. */
record Ear(List<String> heard) implements Box {

    @Override
    public void hear(String line) {
        heard.add(line);
    }

    @Override
    public void hearTooMuch() {
        heard.add("too much");
    }

    @Override
    public void hangUp() {}

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public String say() {
        return "";
    }
}
