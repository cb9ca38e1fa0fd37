package org.fieldfall.app.live;

import java.util.Optional;
import java.util.OptionalLong;

/** The questions a follower asks. */
final class BusRequests {

    private BusRequests() {}

    static BusRequest channels() {
        return question("channels", Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** Both ends included. */
    static BusRequest history(String channel, long from, long to) {
        return question("history", Optional.of(channel), OptionalLong.of(from), OptionalLong.of(to));
    }

    private static BusRequest question(String act, Optional<String> channel, OptionalLong from, OptionalLong to) {
        Optional<String> none = Optional.empty();
        return new BusRequest(none, Optional.of(act), none, none, none, channel, from, to);
    }
}
