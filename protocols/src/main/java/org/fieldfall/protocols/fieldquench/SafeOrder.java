package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * In which order the instruments of a rig are brought to safety, how long each may take, and what else makes one safe.
 *
 * @param places each role once at most; a role that is left out comes after them in the usual order
 */
public record SafeOrder(List<Place> places) {

    /** A replugged line is usable again within a few seconds; so long it is waited for. */
    public static final double USUAL_SECONDS = 60;

    /**
     * Who has a safe state, in the usual order: the supply first, an instrument that hangs must not keep the field up; the
     * slow bias last, nobody shall wait for it.
     */
    public enum Role {
        FIELD_SUPPLY,
        SAMPLE_HEATER,
        HEAT_SWITCH,
        SAMPLE_THERMOMETER,
        FIELD_MONITOR,
        EXCITATION,
        BIAS_MAGNET;

        /** As a rig file writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** As the record calls it. */
        public String instrument() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * @param deadlineSeconds rig time it may take; of the supply beside the time of its longest ramp
     * @param otherMeans what to do by hand if it does not answer; empty if the rig file names nothing
     */
    public record Place(Role role, double deadlineSeconds, String otherMeans) {}

    public SafeOrder {
        places = List.copyOf(places);
    }

    /** The usual order, with the usual deadlines. */
    public static SafeOrder usual() {
        return new SafeOrder(List.of());
    }

    /** All roles in their order. */
    List<Place> all() {
        List<Place> all = new ArrayList<>(places);
        for (Role role : Role.values()) {
            if (places.stream().noneMatch(place -> place.role() == role)) {
                all.add(new Place(role, USUAL_SECONDS, ""));
            }
        }
        return all;
    }
}
