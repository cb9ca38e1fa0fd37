package org.fieldfall.app.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads protocols with the sample and the rig they name, or those named in their stead. A sample or rig that several name is
 * read once and is the same object in all of them.
 */
final class ExperimentReader {

    private final Shelves shelves;
    private final InstrumentKinds kinds;
    private final Problems problems;
    private final Map<Path, Optional<SampleConfig>> samples = new HashMap<>();
    private final Map<Path, Optional<RigConfig>> rigs = new HashMap<>();

    ExperimentReader(Shelves shelves, InstrumentKinds kinds, Problems problems) {
        this.shelves = shelves;
        this.kinds = kinds;
        this.problems = problems;
    }

    Optional<Experiment> read(String name, Optional<String> otherSample, Optional<String> otherRig) {
        var protocol = shelves.find(name, Kind.PROTOCOL, problems)
                .flatMap(path -> Reading.of(path, Kind.PROTOCOL, ProtocolReader::read, problems));
        var sample =
                path(Kind.SAMPLE, otherSample, protocol).flatMap(path -> samples.computeIfAbsent(path, this::sample));
        var rig = path(Kind.RIG, otherRig, protocol).flatMap(path -> rigs.computeIfAbsent(path, this::rig));
        protocol.ifPresent(p -> rig.ifPresent(r -> checkGuards(p, r)));
        return protocol.flatMap(p -> sample.flatMap(s -> rig.map(r -> new Experiment(p, s, r))));
    }

    private Optional<SampleConfig> sample(Path path) {
        return Reading.of(path, Kind.SAMPLE, SampleReader::read, problems);
    }

    private Optional<RigConfig> rig(Path path) {
        return Reading.of(path, Kind.RIG, at -> RigReader.read(at, kinds), problems);
    }

    private void checkGuards(ProtocolConfig protocol, RigConfig rig) {
        GuardReader.checkChannels(
                protocol.guards(),
                rig.roles(),
                (guard, came, due) ->
                        problems.add(protocol.file().path(), guard.line(), "guards." + guard.name(), came, due));
    }

    private Optional<Path> path(Kind kind, Optional<String> other, Optional<ProtocolConfig> protocol) {
        return other.isPresent()
                ? shelves.find(other.get(), kind, problems)
                : protocol.flatMap(read -> named(kind, read));
    }

    private Optional<Path> named(Kind kind, ProtocolConfig protocol) {
        var name = kind == Kind.SAMPLE ? protocol.sample() : protocol.rig();
        if (name.isEmpty()) {
            var due = "a name or path here, or --" + kind.word() + " on the command line";
            problems.add(protocol.file().path(), 0, kind.word(), "nothing", due);
        }
        return name.flatMap(text -> shelves.find(text, kind, protocol.file(), problems));
    }
}
