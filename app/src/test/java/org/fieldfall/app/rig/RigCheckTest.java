package org.fieldfall.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.model.Finding.Verdict;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.wire.SocketLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RigCheckTest {

    private static final Path HOME = Path.of("..");

    @TempDir
    private Path folder;

    /** Two channels of one gauge, whose plug is pulled between them. */
    @Test
    void anotherInstrumentIsNotAskedInTheNameOfTheFirst() throws Exception {
        var gauge = new Numbered();
        try (var line = SocketLine.open(gauge, 100)) {
            var report = check(line, () -> {
                gauge.becomes("2");
                exchange(line);
                gauge.awaitIdentified();
            });

            assertThat(report.roles().get(2).findings().get(0).came()).contains("no. 1 ");
            assertThat(report.roles().get(3).identity()).isEmpty();
            assertThat(report.roles().get(3).findings().get(0).verdict()).isEqualTo(Verdict.NO_ANSWER);
        }
    }

    private RigReport check(SocketLine gauge, Runnable betweenTheChannels) throws IOException {
        var rig = rig(gauge.resource());
        return new RigCheck(rig, OpenRig.calibration(rig).curve(), 1).perform(Map.of(), Optional.empty(), role -> {
            if (role.endsWith("auxiliary second")) {
                betweenTheChannels.run();
            }
        });
    }

    /** Supply and meter are absent, which a check reports before it goes on. */
    private RigConfig rig(String gauge) throws IOException {
        var config = HOME.resolve("config").toAbsolutePath().normalize();
        var text = Files.readString(config.resolve("rigs/twin-two-instruments.yaml"))
                .replace("../calibrations", config.resolve("calibrations").toString())
                .replace("source: simulator", "source: rig")
                .replaceFirst("resource: simulated", "resource: ASRL/dev/no-such-port::INSTR")
                .replaceFirst("resource: simulated", "resource: ASRL/dev/nor-this-one::INSTR")
                .replaceFirst("\nroles:\n", """

                          gauge:
                            driver: generic-scpi
                            resource: %s
                            identity: GAUGE
                            reply-deadline: 2 s
                        roles:
                          auxiliary:
                            - { name: first, instrument: gauge, query: "A?", unit: K }
                            - { name: second, instrument: gauge, query: "B?", unit: K }
                        """.formatted(gauge));
        var file = Files.writeString(folder.resolve("rig.yaml"), text.substring(0, text.indexOf("\nsimulation:")));
        return Configs.of(HOME, Optional.empty()).rig(file.toString());
    }

    private static void exchange(SocketLine line) {
        try {
            line.unplug();
            line.plug();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A gauge that tells its serial number, and when it has told one since it was plugged in. */
    private static final class Numbered implements Box {

        private final StringBuilder due = new StringBuilder();
        private final Semaphore identified = new Semaphore(0);
        private volatile String serial = "1";

        /** Another gauge is in its place. */
        void becomes(String other) {
            serial = other;
            identified.drainPermits();
        }

        void awaitIdentified() {
            try {
                assertThat(identified.tryAcquire(10, TimeUnit.SECONDS))
                        .as("asked who it is once it was opened again")
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void hear(String line) {
            if (line.equals("*IDN?")) {
                due.append("ACME,GAUGE,").append(serial).append(",1.0\n");
                identified.release();
            } else if (line.endsWith("?")) {
                due.append("1\n");
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
}
