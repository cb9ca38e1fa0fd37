package org.fieldfall.drivers.mishap;

import java.util.Optional;

/** The other end of a wire: hears one command and may answer, line end included. */
@FunctionalInterface
public interface Box {

    Optional<String> hear(String command);
}
