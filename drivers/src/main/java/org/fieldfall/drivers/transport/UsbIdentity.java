package org.fieldfall.drivers.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fieldfall.protocols.instrument.LineLostException;

/** What a USB adapter calls itself wherever it is plugged in; its device path may change with each plugging. */
record UsbIdentity(int vendor, int product, String serialNumber) {

    private static final Pattern MARK = Pattern.compile("(?i)usb:.*");
    private static final Pattern FORM = Pattern.compile("(?i)usb:([0-9a-f]{4}):([0-9a-f]{4}):(.+)");

    /** The identity a serial resource names; empty if it names a path. */
    static Optional<UsbIdentity> in(String device) {
        if (!MARK.matcher(device).matches()) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(device);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + device
                    + "\" is no USB identity; due is usb:<vendor>:<product>:<serial number>, the first two as four "
                    + "hexadecimal digits");
        }
        return Optional.of(new UsbIdentity(
                Integer.parseInt(parts.group(1), 16), Integer.parseInt(parts.group(2), 16), parts.group(3)));
    }

    /** @throws LineLostException naming the ports that are there, unless exactly one has this identity */
    String pathAmong(List<ListedPort> ports, String who) {
        List<ListedPort> mine = ports.stream().filter(this::isOf).toList();
        if (mine.size() != 1) {
            throw new LineLostException(
                    who,
                    (mine.isEmpty() ? "no serial port has" : mine.size() + " serial ports have") + " the identity "
                            + this + "; there " + (ports.isEmpty() ? "is none at all" : "are " + list(ports)));
        }
        return mine.get(0).path();
    }

    private boolean isOf(ListedPort port) {
        return port.vendor() == vendor
                && port.product() == product
                && port.serialNumber().equals(serialNumber);
    }

    private static String list(List<ListedPort> ports) {
        return ports.stream().map(ListedPort::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "usb:%04x:%04x:%s", vendor, product, serialNumber);
    }
}
