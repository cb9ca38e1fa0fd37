package org.fieldfall.drivers.transport;

/** A file is no capture; the message has its path and the line. */
public final class CaptureFormatException extends RuntimeException {

    CaptureFormatException(String message) {
        super(message);
    }

    CaptureFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
