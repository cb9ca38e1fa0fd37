package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fieldfall.protocols.instrument.LineLostException;
import org.junit.jupiter.api.Test;

class UsbIdentityTest {

    private static final ListedPort BUILT_IN = new ListedPort("/dev/ttyS0", -1, -1, "Unknown");
    private static final ListedPort SUPPLY = new ListedPort("/dev/ttyUSB1", 0x0403, 0x6001, "A10K7RZX");
    private static final ListedPort BRIDGE = new ListedPort("/dev/ttyUSB0", 0x10c4, 0xea60, "LSA20XX");

    private final UsbIdentity wanted =
            new ResourceName.Serial("usb:0403:6001:A10K7RZX").usb().orElseThrow();

    @Test
    void findsTheAdapterWhateverItsPath() {
        assertThat(wanted.pathAmong(List.of(BUILT_IN, BRIDGE, SUPPLY), "supply"))
                .isEqualTo("/dev/ttyUSB1");
    }

    @Test
    void mistakesNoOtherAdapterOfTheSameKind() {
        var twin = new ListedPort("/dev/ttyUSB1", 0x0403, 0x6001, "A10K7RZY");

        assertThatThrownBy(() -> wanted.pathAmong(List.of(BUILT_IN, BRIDGE, twin), "supply"))
                .isInstanceOf(LineLostException.class)
                .hasMessage("supply: no serial port has the identity usb:0403:6001:A10K7RZX; there are /dev/ttyS0, "
                        + "/dev/ttyUSB0 (usb:10c4:ea60:LSA20XX), /dev/ttyUSB1 (usb:0403:6001:A10K7RZY)");
        assertThatThrownBy(() -> wanted.pathAmong(List.of(), "supply")).hasMessageEndingWith("; there is none at all");
    }

    @Test
    void choosesNoneOfSeveral() {
        var copy = new ListedPort("/dev/ttyUSB7", 0x0403, 0x6001, "A10K7RZX");

        assertThatThrownBy(() -> wanted.pathAmong(List.of(SUPPLY, copy), "supply"))
                .hasMessageContaining("2 serial ports have the identity usb:0403:6001:A10K7RZX")
                .hasMessageContaining("/dev/ttyUSB7");
    }

    @Test
    void takesAPathForAPath() {
        assertThat(new ResourceName.Serial("/dev/ttyUSB0").usb()).isEmpty();
        assertThat(new ResourceName.Serial("USB:0403:6001:a:b").usb()).contains(new UsbIdentity(0x0403, 0x6001, "a:b"));
    }
}
