package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.model.ModelSettings;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.LineListener;
import org.fieldfall.drivers.transport.Opener;
import org.fieldfall.drivers.transport.ResourceName;
import org.fieldfall.drivers.transport.SerialSettings;
import org.fieldfall.drivers.transport.WireClock;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/** One line for each instrument of a rig, opened when its first role is filled and named as the rig file names it. */
final class RigLines implements AutoCloseable {

    private static final Duration TO_OPEN = Duration.ofSeconds(3);

    private final RigConfig rig;
    private final Map<String, String> simulated;
    private final Optional<WireCaptures> captures;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();
    private final Set<String> expected = new HashSet<>();

    /**
     * @param simulated resource of each role where the simulator opened the lines; empty otherwise
     */
    RigLines(RigConfig rig, Map<String, String> simulated) {
        this(rig, simulated, Optional.empty());
    }

    /**
     * @param captures takes what is said on the lines, if it is to be kept
     */
    RigLines(RigConfig rig, Map<String, String> simulated, Optional<WireCaptures> captures) {
        this.rig = rig;
        this.simulated = Map.copyOf(simulated);
        this.captures = captures;
    }

    /** The line of the instrument behind a role, shared with its other roles. */
    Line of(String role, String instrument) {
        String resource = resource(role, instrument);
        resources.put(role, resource);
        Line line = lines.get(instrument);
        if (line == null) {
            line = open(instrument, resource);
            lines.put(instrument, line);
            ends.put(instrument, resource);
        }
        return line;
    }

    /** The line of an instrument, if it has been opened. */
    Optional<Line> find(String instrument) {
        return Optional.ofNullable(lines.get(instrument));
    }

    /**
     * From now on a line that was lost and opened again is used only if the same instrument is at its end.
     *
     * @param ask asks who it is; called on the line's thread
     */
    void expect(String instrument, Identity known, Supplier<Identity> ask) {
        if (expected.add(instrument)) {
            find(instrument).ifPresent(line -> line.onReopened(() -> refuseAnother(line.who(), known, ask.get())));
        }
    }

    /** Firmware is not compared: it tells nothing about which one it is. */
    private static void refuseAnother(String who, Identity known, Identity found) {
        if (!found.maker().equals(known.maker())
                || !found.model().equals(known.model())
                || !found.serial().equals(known.serial())) {
            throw new WrongInstrumentException(
                    who, "opened again, it is " + found + "; expected the one that was there before, " + known);
        }
    }

    /** Lets somebody hear what becomes of the lines that are open. */
    void listen(LineListener listener) {
        lines.values().forEach(line -> line.listen(listener));
    }

    /** The lines that are open, by the names of their instruments in the rig file. */
    Map<String, Line> all() {
        return new LinkedHashMap<>(lines);
    }

    /** Resource name of each line that is open, by the names of their instruments. */
    Map<String, String> ends() {
        return Map.copyOf(ends);
    }

    /** Resource name of each role whose line has been asked for. */
    Map<String, String> resources() {
        return Map.copyOf(resources);
    }

    private String resource(String role, String instrument) {
        RigConfig.Instrument box = rig.instrument(instrument);
        String resource = box.isSimulated() ? simulated.get(role) : box.resource();
        if (resource == null) {
            throw new IllegalStateException("the simulator opened no line for " + role + ", only for " + simulated);
        }
        return resource;
    }

    private Line open(String who, String resource) {
        SerialSettings serial = rig.settings(who, ModelSettings.class).serial();
        Opener opener = Opener.of(who, ResourceName.parse(resource), serial, TO_OPEN);
        return Line.open(captures.map(all -> all.around(who, opener)).orElse(opener), WireClock.system());
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}
