package org.fieldfall.protocols.sequence;

import java.util.Optional;
import org.fieldfall.protocols.run.ScalarRead;

/** Something beside the instruments whose level counts in a run, such as the record. Asked at each beat of a wait. */
@FunctionalInterface
public interface Watch {

    /** A reading for the guards; empty while there is nothing to say. Answers at once. */
    Optional<ScalarRead> reading(double rigSeconds);
}
