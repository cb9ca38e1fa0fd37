package org.fieldfall.app.guard;

import java.util.List;
import java.util.Optional;
import org.fieldfall.app.store.Json;

/** A rig that is held by this process until this is closed, or the process ends. Safe to share between threads. */
public final class Lease implements AutoCloseable {

    private final Leases leases;
    private final List<ResourceLock> locks;
    private volatile Holder holder;

    Lease(Leases leases, Holder holder, List<ResourceLock> locks) {
        this.leases = leases;
        this.locks = List.copyOf(locks);
        this.holder = holder;
        tell(holder);
    }

    Holder holder() {
        return holder;
    }

    void tell(Holder now) {
        holder = now;
        locks.forEach(lock -> lock.write(Json.line(now)));
    }

    /** Sees to it that what is held is still there; answers what went wrong. */
    List<String> keep() {
        return locks.stream().map(ResourceLock::keep).flatMap(Optional::stream).toList();
    }

    @Override
    public void close() {
        locks.forEach(ResourceLock::close);
        locks.forEach(lock -> leases.forget(lock.name()));
    }
}
