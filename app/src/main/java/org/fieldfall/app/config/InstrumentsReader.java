package org.fieldfall.app.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.RigConfig.Instrument;
import org.fieldfall.app.config.RigConfig.Source;

/** The instruments of a rig file, and what they must not be to each other: one line each, all of the kind that the source says. */
final class InstrumentsReader {

    private final Optional<Source> source;

    /** By name; empty where the driver is not known, so that a role may still name it. */
    private final Map<String, Optional<Instrument>> byName = new LinkedHashMap<>();

    private final Map<String, String> nameByResource = new HashMap<>();

    private InstrumentsReader(Optional<Source> source) {
        this.source = source;
    }

    /** @param source of the rig; empty where it has been complained about */
    static InstrumentsReader read(Section top, Optional<Source> source) {
        var read = new InstrumentsReader(source);
        top.sections("instruments", read::instrument);
        return read;
    }

    private Optional<Instrument> instrument(String name, Section at) {
        var instrument = InstrumentReader.read(at);
        instrument.ifPresent(read -> checkResource(name, read, at));
        byName.put(name, instrument);
        return instrument;
    }

    /** Where the resource was no name it is empty, and has been complained about. */
    private void checkResource(String name, Instrument read, Section at) {
        if (read.resource().isEmpty()) {
            return;
        }
        source.ifPresent(known -> checkSource(known, read, at));
        var other = read.isSimulated() ? null : nameByResource.putIfAbsent(read.resource(), name);
        at.check(other == null, "resource", "a line of its own, as " + other + " has this one");
    }

    private void checkSource(Source known, Instrument read, Section at) {
        switch (known) {
            case RIG ->
                at.check(
                        !read.isSimulated() && !read.isReplayed(),
                        "resource",
                        "the name of a real line, as source is rig");
            case REPLAY ->
                at.check(read.isReplayed(), "resource", "replay: and the path of a capture, as source is replay");
            case SIMULATOR -> {
                at.check(!read.isReplayed(), "resource", "simulated or a line's name, as source is simulator");
                at.check(isLikeTheOthers(read), "resource", "simulated for all instruments or for none");
            }
        }
    }

    private boolean isLikeTheOthers(Instrument read) {
        return known().values().stream()
                .filter(other -> !other.resource().isEmpty())
                .allMatch(other -> other.isSimulated() == read.isSimulated());
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Map<String, Instrument> known() {
        var known = new LinkedHashMap<String, Instrument>();
        byName.forEach((name, instrument) -> instrument.ifPresent(found -> known.put(name, found)));
        return known;
    }

    /** Names of those of a kind; one whose driver is not known may be of any. */
    List<String> namesOf(Class<? extends Instrument> kind) {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().map(kind::isInstance).orElse(true))
                .map(Map.Entry::getKey)
                .toList();
    }
}
