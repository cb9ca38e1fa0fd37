package org.fieldfall.app.live.page;

/**
 * Somebody who asks.
 *
 * @param who a name, for the record of a run; empty if none was given
 */
record Guest(Role role, String who, String address) {

    static Guest unknown(String address) {
        return new Guest(Role.ANYONE, "", address);
    }

    /** As in {@code anna (page, 127.0.0.1)}. */
    String signature() {
        return (who.isEmpty() ? "a viewer" : who) + " (page, " + address + ")";
    }
}
