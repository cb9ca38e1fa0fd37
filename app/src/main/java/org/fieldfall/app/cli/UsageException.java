package org.fieldfall.app.cli;

/** What was asked cannot be done as it was asked. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
