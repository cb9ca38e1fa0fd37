package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldfall.simulator.wire.SerialLine;
import org.fieldfall.simulator.wire.SocketLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rig with something wrong on one of its lines: one message says which, nothing is told to move, no run begins. */
@Timeout(60)
class BadLineIT {

    private static final int USAGE = 2;
    private static final int NO_ANSWER = 5;
    private static final int LINE_LENGTH = 253;

    @TempDir
    private Path folder;

    private final PlainBox supply = PlainBox.supply();
    private SerialLine supplyLine;

    @BeforeEach
    void openTheSupplysLine() throws IOException {
        supplyLine = SerialLine.open(supply, new SerialLine.Wiring(LINE_LENGTH, 0, false), Optional.empty());
    }

    @AfterEach
    void nothingWasToldToMove() throws IOException {
        supplyLine.close();
        assertThat(supply.heard()).allMatch(line -> line.equals("*IDN?"));
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void saysThatAPortIsAbsent() throws Exception {
        var said = run(NO_ANSWER, "ASRL/dev/ttyNowhere7::INSTR", "TCPIP0::127.0.0.1::9::SOCKET");

        assertThat(said)
                .contains("supply (ASRL/dev/ttyNowhere7::INSTR)")
                .contains("there is no serial port /dev/ttyNowhere7");
    }

    @Test
    void saysThatAPortIsBusy() throws Exception {
        var other = SerialPort.getCommPort(supplyLine.path());
        other.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 100, 0);
        assertThat(other.openPort()).isTrue();
        try {
            var said = run(NO_ANSWER, serial(supplyLine), "TCPIP0::127.0.0.1::9::SOCKET");

            assertThat(said)
                    .contains("supply (" + serial(supplyLine) + ")")
                    .contains("could not open")
                    .contains("is it in use by another program");
        } finally {
            other.closePort();
        }
    }

    @Test
    void saysThatASerialLineIsSilent() throws Exception {
        try (var mute = SerialLine.open(
                        PlainBox.silent(), new SerialLine.Wiring(LINE_LENGTH, 9600, false), Optional.empty());
                var meter = SocketLine.open(meter("34465A"), LINE_LENGTH)) {
            var said = run(NO_ANSWER, serial(mute), tcp(meter.port()));

            assertThat(said)
                    .contains("supply (" + serial(mute) + ")")
                    .contains("asked \"*IDN?\"")
                    .contains("nothing for")
                    .contains("expected");
        }
    }

    @Test
    void saysThatASocketIsSilent() throws Exception {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var said = run(NO_ANSWER, serial(supplyLine), tcp(mute.getLocalPort()));

            assertThat(said)
                    .contains("meter (" + tcp(mute.getLocalPort()) + ")")
                    .contains("asked \"*IDN?\"")
                    .contains("nothing for")
                    .contains("expected");
        }
    }

    @Test
    void saysThatAConnectionIsRefused() throws Exception {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        var said = run(NO_ANSWER, serial(supplyLine), tcp(port));

        assertThat(said)
                .contains("meter (" + tcp(port) + ")")
                .contains("could not connect")
                .contains("refused");
    }

    @Test
    void saysThatAMeterOfAnotherModelIsOnTheLine() throws Exception {
        try (var meter = SocketLine.open(meter("34461A"), LINE_LENGTH)) {
            var said = run(USAGE, serial(supplyLine), tcp(meter.port()));

            assertThat(said)
                    .contains("meter (" + tcp(meter.port()) + ")")
                    .contains("asked \"*IDN?\", got \"Keysight Technologies,34461A,SIM00002,")
                    .contains("expected a Keysight 34465A");
        }
    }

    @Test
    void saysThatTheTwoLinesAreSwapped() throws Exception {
        var meter = meter("34465A");
        try (var line = SocketLine.open(meter, LINE_LENGTH)) {
            var said = run(USAGE, tcp(line.port()), serial(supplyLine));

            assertThat(said)
                    .contains("supply (" + tcp(line.port()) + ")")
                    .contains("got \"Keysight Technologies,34465A,SIM00002,")
                    .contains("expected a Kepco BOP");
        }
        assertThat(meter.heard()).allMatch(heard -> heard.equals("*IDN?"));
    }

    /** Runs the short shot on a rig with these lines and answers the one message it ends with. */
    private String run(int exitCode, String supplyResource, String meterResource) throws Exception {
        var rig = rigFile(supplyResource, meterResource);
        var runs = folder.resolve("runs").toString();
        try (Child child = Child.fieldfall(
                folder, "run", ShortShot.PROTOCOL.toString(), "--rig", rig.toString(), "--runs", runs)) {
            assertThat(child.exitCode()).as(child.err()).isEqualTo(exitCode);
            assertThat(child.out()).isEmpty();
            assertThat(child.err().strip()).startsWith("fieldfall: ").doesNotContain("\n", "\tat ", "Exception");
            return child.err();
        }
    }

    private Path rigFile(String supplyResource, String meterResource) throws IOException {
        var text = ShortShot.realRig(List.of(supplyResource, meterResource));
        return Files.writeString(folder.resolve("rig.yaml"), text);
    }

    private static PlainBox meter(String model) {
        return PlainBox.named("Keysight Technologies," + model + ",SIM00002,A.03.01-03.15-03.01-00.52-05-02");
    }

    private static String serial(SerialLine line) {
        return "ASRL" + line.path() + "::INSTR";
    }

    private static String tcp(int port) {
        return "TCPIP0::127.0.0.1::" + port + "::SOCKET";
    }
}
