package org.fieldfall.drivers.transport;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an instrument is found, written as VISA writes it. */
public sealed interface ResourceName {

    /**
     * A serial port.
     *
     * @param device path of the device file, a port name such as {@code COM3}, or the USB identity of the adapter as
     *     {@code usb:0403:6001:A10K7RZX}: vendor and product in hexadecimal and serial number
     */
    record Serial(String device) implements ResourceName {

        private static final Pattern FORM = Pattern.compile("ASRL(?!:)(.+?)(::INSTR)?", Pattern.CASE_INSENSITIVE);

        public Serial {
            if (device.isBlank()) {
                throw new IllegalArgumentException("a serial resource needs a device path");
            }
            var unused = UsbIdentity.in(device);
        }

        Optional<UsbIdentity> usb() {
            return UsbIdentity.in(device);
        }

        /**
         * The device file or port name behind it today.
         *
         * @param who for the message
         * @throws org.fieldfall.protocols.instrument.LineLostException if not exactly one adapter has the USB identity
         */
        public String path(String who) {
            return usb().map(usb -> usb.pathAmong(ListedPort.all(), who)).orElse(device);
        }

        @Override
        public String toString() {
            return "ASRL" + device + "::INSTR";
        }
    }

    /** A raw TCP socket. */
    record Tcp(String host, int port) implements ResourceName {

        private static final Pattern FORM =
                Pattern.compile("TCPIP\\d*::(\\[.+]|.+?)::(\\d{1,5})::SOCKET", Pattern.CASE_INSENSITIVE);

        public Tcp {
            if (host.isBlank() || port < 1 || port > 65535) {
                throw new IllegalArgumentException(
                        "a socket resource needs a host and a port from 1 to 65535, not \"" + host + "\", " + port);
            }
        }

        @Override
        public String toString() {
            return "TCPIP0::" + host + "::" + port + "::SOCKET";
        }
    }

    /** A file with what was once said on a line, played as the instrument; no VISA name. */
    record Recording(Path file) implements ResourceName {

        private static final Pattern FORM = Pattern.compile("replay:(.+)");

        @Override
        public String toString() {
            return "replay:" + file;
        }
    }

    /**
     * Reads {@code ASRL/dev/ttyUSB0::INSTR}, {@code ASRLusb:0403:6001:A10K7RZX::INSTR},
     * {@code TCPIP0::10.0.0.7::5025::SOCKET} or {@code replay:<file>}; an IPv6 address stands in brackets.
     */
    static ResourceName parse(String text) {
        String name = text.strip();
        Matcher serial = Serial.FORM.matcher(name);
        if (serial.matches()) {
            return new Serial(serial.group(1));
        }
        Matcher tcp = Tcp.FORM.matcher(name);
        if (tcp.matches()) {
            return new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2)));
        }
        Matcher recording = Recording.FORM.matcher(name);
        if (recording.matches()) {
            return new Recording(Path.of(recording.group(1)));
        }
        throw new IllegalArgumentException("\"" + text + "\" is no resource name; due is ASRL<device path>::INSTR, "
                + "TCPIP0::<host>::<port>::SOCKET or replay:<capture file>");
    }
}
