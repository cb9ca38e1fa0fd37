package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the page is served.
 *
 * @param listen address to listen on
 * @param port 0 for any that is free
 * @param names that the server answers to beside its address, without a port
 * @param keys for TLS; must be there where others than this machine can connect
 */
public record PageConfig(String listen, int port, List<String> names, Optional<Keys> keys) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    /** A key store and what opens it. */
    public record Keys(Path store, String password) {
        @Override
        public String toString() {
            return "keys in " + store;
        }
    }

    public PageConfig {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (!isLoopback(listen) && keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "page: to listen on " + listen + " needs a key store, so that nobody reads tokens on their way;"
                            + " without one due is 127.0.0.1");
        }
    }

    /** On this machine alone. */
    public static PageConfig loopback(int port) {
        return new PageConfig("127.0.0.1", port, List.of(), Optional.empty());
    }

    public PageConfig withPort(int other) {
        return new PageConfig(listen, other, names, keys);
    }

    public boolean isLoopback() {
        return isLoopback(listen);
    }

    static boolean isLoopback(String address) {
        return LOOPBACK.contains(address);
    }

    public boolean isSecure() {
        return keys.isPresent();
    }

    /** What a link calls it. */
    public String name() {
        return names.stream().findFirst().orElse(listen.contains(":") ? "[" + listen + "]" : listen);
    }
}
