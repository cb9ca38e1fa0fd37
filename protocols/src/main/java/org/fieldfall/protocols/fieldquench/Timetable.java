package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When what happens in a shot, by rig time. Each phase says itself how long it takes, beside the code that takes so long.
 *
 * @param phases in their order
 */
public record Timetable(List<Entry> phases) {

    /** One phase under its own name. */
    public record Entry(String phase, Span span) {}

    public Timetable {
        phases = List.copyOf(phases);
    }

    static Timetable none() {
        return new Timetable(List.of());
    }

    /**
     * @param spins how they come to equilibrium
     * @param drift what the crystal does before it is left alone
     */
    static Timetable of(
            Shot whole, RigFacts rig, double sweepSeconds, int sweepPoints, Equilibration spins, Drift drift) {
        ShotSettings shot = whole.settings();
        List<Entry> phases = new ArrayList<>();
        phases.add(new Entry(Prepare.NAME, Prepare.span(shot, rig, spins)));
        phases.add(new Entry(Settle.NAME, Settle.span(shot, rig, spins)));
        switch (whole.kind()) {
            case SWEEP, REVERSE, ZERO, BLANK -> {
                phases.add(new Entry(Load.NAME, Load.span(sweepPoints, rig.supply())));
                phases.add(new Entry(Isolate.NAME, Isolate.span(shot, rig, drift)));
                phases.add(new Entry(Arm.NAME, Arm.span(shot)));
                phases.add(new Entry(Sweep.NAME, Sweep.span(sweepSeconds, rig)));
                phases.add(new Entry(Relax.NAME, Relax.span(shot)));
                phases.add(new Entry(Recover.NAME, Recover.span(shot, rig)));
            }
            case HEATER_PULSE -> {
                phases.add(new Entry(Isolate.NAME, Isolate.span(shot, rig, drift)));
                phases.add(new Entry(Arm.NAME, Arm.span(shot)));
                phases.add(new Entry(Heat.NAME, Heat.span(shot, whole.pulse().orElseThrow())));
                phases.add(new Entry(Recover.NAME, Recover.span(shot, rig)));
            }
            case ZERO_CHECK ->
                phases.add(new Entry(
                        ZeroCheck.NAME, ZeroCheck.span(whole.reversal().orElseThrow())));
        }
        return new Timetable(phases);
    }

    public Span total() {
        return phases.stream().map(Entry::span).reduce(Span.NONE, Span::plus);
    }

    /** How long a phase takes; empty if the shot has no such phase. */
    public Optional<Span> span(String phase) {
        return phases.stream()
                .filter(entry -> entry.phase().equals(phase))
                .map(Entry::span)
                .findFirst();
    }

    /** When a phase is expected to begin, from the begin of the shot; empty if the shot has no such phase. */
    public Optional<Double> beginSeconds(String phase) {
        double begin = 0;
        for (Entry entry : phases) {
            if (entry.phase().equals(phase)) {
                return Optional.of(begin);
            }
            begin += entry.span().expected();
        }
        return Optional.empty();
    }

    /** Expected time of some phases together; one that the shot has not counts nothing. */
    double expectedSeconds(String... names) {
        double sum = 0;
        for (String name : names) {
            sum += span(name).map(Span::expected).orElse(0.0);
        }
        return sum;
    }
}
