package org.fieldfall.simulator.dmm6500;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fieldfall.simulator.scpi.ScpiFault;

/** The buffers by name: two that are always there, and those a user has made, which a reset takes away. */
final class Buffers {

    static final String FIRST = "defbuffer1";
    static final int MOST_READINGS = 7_000_000;

    private static final int USUAL = 100_000;
    private static final int LONGEST_NAME = 31;
    private static final int MOST_BUFFERS = 32;

    private final Map<String, Buffer> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Buffers() {
        reset();
    }

    void reset() {
        byName.clear();
        byName.put(FIRST, new Buffer(USUAL, true));
        byName.put("defbuffer2", new Buffer(USUAL, true));
    }

    Optional<Buffer> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @param quoted as it stands in a command */
    Buffer of(String quoted) {
        return find(name(quoted)).orElseThrow(ScpiFault::illegalParameter);
    }

    void make(String quoted, int readings) {
        String name = name(quoted);
        if (byName.containsKey(name) || byName.size() >= MOST_BUFFERS) {
            throw ScpiFault.settingsConflict();
        }
        if (capacities() + readings > MOST_READINGS) {
            throw new ScpiFault(-225, "Out of memory");
        }
        byName.put(name, new Buffer(readings, false));
    }

    void resize(String quoted, int readings) {
        Buffer buffer = of(quoted);
        if (capacities() - buffer.capacity() + readings > MOST_READINGS) {
            throw new ScpiFault(-225, "Out of memory");
        }
        buffer.capacity(readings);
    }

    void delete(String quoted) {
        String name = name(quoted);
        if (name.toLowerCase(Locale.ROOT).startsWith("defbuffer") || byName.remove(name) == null) {
            throw ScpiFault.illegalParameter();
        }
    }

    private long capacities() {
        return byName.values().stream().mapToLong(Buffer::capacity).sum();
    }

    /** The name between the quotes that must be around it. */
    static String name(String quoted) {
        if (!quoted.matches("\"[A-Za-z_][A-Za-z0-9_]*\"|'[A-Za-z_][A-Za-z0-9_]*'")
                || quoted.length() > LONGEST_NAME + 2) {
            throw new ScpiFault(-104, "Data type error");
        }
        return quoted.substring(1, quoted.length() - 1);
    }
}
