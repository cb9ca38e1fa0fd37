package org.fieldfall.drivers.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASRL/dev/pts/3::INSTR",
                "ASRLusb:0403:6001:A10K7RZX::INSTR",
                "ASRL/dev/serial/by-id/usb-FTDI_A:1-if00::INSTR",
                "TCPIP0::10.0.0.7::5025::SOCKET",
                "TCPIP0::meter.lab::7777::SOCKET",
                "TCPIP0::[fe80::1]::5025::SOCKET"
            })
    void comesBackAsItWasWritten(String name) {
        assertThat(ResourceName.parse(name)).hasToString(name);
    }

    @Test
    void findsItsParts() {
        assertThat(ResourceName.parse(" ASRL/dev/pts/3::INSTR ")).isEqualTo(new ResourceName.Serial("/dev/pts/3"));
        assertThat(ResourceName.parse("asrlCOM3")).isEqualTo(new ResourceName.Serial("COM3"));
        assertThat(ResourceName.parse("TCPIP::localhost::5025::socket"))
                .isEqualTo(new ResourceName.Tcp("localhost", 5025));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "simulated",
                "ASRL",
                "ASRL::INSTR",
                "GPIB0::12::INSTR",
                "ASRLusb:0403:6001::INSTR",
                "ASRLusb:0403:60G1:A1::INSTR",
                "ASRLusb:::INSTR",
                "TCPIP0::host::INSTR",
                "TCPIP0::h::0::SOCKET",
                "TCPIP0::h::70000::SOCKET",
                "TCPIP0::h::x::SOCKET"
            })
    void refusesEverythingElse(String name) {
        assertThatThrownBy(() -> ResourceName.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
