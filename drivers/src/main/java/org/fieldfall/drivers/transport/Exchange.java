package org.fieldfall.drivers.transport;

/** One command, or one question with its answer, performed by the thread that owns the line. */
@FunctionalInterface
public interface Exchange<T> {

    T perform(Transport transport) throws InterruptedException;
}
