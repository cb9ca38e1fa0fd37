package org.fieldfall.app.live.page;

import java.nio.ByteBuffer;

/** The way to one viewer: takes a message, tells when it is through. */
interface Line {

    boolean isOpen();

    /** @param done called once, from any thread, whether it went well or not */
    void text(String message, Runnable done);

    void binary(ByteBuffer message, Runnable done);

    /** Ends at once, without a farewell. */
    void cut();
}
