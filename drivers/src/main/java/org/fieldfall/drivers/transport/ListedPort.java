package org.fieldfall.drivers.transport;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;

/** A serial port the operating system knows of; vendor and product are negative where it is none on USB. */
record ListedPort(String path, int vendor, int product, String serialNumber) {

    static List<ListedPort> all() {
        return Arrays.stream(SerialPort.getCommPorts()).map(ListedPort::of).toList();
    }

    private static ListedPort of(SerialPort port) {
        return new ListedPort(
                port.getSystemPortPath(), port.getVendorID(), port.getProductID(), port.getSerialNumber());
    }

    @Override
    public String toString() {
        return path + (vendor < 0 ? "" : " (" + new UsbIdentity(vendor, product, serialNumber) + ")");
    }
}
