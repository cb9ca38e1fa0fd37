/**
 * The command line: what a user types, what is printed, which exit code follows.
 *
 * <p>A command is a small {@code Action}, listed by one line in {@code Commands}; it is made only when it is called, so that
 * one command does not pay for another. {@code Failures} alone turns exceptions into a message and an exit code. Opens onto
 * the rest of {@code app} and onto {@code protocols}; the only room that prints.
 */
@NullMarked
package org.fieldfall.app.cli;

import org.jspecify.annotations.NullMarked;
