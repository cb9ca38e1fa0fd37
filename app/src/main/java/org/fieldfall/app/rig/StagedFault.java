package org.fieldfall.app.rig;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.simulator.FaultKind;

/**
 * A fault that a simulated rig shall have, as {@code NAME[/ROLE][@PHASE[+SECONDSs]][:DURATIONs]} asks for it.
 *
 * @param name such as {@code supply.trip}
 * @param role whose instrument; empty for what is no instrument's
 * @param anchor phase whose beginning its time counts from, {@link #START}, {@link #RAMP} or {@link #STOPPING}; empty for at once
 * @param offsetSeconds rig time after the anchor
 * @param lastsSeconds rig time until all is well again; empty for one reply, or for good
 */
public record StagedFault(
        String name, String role, Optional<String> anchor, double offsetSeconds, OptionalDouble lastsSeconds) {

    /** The run or, where there is none, the simulated rig begins. */
    public static final String START = "start";

    /** The supply has confirmed that it runs the sweep's program. */
    public static final String RAMP = "ramp";

    /** The last phase is over, well or not: the way to the safe state begins. */
    public static final String STOPPING = "stopping";

    /** The fault of the host: files made of the record cannot be written. */
    public static final String DISK_FULL = "disk.full";

    static final String SYNTAX = "NAME[/ROLE][@PHASE[+SECONDSs]][:DURATIONs]";

    private static final String DISK_EFFECT =
            "files made of the record at its end find the disk full; its log does not";

    /**
     * Reads faults for a rig.
     *
     * @param phases that may be anchors, beside {@link #START}
     * @throws UnfitFaultException with all that is wrong with any of them
     */
    public static List<StagedFault> read(List<String> texts, RigConfig rig, List<String> phases) {
        return new FaultReader(rig, phases).read(texts);
    }

    /** Those of some faults that a rig has the instruments for; none of them may be wrong in itself. */
    public static List<StagedFault> readable(List<String> texts, RigConfig rig) {
        return texts.stream()
                .filter(text -> new FaultReader(rig, List.of()).isFor(text))
                .flatMap(text -> read(List.of(text), rig, List.of()).stream())
                .toList();
    }

    /** Every name. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(FaultKind.values()).map(FaultKind::word), Stream.of(DISK_FULL))
                .toList();
    }

    /** Every name with the roles it may befall and what it does, a line each. */
    public static List<String> help() {
        return Stream.concat(
                        Arrays.stream(FaultKind.values())
                                .map(kind -> line(kind.word(), kind.effect() + " (" + roles(kind) + ")")),
                        Stream.of(line(DISK_FULL, DISK_EFFECT)))
                .toList();
    }

    private static String line(String name, String effect) {
        return "  " + name + " ".repeat(Math.max(1, 19 - name.length())) + effect;
    }

    private static String roles(FaultKind kind) {
        return kind.isOfLine() ? "any role, field-supply" : String.join(", ", kind.roles());
    }

    /** The same at another time. */
    public StagedFault at(String phase, double seconds) {
        return new StagedFault(name, role, Optional.of(phase), seconds, lastsSeconds);
    }

    Optional<FaultKind> kind() {
        return FaultKind.named(name);
    }

    /** Without its time. */
    public String what() {
        String whose = role.isEmpty() ? "" : "/" + role;
        return name + whose + (lastsSeconds.isPresent() ? ":" + plain(lastsSeconds.getAsDouble()) + "s" : "");
    }

    @Override
    public String toString() {
        String whose = role.isEmpty() ? "" : "/" + role;
        String when = anchor.map(phase -> "@" + phase).orElse("")
                + (anchor.isPresent() && offsetSeconds != 0 ? "+" + plain(offsetSeconds) + "s" : "");
        return name + whose + when + (lastsSeconds.isPresent() ? ":" + plain(lastsSeconds.getAsDouble()) + "s" : "");
    }

    private static String plain(double seconds) {
        return seconds == Math.rint(seconds) && Math.abs(seconds) < 1e9
                ? String.valueOf((long) seconds)
                : String.valueOf(seconds);
    }
}
