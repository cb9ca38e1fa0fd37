package org.fieldfall.drivers.transport;

import java.time.Duration;

/** Opens the transport of a line, at first and again after each loss. Used by one thread at a time. */
@FunctionalInterface
public interface Opener {

    /** @throws org.fieldfall.protocols.instrument.LineLostException if it cannot be opened now */
    Transport open();

    /**
     * Opens a serial port, a socket or a capture, whichever the resource names.
     *
     * @param who role or instrument
     * @param serial settings of a serial port
     * @param within time a socket has to connect
     * @throws CaptureFormatException if the resource names a file that is no capture
     */
    static Opener of(String who, ResourceName resource, SerialSettings serial, Duration within) {
        if (resource instanceof ResourceName.Serial port) {
            return () -> SerialTransport.open(who, port, serial);
        }
        return resource instanceof ResourceName.Recording recording
                ? Replay.of(who, recording)
                : () -> TcpTransport.open(who, (ResourceName.Tcp) resource, within);
    }
}
