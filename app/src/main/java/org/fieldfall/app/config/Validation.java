package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads any configuration file by the schema it names, for its problems only. */
final class Validation {

    private final Shelves shelves;
    private final InstrumentKinds kinds;
    private final Problems problems;
    private final Map<String, Function<Section, Kind>> readers = Map.of(
            Kind.SAMPLE.schema(), Validation::sample,
            Kind.RIG.schema(), this::rig,
            Kind.PROTOCOL.schema(), this::protocol,
            Kind.PAGE.schema(), Validation::page);

    Validation(Shelves shelves, InstrumentKinds kinds, Problems problems) {
        this.shelves = shelves;
        this.kinds = kinds;
        this.problems = problems;
    }

    Optional<Kind> of(Path file) {
        return Reading.of(shelves.path(file), readers, problems);
    }

    private static Kind sample(Section at) {
        SampleReader.read(at);
        return Kind.SAMPLE;
    }

    private static Kind page(Section at) {
        PageReader.read(at);
        return Kind.PAGE;
    }

    private Kind rig(Section at) {
        RigReader.read(at, kinds);
        return Kind.RIG;
    }

    /** The sample and rig it names have to be found; they are files of their own to validate. */
    private Kind protocol(Section at) {
        var protocol = ProtocolReader.read(at);
        protocol.sample().ifPresent(name -> shelves.find(name, Kind.SAMPLE, at.file(), problems));
        protocol.rig().ifPresent(name -> shelves.find(name, Kind.RIG, at.file(), problems));
        return Kind.PROTOCOL;
    }
}
