package org.fieldfall.app.live;

import java.util.Optional;
import java.util.OptionalLong;

/** What a client asks the router, as JSON. */
record BusRequest(
        Optional<String> id,
        Optional<String> act,
        Optional<String> token,
        Optional<String> who,
        Optional<String> text,
        Optional<String> channel,
        OptionalLong fromSeq,
        OptionalLong toSeq) {}
