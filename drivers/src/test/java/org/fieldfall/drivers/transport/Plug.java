package org.fieldfall.drivers.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fieldfall.protocols.instrument.LineLostException;

/** An opener that does what the test hands it next, and waits for that. */
final class Plug implements Opener {

    private final BlockingQueue<Opener> next = new LinkedBlockingQueue<>();

    Plug opens(Opener opener) {
        next.add(opener);
        return this;
    }

    Plug gives(Transport transport) {
        return opens(() -> transport);
    }

    Plug fails(int times) {
        for (int i = 0; i < times; i++) {
            opens(() -> {
                throw new LineLostException("box", "there is no serial port");
            });
        }
        return this;
    }

    @Override
    public Transport open() {
        try {
            Opener opener = next.poll(10, TimeUnit.SECONDS);
            if (opener == null) {
                throw new LineLostException("box", "nothing was plugged in");
            }
            return opener.open();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LineLostException("box", "closed while opening", e);
        }
    }
}
