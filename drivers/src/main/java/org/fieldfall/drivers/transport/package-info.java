/**
 * Bytes to and from an instrument: serial lines by jSerialComm, TCP sockets, recorded conversations.
 *
 * <p>Knows ports, terminators and deadlines, and no command. Opens onto {@code protocols.instrument} for its faults.
 */
@NullMarked
package org.fieldfall.drivers.transport;

import org.jspecify.annotations.NullMarked;
