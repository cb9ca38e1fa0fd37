package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All instruments on their wires, spoken to by clients that know nothing of the simulator. */
@Timeout(60)
class WholeRigTest {

    private final VirtualRig rig = VirtualRig.start(Rigs.whole(1, true, true), 3);

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void namesTheLineOfEveryRole() {
        assertThat(rig.resources())
                .containsOnlyKeys(
                        "field-supply",
                        "sample-thermometer",
                        "field-monitor",
                        "bath",
                        "sample-heater",
                        "heat-switch",
                        "excitation")
                .containsEntry("field-supply", rig.supplyResource())
                .containsEntry("sample-thermometer", rig.thermometerResource());
        assertThat(rig.resources().get("bath")).isEqualTo(rig.resources().get("sample-heater"));
        assertThat(rig.resources().values().stream().distinct()).hasSize(6);
        assertThat(rig.resources().values().stream().distinct().filter(name -> name.startsWith("ASRL/dev/pts/")))
                .hasSize(4);
    }

    @Test
    void identifiesOnEveryWire() throws IOException {
        assertThat(ask("bath", 57_600, "*IDN?\n")).isEqualTo("LSCI,MODEL350,SIM00004/SIM0000,1.6\r\n");
        assertThat(ask("excitation", 9600, "*IDN?\n")).startsWith("KEITHLEY INSTRUMENTS INC.,MODEL 2400,SIM");
        assertThat(askSocket("field-monitor", "*IDN?\n")).startsWith("Keysight Technologies,34465A,SIM00003,");
    }

    @Test
    void losesMessagesThatComeTooFast() {
        SerialPort port = open("bath", 57_600);
        try {
            write(port, "KRDG? A\nSETP? 1\nINNAME? A\n");

            assertThat(line(port)).startsWith("+");
            assertThat(line(port)).isEmpty();
        } finally {
            port.closePort();
        }
    }

    @Test
    void resetsItsBoardAtEveryOpening() {
        for (int client = 0; client < 2; client++) {
            SerialPort port = open("heat-switch", 115_200);
            try {
                write(port, "v");
                assertThat(line(port)).isEmpty();
                assertThat(line(port)).isEmpty();
                write(port, "xo");

                assertThat(line(port)).isEqualTo(" o\r\n");
                write(port, "v");
                assertThat(line(port)).isEqualTo(" SIM0.1 v\r\n");
            } finally {
                port.closePort();
            }
            assertThat(ask("bath", 57_600, "KRDG? B\n")).startsWith("+0");
        }
    }

    @Test
    void hangsUpOnASerialClientAndComesBackUnderItsName(@TempDir Path folder) {
        try (VirtualRig linked = VirtualRig.start(Rigs.whole(1, false, false), 4, folder)) {
            String name = linked.supplyResource();
            SerialPort port = open(name, 9600, 0);

            linked.unplug("field-supply");
            assertThat(port.readBytes(new byte[10], 10)).isNegative();
            port.closePort();
            assertThat(Path.of(path(name)))
                    .satisfies(link -> assertThat(Files.exists(link)).isFalse());
            linked.plug("field-supply");

            assertThat(linked.supplyResource()).isEqualTo(name);
            SerialPort again = open(name, 9600, 0);
            write(again, "*IDN?\n");
            assertThat(line(again)).startsWith("KEPCO,");
            again.closePort();
        }
    }

    @Test
    void comesBackUnderItsLinkWhoeverHoldsTheOldTerminal(@TempDir Path folder) {
        try (VirtualRig linked = VirtualRig.start(Rigs.whole(1, false, false), 3, folder)) {
            String name = resource(linked, "bath");
            assertThat(name).isEqualTo("ASRL" + folder.resolve("simulated-cryostat") + "::INSTR");
            SerialPort holder = open(name, 57_600, 0);

            linked.unplug("bath");
            // The terminal's number may be another line's by now.
            assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("cryostat"));
            linked.plug("sample-heater");
            holder.closePort();
            SerialPort port = open(name, 57_600, 0);
            write(port, "*IDN?\n");
            assertThat(line(port)).startsWith("LSCI,MODEL350");
            port.closePort();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void resetsATcpClientAndComesBackOnItsPort() throws IOException {
        try (Socket socket = connect("field-monitor")) {
            rig.unplug("field-monitor");
            assertThat(ends(socket)).isTrue();
        }

        rig.plug("field-monitor");

        assertThat(askSocket("field-monitor", "*IDN?\n")).startsWith("Keysight");
    }

    @Test
    void hearsAndObeysButSaysNothingWhileItIsSilenced() {
        rig.silence("excitation", true);
        assertThat(ask("excitation", 9600, "SOUR:CURR 1E-6;CURR?\n")).isEmpty();

        rig.silence("excitation", false);

        assertThat(ask("excitation", 9600, "SOUR:CURR?\n")).isEqualTo("+1.000000E-06\r\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rig.silence("gauge", true))
                .withMessageContaining("gauge");
    }

    private static String resource(VirtualRig of, String role) {
        return Objects.requireNonNull(of.resources().get(role));
    }

    private static String path(String resource) {
        return resource.replace("ASRL", "").replace("::INSTR", "");
    }

    private SerialPort open(String role, int baud) {
        return open(resource(rig, role), baud, 0);
    }

    private static SerialPort open(String resource, int baud, int flow) {
        SerialPort port = SerialPort.getCommPort(path(resource));
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(flow);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 100, 0);
        assertThat(port.openPort()).as("opening %s", resource).isTrue();
        return port;
    }

    private String ask(String role, int baud, String text) {
        SerialPort port = open(role, baud);
        try {
            write(port, text);
            return line(port);
        } finally {
            port.closePort();
        }
    }

    private static void write(SerialPort port, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(port.writeBytes(bytes, bytes.length)).isEqualTo(bytes.length);
    }

    /** Up to the end of a line, or what came in about a quarter of a second. */
    private static String line(SerialPort port) {
        StringBuilder line = new StringBuilder();
        byte[] bytes = new byte[1];
        for (int quiet = 0; quiet < 3 && line.indexOf("\n") < 0; ) {
            int count = port.readBytes(bytes, 1);
            quiet += count > 0 ? 0 : 1;
            line.append(count > 0 ? String.valueOf((char) bytes[0]) : "");
        }
        return line.toString();
    }

    private Socket connect(String role) throws IOException {
        String[] parts = resource(rig, role).split("::", -1);
        Socket socket = new Socket();
        socket.setSoTimeout(5000);
        socket.connect(new InetSocketAddress(parts[1], Integer.parseInt(parts[2])), 2000);
        return socket;
    }

    private String askSocket(String role, String text) throws IOException {
        try (Socket socket = connect(role)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder line = new StringBuilder();
            for (int value = socket.getInputStream().read();
                    value >= 0 && value != '\n';
                    value = socket.getInputStream().read()) {
                line.append((char) value);
            }
            return line.toString();
        }
    }

    private static boolean ends(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
