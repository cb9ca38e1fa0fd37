package org.fieldfall.app.live.page;

import java.util.List;
import java.util.Map;

/** Has nothing to start. */
final class NoStarter implements Starter {

    @Override
    public Map<String, List<String>> choices() {
        return Map.of("protocols", List.of(), "rigs", List.of(), "samples", List.of());
    }

    @Override
    public String plan(Choice choice) {
        throw new IllegalArgumentException("nothing can be planned");
    }

    @Override
    public String start(Choice choice, String who) {
        throw new IllegalArgumentException("nothing can be started");
    }
}
