package org.fieldfall.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.wire.Line;
import org.fieldfall.simulator.wire.SerialLine;
import org.fieldfall.simulator.wire.SlowReader;
import org.fieldfall.simulator.wire.SocketLine;

/** The line of each instrument, by the roles it fills. */
final class Wires implements AutoCloseable {

    private static final int SUPPLY_LINE_LENGTH = 253;
    private static final int CRYOSTAT_LINE_LENGTH = 255;
    private static final int SOURCE_LINE_LENGTH = 256;
    private static final int BIAS_LINE_LENGTH = 256;
    private static final int GAUGE_LINE_LENGTH = 256;
    private static final int METER_LINE_LENGTH = 65_536;
    private static final int WAVEFORM_LINE_LENGTH = 8_000_000;

    /** From the manual. */
    private static final long CRYOSTAT_GAP_NANOS = 50_000_000;

    private final TwinSettings settings;
    private final Optional<Path> links;
    private final Map<String, Wire> wires = new LinkedHashMap<>();

    /** @param links folder for links to the pseudo-terminals; without it they go by their own names */
    Wires(TwinSettings settings, Twin twin, WorldClock clock, long seed, Optional<Path> links) throws IOException {
        this.settings = settings;
        this.links = links;
        try {
            for (Map.Entry<Instrument, Box> entry : twin.boxes().entrySet()) {
                TimedBox box = new TimedBox(entry.getValue(), twin, clock, random(seed));
                Wire wire = new Wire(box, line(entry.getKey(), box));
                entry.getKey().roles(settings).forEach(role -> wires.put(role, wire));
            }
            for (Map.Entry<TwinSettings.Gauge, Box> entry : twin.gauges().entrySet()) {
                TimedBox box = new TimedBox(entry.getValue(), twin, clock, random(seed));
                Wire wire = new Wire(box, SocketLine.open(box, GAUGE_LINE_LENGTH));
                entry.getKey().channels().forEach(channel -> wires.put("auxiliary " + channel.name(), wire));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What befalls the replies of one line does not depend on what was said on another. */
    private RandomGenerator random(long seed) {
        return new SplittableRandom(31 * seed + wires.size());
    }

    /** A line and what can be silenced on it. */
    record Wire(TimedBox box, Line line) {}

    Map<String, String> resources() {
        Map<String, String> resources = new LinkedHashMap<>();
        wires.forEach((role, wire) -> resources.put(role, wire.line().resource()));
        return resources;
    }

    Wire of(String role) {
        Wire wire = wires.get(role);
        if (wire == null) {
            throw new IllegalArgumentException(
                    "the simulated rig has no role " + role + ", only " + String.join(", ", wires.keySet()));
        }
        return wire;
    }

    @Override
    public void close() {
        wires.values().forEach(wire -> wire.line().close());
    }

    private Line line(Instrument instrument, Box box) throws IOException {
        return switch (instrument) {
            case SUPPLY -> supply(instrument, box);
            case METER, MONITOR -> SocketLine.open(box, METER_LINE_LENGTH);
            case BIAS -> SocketLine.open(box, BIAS_LINE_LENGTH);
            case CRYOSTAT ->
                serial(
                        instrument,
                        new SlowReader(box, System::nanoTime, CRYOSTAT_GAP_NANOS),
                        CRYOSTAT_LINE_LENGTH,
                        settings.cryostat().orElseThrow().baud());
            case SWITCH ->
                SerialLine.open(
                        box,
                        new SerialLine.Wiring(
                                0, settings.heatSwitch().orElseThrow().baud(), true),
                        link(instrument));
            case SOURCE ->
                source(instrument, box, settings.source().orElseThrow().baud());
        };
    }

    private Line supply(Instrument instrument, Box box) throws IOException {
        return switch (settings.supply().kind()) {
            case KEPCO_BOP ->
                SerialLine.open(
                        box,
                        new SerialLine.Wiring(
                                SUPPLY_LINE_LENGTH, settings.supply().baud(), false, true),
                        link(instrument));
            case CAEN_FAST_PS -> SocketLine.open(box, WAVEFORM_LINE_LENGTH);
        };
    }

    private Line source(Instrument instrument, Box box, int baud) throws IOException {
        return baud > 0 ? serial(instrument, box, SOURCE_LINE_LENGTH, baud) : SocketLine.open(box, METER_LINE_LENGTH);
    }

    private Line serial(Instrument instrument, Box box, int longestLine, int baud) throws IOException {
        return SerialLine.open(box, new SerialLine.Wiring(longestLine, baud, false), link(instrument));
    }

    private Optional<Path> link(Instrument instrument) {
        String name = "simulated-" + instrument.name().toLowerCase(Locale.ROOT);
        return links.map(folder -> folder.resolve(name).toAbsolutePath());
    }
}
