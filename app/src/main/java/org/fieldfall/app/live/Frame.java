package org.fieldfall.app.live;

/** One message as it goes out: topic, header and payload. The arrays are its own and are not changed. */
record Frame(String channel, long seq, byte[] topic, byte[] header, byte[] payload) {

    int size() {
        return topic.length + header.length + payload.length;
    }
}
