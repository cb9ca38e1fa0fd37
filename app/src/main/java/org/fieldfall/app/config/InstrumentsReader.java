package org.fieldfall.app.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.InstrumentKind.Ports;
import org.fieldfall.app.config.RigConfig.Instrument;
import org.fieldfall.app.config.RigConfig.Source;

/** The instruments of a rig file, and what they must not be to each other: one line each, all of the kind that the source says. */
final class InstrumentsReader {

    private final Optional<Source> source;
    private final InstrumentKinds kinds;

    /** By name; empty where the driver is not known, so that a role may still name it. */
    private final Map<String, Optional<InstrumentKind>> kindByName = new LinkedHashMap<>();

    private final Map<String, Instrument> known = new LinkedHashMap<>();

    private final Map<String, String> nameByResource = new HashMap<>();

    private InstrumentsReader(Optional<Source> source, InstrumentKinds kinds) {
        this.source = source;
        this.kinds = kinds;
    }

    /** @param source of the rig; empty where it has been complained about */
    static InstrumentsReader read(Section top, Optional<Source> source, InstrumentKinds kinds) {
        var read = new InstrumentsReader(source, kinds);
        top.sections("instruments", read::instrument);
        return read;
    }

    private Optional<Instrument> instrument(String name, Section at) {
        var kind = InstrumentReader.kind(at, kinds);
        kindByName.put(name, kind);
        var instrument = kind.map(found -> InstrumentReader.read(at, found));
        instrument.ifPresent(read -> {
            checkResource(name, read, at);
            known.put(name, read);
        });
        return instrument;
    }

    /** Where the resource was no name it is empty, and has been complained about. */
    private void checkResource(String name, Instrument read, Section at) {
        if (read.resource().isEmpty()) {
            return;
        }
        source.ifPresent(due -> checkSource(due, read, at));
        var hasLine = !read.isSimulated() || read.settings().hasTwin();
        at.check(hasLine, "resource", "the name of a line, as driver " + read.driver() + " has no simulated twin");
        var other = read.isSimulated() ? null : nameByResource.putIfAbsent(read.resource(), name);
        at.check(other == null, "resource", "a line of its own, as " + other + " has this one");
    }

    private void checkSource(Source due, Instrument read, Section at) {
        switch (due) {
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
        return known.values().stream()
                .filter(other -> !other.resource().isEmpty())
                .allMatch(other -> other.isSimulated() == read.isSimulated());
    }

    Map<String, Instrument> known() {
        return known;
    }

    /** Empty where there is no such instrument or its driver is not known. */
    Optional<InstrumentKind> kind(String name) {
        return kindByName.getOrDefault(name, Optional.empty());
    }

    /** Names of those that can fill a role; one whose driver is not known may be able to. */
    List<String> ableTo(Role role) {
        return kindByName.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .map(kind -> kind.roles().contains(role))
                        .orElse(true))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The drivers that offer a role. */
    List<String> driversFor(Role role) {
        return kinds.offering(role).stream().map(InstrumentKind::driver).toList();
    }

    /** What there is to choose for a role: of an instrument, or of any where it is not known. */
    Ports ports(String name, Role role) {
        return kind(name).map(kind -> kind.ports(role)).orElseGet(() -> kinds.ports(role));
    }
}
