package org.fieldfall.drivers.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.fieldfall.protocols.instrument.LineLostException;

/** A serial port, or a pseudo-terminal that stands for one, opened by its device path or its USB identity. */
public final class SerialTransport implements Transport {

    // jSerialComm rounds read time-outs up to 100 ms; 0 would wait for ever.
    private static final int TICK_MILLIS = 100;

    private final String who;
    private final SerialSettings settings;
    private final Pump pump;

    private SerialTransport(String who, SerialSettings settings, Pump pump) {
        this.who = who;
        this.settings = settings;
        this.pump = pump;
    }

    /**
     * @param who role or instrument, the resource name is added to it
     * @throws LineLostException if the port is absent, busy or refuses the settings, or if not exactly one has the USB
     *     identity
     */
    public static SerialTransport open(String who, ResourceName.Serial resource, SerialSettings settings) {
        String name = who + " (" + resource + ")";
        String path = resource.path(name);
        SerialPort port = find(name, path);
        configure(port, settings);
        if (!port.openPort()) {
            throw new LineLostException(
                    name,
                    "could not open " + path + ", error " + port.getLastErrorCode()
                            + ": is it in use by another program, or not permitted to this user (group dialout)?");
        }
        var pump = new Pump(name, new JSerialPort(port));
        pump.start();
        return new SerialTransport(name, settings, pump);
    }

    private static SerialPort find(String name, String device) {
        try {
            return SerialPort.getCommPort(device);
        } catch (SerialPortInvalidPortException e) {
            throw new LineLostException(name, "there is no serial port " + device, e);
        }
    }

    // Time-outs before opening: on a pseudo-terminal a later change can fail and spoil every open after it.
    private static void configure(SerialPort port, SerialSettings settings) {
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, TICK_MILLIS, 0);
        port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits(settings), parity(settings.parity()));
        port.setFlowControl(flowControl(settings.flowControl()));
    }

    private static int stopBits(SerialSettings settings) {
        return settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
    }

    private static int parity(SerialSettings.Parity parity) {
        return switch (parity) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
        };
    }

    private static int flowControl(SerialSettings.FlowControl flowControl) {
        return switch (flowControl) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
            case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
        };
    }

    @Override
    public String who() {
        return who;
    }

    @Override
    public void write(byte[] bytes, Duration within) {
        pump.write(bytes, within);
    }

    @Override
    public byte[] read(Duration within) throws InterruptedException {
        return pump.read(within);
    }

    // The kernel takes a whole line at once and sends it at the pace of the line.
    @Override
    public Duration lineTime(int bytes) {
        return settings.lineTime(bytes);
    }

    @Override
    public void onLost(Consumer<String> heard) {
        pump.onLost(heard);
    }

    @Override
    public void close() {
        pump.close();
    }

    private record JSerialPort(SerialPort port) implements RawPort {

        // -1 is the only sign of an unplugged line: isOpen() stays true and the streams hide it.
        @Override
        public int read(byte[] into) {
            return port.readBytes(into, into.length);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            byte[] rest = bytes;
            while (rest.length > 0) {
                int sent = port.writeBytes(rest, rest.length);
                if (sent <= 0) {
                    throw new IOException("the port took " + (bytes.length - rest.length) + " of " + bytes.length
                            + " bytes, error " + port.getLastErrorCode());
                }
                rest = Arrays.copyOfRange(rest, sent, rest.length);
            }
        }

        @Override
        public void close() {
            port.closePort();
        }
    }
}
