package org.fieldfall.app.store;

import org.jspecify.annotations.Nullable;

/** A part of the record cannot be created, written or read; the message names the file and the reason. */
public final class StoreException extends RuntimeException {

    public StoreException(String report, @Nullable Throwable cause) {
        super(report, cause);
    }
}
