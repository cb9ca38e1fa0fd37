package org.fieldfall.app.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A part of the record cannot be created, written or read; the message names the file and the reason. */
public final class StoreException extends RuntimeException {

    /** @param report what cannot be done to which file; the cause's reason is added in words */
    public StoreException(String report, @Nullable Throwable cause) {
        super(cause == null ? report : report + ": " + reason(cause), cause);
    }

    /** Why, in words: some messages of the file system are the bare name of the file. */
    public static String reason(Throwable cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
