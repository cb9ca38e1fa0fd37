package org.fieldfall.app.campaign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldfall.app.store.CampaignEvent;
import org.fieldfall.app.store.CampaignEvent.ShotBegun;
import org.fieldfall.app.store.CampaignEvent.ShotEnded;
import org.fieldfall.app.store.CampaignEvent.Then;

/**
 * How far a campaign has come, by its record and nothing else.
 *
 * @param shots how many it has
 */
public record Standing(int shots, List<CampaignEvent> events) {

    public Standing {
        events = List.copyOf(events);
    }

    /** The first shot that is neither done nor skipped; empty if there is none. */
    public OptionalInt next() {
        return open().findFirst();
    }

    /** All shots that are neither done nor skipped. */
    public IntStream open() {
        boolean[] closed = new boolean[shots + 1];
        all(ShotEnded.class)
                .filter(end -> end.then() == Then.COUNTED || end.then() == Then.SKIPPED)
                .forEach(end -> closed[end.shot()] = true);
        return IntStream.rangeClosed(1, shots).filter(number -> !closed[number]);
    }

    /** The one run that stands for a shot. */
    public Optional<ShotEnded> counted(int shot) {
        return ends(shot).filter(end -> end.then() == Then.COUNTED).findFirst();
    }

    public boolean isSkipped(int shot) {
        return ends(shot).anyMatch(end -> end.then() == Then.SKIPPED);
    }

    /** Every attempt that came to an end, in order. */
    public Stream<ShotEnded> ends(int shot) {
        return all(ShotEnded.class).filter(end -> end.shot() == shot);
    }

    public int counted() {
        return (int)
                all(ShotEnded.class).filter(end -> end.then() == Then.COUNTED).count();
    }

    public int skipped() {
        return (int)
                all(ShotEnded.class).filter(end -> end.then() == Then.SKIPPED).count();
    }

    /** Attempts that were begun and of which no end is known: whoever performed them was killed, or is at it. */
    public List<ShotBegun> unended() {
        List<ShotEnded> ends = all(ShotEnded.class).toList();
        return all(ShotBegun.class)
                .filter(begun -> ends.stream().noneMatch(end -> end.runId().equals(begun.runId())))
                .toList();
    }

    int nextAttempt(int shot) {
        return 1
                + Math.max(
                        all(ShotBegun.class)
                                .filter(begun -> begun.shot() == shot)
                                .mapToInt(ShotBegun::attempt)
                                .max()
                                .orElse(0),
                        ends(shot).mapToInt(ShotEnded::attempt).max().orElse(0));
    }

    /** How often a shot was done again for its marks. */
    int setAside(int shot) {
        return (int) ends(shot).filter(end -> end.then() == Then.SET_ASIDE).count();
    }

    /** How often a shot was done again for its failures since the campaign last stopped for it. */
    int failedAgain(int shot) {
        List<Then> then = ends(shot).map(ShotEnded::then).toList();
        int from = then.lastIndexOf(Then.STOPPED) + 1;
        return (int) then.subList(from, then.size()).stream()
                .filter(Then.AGAIN::equals)
                .count();
    }

    /** Rig time of everything that was performed, broken attempts included, in seconds. */
    public double usedSeconds() {
        return all(ShotEnded.class).mapToDouble(ShotEnded::seconds).sum();
    }

    /** Why it goes no further; empty where it is, or was when it was killed, on its way. */
    public Optional<CampaignEvent.Stopped> stopped() {
        return events.isEmpty() || !(events.get(events.size() - 1) instanceof CampaignEvent.Stopped stopped)
                ? Optional.empty()
                : Optional.of(stopped);
    }

    private <T extends CampaignEvent> Stream<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
