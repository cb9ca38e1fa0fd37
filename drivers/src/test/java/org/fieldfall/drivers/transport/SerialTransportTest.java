package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.fieldfall.protocols.instrument.LineLostException;
import org.junit.jupiter.api.Test;

class SerialTransportTest {

    private static final SerialSettings SETTINGS = SerialSettings.of8N1(9600, SerialSettings.FlowControl.XON_XOFF);

    @Test
    void saysThatThePortIsAbsent() {
        assertThatThrownBy(() -> SerialTransport.open(
                        "field supply", new ResourceName.Serial("/dev/there-is-no-such-port"), SETTINGS))
                .isInstanceOf(LineLostException.class)
                .hasMessage("field supply (ASRL/dev/there-is-no-such-port::INSTR): "
                        + "there is no serial port /dev/there-is-no-such-port");
    }

    @Test
    void countsTheBitsOfALine() {
        var odd = SerialSettings.of(57_600, "7O1", SerialSettings.FlowControl.NONE);

        assertThat(SETTINGS.lineTime(96)).isEqualTo(Duration.ofMillis(100));
        assertThat(odd.lineTime(5760)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readsAFramingInTheUsualWriting() {
        var flow = SerialSettings.FlowControl.RTS_CTS;

        assertThat(SerialSettings.of(9600, "8N1", flow)).isEqualTo(SerialSettings.of8N1(9600, flow));
        assertThat(SerialSettings.of(9600, "7E2", flow))
                .isEqualTo(new SerialSettings(9600, 7, SerialSettings.Parity.EVEN, 2, flow));
    }

    @Test
    void saysThatNoPortHasTheUsbIdentity() {
        var resource = new ResourceName.Serial("usb:ffff:ffff:no-such-adapter");

        assertThatThrownBy(() -> SerialTransport.open("heat switch", resource, SETTINGS))
                .isInstanceOf(LineLostException.class)
                .hasMessageStartingWith("heat switch (ASRLusb:ffff:ffff:no-such-adapter::INSTR): "
                        + "no serial port has the identity usb:ffff:ffff:no-such-adapter; there ");
    }

    @Test
    void refusesImpossibleSettings() {
        assertThatThrownBy(() -> SerialSettings.of8N1(0, SerialSettings.FlowControl.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SerialSettings.of(9600, "9N1", SerialSettings.FlowControl.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"9N1\" is no framing; due is one like 8N1 or 7O1");
    }
}
