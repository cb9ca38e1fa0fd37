package org.fieldfall.app.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fieldfall.drivers.transport.ResourceName;
import org.fieldfall.protocols.instrument.LineLostException;

/** One name for one line, however a rig file writes it; it serves as the name of a file. */
final class LineName {

    private static final long TO_RESOLVE_SECONDS = 2;
    private static final int READABLE = 60;

    private LineName() {}

    /** @param resource in VISA form */
    static String of(String resource) {
        String whole = whole(ResourceName.parse(resource));
        String readable = whole.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^-+", "");
        return readable.substring(0, Math.min(READABLE, readable.length())) + "-" + hash(whole);
    }

    private static String whole(ResourceName resource) {
        if (resource instanceof ResourceName.Serial serial) {
            return "serial " + device(serial);
        }
        if (resource instanceof ResourceName.Tcp tcp) {
            return "socket " + address(tcp.host()) + ":" + tcp.port();
        }
        return resource.toString();
    }

    /** The device itself behind links such as those in {@code /dev/serial/by-id}. */
    private static String device(ResourceName.Serial serial) {
        String path = serial.device();
        try {
            path = serial.path("serial line");
            return Path.of(path).toRealPath().toString();
        } catch (IOException | LineLostException absent) {
            return path;
        }
    }

    /** Asking for a name may take long where no server answers; then the name has to do. */
    private static String address(String host) {
        String bare = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        var asked = CompletableFuture.supplyAsync(() -> resolved(bare));
        try {
            return asked.get(TO_RESOLVE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return bare;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return bare;
        }
    }

    private static String resolved(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() ? "loopback" : address.getHostAddress();
        } catch (UnknownHostException unknown) {
            return host;
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
