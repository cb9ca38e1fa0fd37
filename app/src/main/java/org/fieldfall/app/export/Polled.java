package org.fieldfall.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fieldfall.app.store.LogReader;
import org.fieldfall.protocols.run.ScalarRead;

/** What was read one by one, by channel, in the order of the record. */
record Polled(Map<String, List<ScalarRead>> channels) {

    static Polled of(Path log) {
        Map<String, List<ScalarRead>> channels = new LinkedHashMap<>();
        LogReader.read(log, entry -> {
            if (entry.event() instanceof ScalarRead read) {
                channels.computeIfAbsent(read.channel(), name -> new ArrayList<>())
                        .add(read);
            }
        });
        return new Polled(channels);
    }
}
