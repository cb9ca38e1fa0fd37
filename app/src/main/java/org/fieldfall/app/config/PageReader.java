package org.fieldfall.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A file of {@code schema: fieldfall/page/1}: where the page is served to others than this machine. */
final class PageReader {

    private static final int LAST_PORT = 65_535;
    private static final Set<String> ANY = Set.of("0.0.0.0", "::");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private PageReader() {}

    static PageConfig read(Section top) {
        String listen = top.value("listen", "an address like 192.168.7.20", address -> address, "127.0.0.1");
        int port = top.has("port") ? top.count("port") : 0;
        top.check(port <= LAST_PORT, "port", "a port up to " + LAST_PORT);
        List<String> names = top.optionalText("names").map(PageReader::names).orElse(List.of());
        top.check(
                names.stream().allMatch(NAME.asMatchPredicate()),
                "names",
                "names of this machine like cryo.lab.example, with commas between them");
        Optional<PageConfig.Keys> keys = top.optionalSection("key-store", PageReader::keys);
        boolean isAllowed = PageConfig.isLoopback(listen) || keys.isPresent();
        top.check(
                isAllowed,
                "listen",
                "127.0.0.1 as long as there is no key-store: tokens are not to be read on their way");
        top.check(
                !ANY.contains(listen) || !names.isEmpty(),
                "listen",
                "names beside it: it is no address that a browser could ask for");
        return new PageConfig(isAllowed ? listen : "127.0.0.1", Math.min(port, LAST_PORT), names, keys);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static PageConfig.Keys keys(Section at) {
        Path store = at.text("file").isEmpty() ? Path.of("") : at.file().resolve(at.text("file"));
        at.check(Files.isRegularFile(store), "file", "a key store (PKCS12 or JKS); there is no " + store);
        Path secret = at.file().resolve(at.text("password-file"));
        Optional<String> password = firstLine(secret);
        at.check(password.isPresent(), "password-file", "a file whose first line is the key store's password");
        if (Files.isRegularFile(store)) {
            password.flatMap(words -> whyNot(store, words))
                    .ifPresent(why ->
                            at.check(false, "file", "a key store with a key, which the password opens (" + why + ")"));
        }
        return new PageConfig.Keys(store, password.orElse(""));
    }

    /** What speaks against a key store; else browsers would find out. */
    private static Optional<String> whyNot(Path store, String password) {
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    return Optional.empty();
                }
            }
            return Optional.of("there is no key in it");
        } catch (IOException | GeneralSecurityException unfit) {
            return Optional.of(String.valueOf(unfit.getMessage()));
        }
    }

    private static Optional<String> firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
