package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults through the facade, over real wires. */
@Timeout(30)
class StagedFaultsTest {

    @TempDir
    private static Path links;

    private final VirtualRig rig =
            VirtualRig.start(Rigs.whole(0, false, false).with(new TwinSettings.BiasMagnet(0.02, 0, 10)), 3, links);

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void happensAtItsWorldTimeInTheMiddleOfALeap() {
        List<Truth> truth = Collections.synchronizedList(new ArrayList<>());
        rig.truthTo(truth::add);
        rig.stage(fault(FaultKind.BATH_RUNAWAY, "bath", OptionalDouble.of(50)), 100.00005);

        rig.leapTo(99);
        assertThat(rig.struck()).isEmpty();
        rig.leapTo(300);

        var struck = rig.struck();
        assertThat(struck).extracting(Fault.Struck::seconds).containsExactly(100.0001);
        assertThat(rig.struck()).isEmpty();
        assertThat(kelvinAt(truth, 100)).isCloseTo(4, within(0.05));
        assertThat(kelvinAt(truth, 150)).isGreaterThan(4.5);
        assertThat(kelvinAt(truth, 299)).isCloseTo(4, within(0.05));
    }

    @Test
    void losesOneReplyOfOneInstrumentAndNoMore() throws IOException {
        rig.stage(fault(FaultKind.REPLY_LOST, "sample-thermometer", OptionalDouble.empty()), 0);

        try (Socket meter = connect("sample-thermometer");
                Socket monitor = connect("field-monitor")) {
            assertThat(ask(monitor, "*OPC?")).isEqualTo("1");
            assertThat(ask(meter, "*OPC?")).isEmpty();
            assertThat(ask(meter, "*OPC?")).isEqualTo("1");
        }
        assertThat(rig.struck()).hasSize(1);
    }

    @Test
    void pullsAPlugAndPutsItBack() throws IOException {
        rig.stage(fault(FaultKind.LINE_DEAD, "sample-thermometer", OptionalDouble.of(500)), 10);
        try (Socket meter = connect("sample-thermometer")) {
            assertThat(ask(meter, "*OPC?")).isEqualTo("1");

            rig.leapTo(11);
            assertThat(hasHungUp(meter)).isTrue();
        }
        rig.leapTo(511);

        try (Socket meter = connectSoon("sample-thermometer")) {
            assertThat(ask(meter, "*OPC?")).isEqualTo("1");
        }
    }

    @Test
    void refusesARoleThatTheRigHasNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rig.stage(fault(FaultKind.LINE_DEAD, "excitation", OptionalDouble.empty()), 0))
                .withMessageContaining("excitation");
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindHappensToEveryRoleItMayBefall(FaultKind kind) {
        for (String role : kind.roles()) {
            rig.stage(fault(kind, role, OptionalDouble.of(1)), 1);
        }
        rig.leapTo(3);

        assertThat(rig.struck()).hasSize(kind.isOfReply() ? 0 : kind.roles().size());
    }

    private static Fault fault(FaultKind kind, String role, OptionalDouble lasts) {
        return new Fault(kind, role, lasts);
    }

    private static double kelvinAt(List<Truth> truth, double seconds) {
        return Arrays.stream(truth.toArray(new Truth[0]))
                .filter(one -> one.seconds() >= seconds)
                .findFirst()
                .orElseThrow()
                .platformKelvin();
    }

    private Socket connect(String role) throws IOException {
        String[] parts = rig.resources().getOrDefault(role, "").split("::", -1);
        Socket socket = new Socket();
        socket.setSoTimeout(1000);
        socket.connect(new InetSocketAddress(parts[1], Integer.parseInt(parts[2])), 2000);
        return socket;
    }

    /** The port comes back on a thread of its own. */
    private Socket connectSoon(String role) throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return connect(role);
            } catch (IOException refused) {
                rig.leapTo(rig.seconds() + 0.01);
                Thread.onSpinWait();
            }
        }
        return connect(role);
    }

    private static boolean hasHungUp(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException still) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String ask(Socket socket, String question) throws IOException {
        socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder line = new StringBuilder();
        try {
            for (int value = socket.getInputStream().read();
                    value >= 0 && value != '\n';
                    value = socket.getInputStream().read()) {
                line.append((char) value);
            }
        } catch (SocketTimeoutException silence) {
            return line.toString().strip();
        }
        return line.toString().strip();
    }
}
