package org.fieldfall.simulator.fastps;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The parameter cells: anybody reads them, who knows the password writes them. */
final class Cells {

    private static final int LAST = 511;
    private static final String PASSWORD = "PS-ADMIN";

    private final Map<Integer, String> cells = new HashMap<>();
    private boolean isOpen;

    String unlock(Arguments arguments) {
        isOpen = arguments.only().equals(PASSWORD);
        if (!isOpen) {
            throw new Nak(Nak.PASSWORD);
        }
        return FastPs.DONE;
    }

    String read(Arguments arguments) {
        arguments.most(1);
        int cell = (int) arguments.count(0, 0, LAST);
        return String.format(Locale.ROOT, "#MRG:%d:%s", cell, cells.getOrDefault(cell, "0"));
    }

    String write(Arguments arguments) {
        arguments.most(2);
        int cell = (int) arguments.count(0, 0, LAST);
        String value = arguments.word(1);
        refuseIfLocked();
        cells.put(cell, value);
        return FastPs.DONE;
    }

    String save(Arguments arguments) {
        arguments.most(0);
        refuseIfLocked();
        return FastPs.DONE;
    }

    private void refuseIfLocked() {
        if (!isOpen) {
            throw new Nak(Nak.PRIVILEGE);
        }
    }
}
