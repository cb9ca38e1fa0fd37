package org.fieldfall.simulator.kepco;

/** What speaks for a BOP supply, as far as the two differ here. */
public enum Card {
    /** The plug-in card of the 100 to 400 W models. */
    BIT_4886("BIT 4886", 1002, false),

    /** Built into the 1 kW models: longer lists, an echo that can be switched on, and a list that is left for what was before it. */
    BOP_1KW("BOP 1KW", 3933, true);

    private final String model;
    private final int capacity;
    private final boolean isBuiltIn;

    Card(String model, int capacity, boolean isBuiltIn) {
        this.model = model;
        this.capacity = capacity;
        this.isBuiltIn = isBuiltIn;
    }

    String model() {
        return model;
    }

    /** Points of a list. */
    int capacity() {
        return capacity;
    }

    boolean hasEcho() {
        return isBuiltIn;
    }

    /** Whether {@code CURR:MODE FIX} goes to the level of before the list, whatever {@code CURR} was told meanwhile. */
    boolean jumpsBack() {
        return isBuiltIn;
    }
}
