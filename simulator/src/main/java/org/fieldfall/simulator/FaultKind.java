package org.fieldfall.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything that can be made to go wrong in the simulated rig, by the name it is staged by. */
public enum FaultKind {
    REPLY_LOST("reply.lost", "", "the next reply never comes; with a duration, all of them"),
    REPLY_LATE("reply.late", "", "the next reply comes 2.2 to 4.2 s late, on the wall clock"),
    REPLY_DOUBLED("reply.doubled", "", "the next reply comes twice"),
    REPLY_CUT("reply.cut", "", "the next reply breaks off somewhere, without its end of line"),
    REPLY_GARBLED("reply.garbled", "", "bytes of the next reply come with their eighth bit flipped"),
    LINE_DEAD("line.dead", "", "the plug is pulled; with a duration, put back"),
    LINE_SILENT("line.silent", "", "the instrument hears and obeys but never answers"),
    SENSOR_FROZEN("sensor.frozen", "sample-thermometer bath", "the thermometer shows what it showed"),
    SENSOR_OPEN("sensor.open", "sample-thermometer bath", "a lead of the thermometer is broken"),
    SUPPLY_TRIP(
            "supply.trip",
            "field-supply",
            "the output goes off and cannot be switched on; the current dies in the coil"),
    SUPPLY_COMPLIANCE("supply.compliance", "field-supply", "the supply gives 30 % of the voltage it is set to"),
    MAGNET_QUENCH(
            "magnet.quench",
            "field-supply bias-magnet",
            "turns of the magnet become normal: its field collapses; the heat of the coil's goes into the bath"),
    SWITCH_STUCK("switch.stuck", "heat-switch", "the heat switch stays as it is, whatever it is told"),
    BATH_RUNAWAY("bath.runaway", "bath", "the bath's heater is stuck at full power");

    private final String word;

    /** Separated by blanks; empty for every role with a line. */
    private final String roles;

    private final String effect;

    FaultKind(String word, String roles, String effect) {
        this.word = word;
        this.roles = roles;
        this.effect = effect;
    }

    /** The name it is staged by, such as {@code supply.trip}. */
    public String word() {
        return word;
    }

    /** What it does, in a line. */
    public String effect() {
        return effect;
    }

    /** Whether it befalls replies or a line, of whatever role. */
    public boolean isOfLine() {
        return roles.isEmpty();
    }

    /** Whether without a duration it befalls one reply and is over. */
    public boolean isOfReply() {
        return word.startsWith("reply.");
    }

    /** The roles it may befall, the usual one first; only the usual one where it may be any. */
    public List<String> roles() {
        return isOfLine() ? List.of("field-supply") : List.of(roles.split(" ", -1));
    }

    public static Optional<FaultKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
