package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(30)
@Isolated("looks at the threads of the machine")
class VirtualRigTest {

    private final VirtualRig rig = VirtualRig.start(Rigs.drawn(), 3);

    @AfterEach
    void closeRig() {
        rig.close();
    }

    @Test
    void answersOnARealSerialPortToOneClientAfterAnother() {
        assertThat(rig.supplyResource()).startsWith("ASRL/dev/pts/").endsWith("::INSTR");

        for (int client = 0; client < 3; client++) {
            assertThat(askSupply("*IDN?\n")).isEqualTo("KEPCO,BIT 4886 20-20  01-02-2020,SIM00001,4.01-1.80\r\n");
        }
    }

    @Test
    void dropsALineLongerThanTheCardHolds() {
        assertThat(askSupply("CURR " + "0".repeat(260) + "\nSYST:ERR?\n")).startsWith("-363,");
    }

    @Test
    void answersOnLoopbackToOneClientAfterAnother() throws IOException {
        for (int client = 0; client < 3; client++) {
            assertThat(askMeter("*IDN?\n")).startsWith("Keysight Technologies,34465A,SIM00002,");
        }
    }

    @Test
    void readsOverTheWireWhatTheSensorShows() throws IOException {
        double volts = Double.parseDouble(askMeter("CONF:VOLT:DC 0.1;:VOLT:ZERO:AUTO OFF;:VOLT:NPLC 1;:READ?\n"));

        assertThat(volts).isCloseTo(1.68e-3, within(2e-5));
    }

    @Test
    void leapsAndTellsTheTruthOnTheWay() {
        List<Truth> truth = Collections.synchronizedList(new ArrayList<>());
        rig.truthTo(truth::add);

        rig.leapTo(900);

        assertThat(rig.seconds()).isBetween(900.0, 905.0);
        assertThat(truth).hasSizeGreaterThan(8990);
        assertThat(truth.get(truth.size() - 1).latticeKelvin()).isCloseTo(4.005, within(0.01));
    }

    @Test
    void waitsInWorldTimeThroughAChangeOfSpeed() throws InterruptedException {
        rig.speed(50);

        assertThat(rig.waitUntil(rig.seconds() + 1, Duration.ofSeconds(10))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> rig.speed(51)).withMessageContaining("51");
    }

    @Test
    void endsItsThreadsWhenItIsClosed() {
        rig.close();

        Set<String> names = Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .collect(Collectors.toSet());
        assertThat(names).noneMatch(name -> name.startsWith("simulator-"));
    }

    private String askSupply(String text) {
        String device = rig.supplyResource().replace("ASRL", "").replace("::INSTR", "");
        SerialPort port = SerialPort.getCommPort(device);
        port.setComPortParameters(9600, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 100, 0);
        assertThat(port.openPort()).as("opening %s", device).isTrue();
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            port.writeBytes(bytes, bytes.length);
            return line(port);
        } finally {
            port.closePort();
        }
    }

    private static String line(SerialPort port) {
        StringBuilder line = new StringBuilder();
        byte[] bytes = new byte[256];
        for (int tries = 0; tries < 50 && line.indexOf("\n") < 0; tries++) {
            int count = port.readBytes(bytes, bytes.length);
            line.append(new String(bytes, 0, Math.max(0, count), StandardCharsets.ISO_8859_1));
        }
        return line.toString();
    }

    private String askMeter(String text) throws IOException {
        String[] parts = rig.thermometerResource().split("::", -1);
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(5000);
            socket.connect(new InetSocketAddress(parts[1], Integer.parseInt(parts[2])), 2000);
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
}
