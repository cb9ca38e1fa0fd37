package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the log's alarm was told. */
final class HeardAlarm implements LogAlarm {

    final List<String> stalls = new CopyOnWriteArrayList<>();
    final List<String> failures = new CopyOnWriteArrayList<>();
    final List<String> recoveries = new CopyOnWriteArrayList<>();

    @Override
    public void stalled(String report) {
        stalls.add(report);
    }

    @Override
    public void failed(String report) {
        failures.add(report);
    }

    @Override
    public void recovered(String report) {
        recoveries.add(report);
    }

    void assertSilent() {
        assertThat(stalls).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(recoveries).isEmpty();
    }
}
