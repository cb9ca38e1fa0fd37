package org.fieldfall.app.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.fieldfall.drivers.genericscpi.ChannelSettings;
import org.fieldfall.drivers.genericscpi.ScpiChannel;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.Opener;
import org.fieldfall.drivers.transport.ResourceName;
import org.fieldfall.drivers.transport.SerialSettings;
import org.fieldfall.drivers.transport.WireClock;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.contract.AuxiliaryChannelContract;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.simulator.wire.SerialLine;
import org.fieldfall.simulator.wire.SocketLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The generic SCPI channel on a serial line, with a box that shows one number. */
@Timeout(120)
class ChannelContractIT extends AuxiliaryChannelContract {

    private static final ChannelSettings SETTINGS = new ChannelSettings(
            "helium level",
            "%",
            "LEVEL?",
            Optional.of(Pattern.compile("MODEL 1700")),
            "\n",
            Duration.ofMillis(10),
            Duration.ofSeconds(2));

    @TempDir
    private static Path folder;

    private static final Gauge GAUGE = new Gauge();
    private static SerialLine wire;
    private static Line line;
    private static AuxiliaryChannel channel;

    @BeforeAll
    static void connect() throws IOException {
        wire = SerialLine.open(
                GAUGE, new SerialLine.Wiring(200, 57_600, false), Optional.of(folder.resolve("simulated-gauge")));
        line = line(wire.resource());
        channel = new ScpiChannel(line, SETTINGS);
    }

    private static Line line(String resource) {
        var serial = SerialSettings.of8N1(57_600, SerialSettings.FlowControl.NONE);
        return Line.open(
                Opener.of("gauge", ResourceName.parse(resource), serial, Duration.ofSeconds(3)), WireClock.system());
    }

    @AfterAll
    static void disconnect() {
        line.close();
        wire.close();
    }

    @Override
    protected AuxiliaryChannel channel() {
        return channel;
    }

    @Override
    protected void show(double value) {
        GAUGE.show(value);
    }

    @Override
    protected void babble() {
        GAUGE.show("12.5 percent");
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        try (var strange = SocketLine.open(new Stranger(), 100);
                var other = line(strange.resource())) {
            return new ScpiChannel(other, SETTINGS).identify(within);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Bench bench() {
        return new Bench() {
            @Override
            public String resource() {
                return wire.resource();
            }

            @Override
            public void silence(boolean isSilent) {
                GAUGE.silence(isSilent);
            }

            @Override
            public void unplug() {
                wire.unplug();
            }

            @Override
            public void plug() {
                try {
                    wire.plug();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void rest() {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }

            @Override
            public double seconds() {
                return nanos() * 1e-9;
            }

            @Override
            public void pass(double seconds) {}
        };
    }
}
