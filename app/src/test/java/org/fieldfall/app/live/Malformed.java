package org.fieldfall.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a peer may send that breaks JeroMQ's sockets. */
final class Malformed {

    private Malformed() {}

    /** A greeting and the NULL handshake's READY, then a long frame whose length has its top bit set. */
    static void frame(int port, String type) throws Exception {
        try (var peer = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var greeting = ByteBuffer.allocate(64);
            greeting.put((byte) 0xFF)
                    .put(new byte[8])
                    .put((byte) 0x7F)
                    .put((byte) 3)
                    .put((byte) 0);
            greeting.put("NULL".getBytes(StandardCharsets.US_ASCII));
            peer.getOutputStream().write(greeting.array());
            assertThat(peer.getInputStream().readNBytes(greeting.capacity())).hasSize(greeting.capacity());
            var ready = new byte[] {4, 25, 5, 'R', 'E', 'A', 'D', 'Y'};
            var property = ByteBuffer.allocate(19);
            property.put((byte) 11).put("Socket-Type".getBytes(StandardCharsets.US_ASCII));
            property.putInt(3).put(type.getBytes(StandardCharsets.US_ASCII));
            peer.getOutputStream().write(ready);
            peer.getOutputStream().write(property.array());
            var frame = ByteBuffer.allocate(9);
            frame.put((byte) 0x02).putLong(0xFFFF_FFFF_FFFF_FFFEL);
            peer.getOutputStream().write(frame.array());
            peer.getOutputStream().flush();
            peer.setSoTimeout(1000);
            while (peer.getInputStream().read() >= 0) {
                // until it hangs up
            }
        } catch (IOException hungUp) {
            // as it should
        }
    }
}
