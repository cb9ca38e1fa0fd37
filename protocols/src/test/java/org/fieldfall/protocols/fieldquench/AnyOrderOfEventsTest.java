package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.sequence.Consequence;
import org.fieldfall.protocols.sequence.LevelGuard;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;
import org.fieldfall.protocols.sequence.RunState;
import org.fieldfall.protocols.sequence.SafeTurn;
import org.fieldfall.protocols.sequence.Safeguards;
import org.fieldfall.protocols.sequence.Sequencer;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, in whatever order: a run ends SAFE or FAULT within the sum of its deadlines, and the field is at its safe
 * value wherever the supply still answers.
 */
class AnyOrderOfEventsTest {

    private static final int SEQUENCES = Boolean.getBoolean("fieldfall.long") ? 100_000 : 500;
    private static final long FIRST_SEED = 60_000;
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final double LONGEST_HOLD = 30;

    /** An exchange that began in time may end later, by its own time and that of an upload. */
    private static final double LAST_EXCHANGE_SECONDS = 3;

    private static final ShotSettings SETTINGS = new ShotSettings(1, 0.1, 4, 0.05, 10, 1, 6, 1, 0.005, 20, 2, 8, 0.01);

    private static final ShotPlan[] PLANS = {plan(false), plan(true)};

    private static ShotPlan plan(boolean isWhole) {
        return ShotPlan.of(Shot.of(ShotKind.SWEEP, SETTINGS), ShotPlanTest.CRYSTAL, new HandRig(isWhole).facts());
    }

    @Test
    void endsSafeOrInFaultWithinItsDeadlinesAndTheFieldWithIt() {
        Map<RunState, Integer> ends = new EnumMap<>(RunState.class);
        Map<RunEnd.Status, Integer> statuses = new EnumMap<>(RunEnd.Status.class);
        for (int i = 0; i < SEQUENCES; i++) {
            Case one = new Case(FIRST_SEED + i);
            one.perform();
            ends.merge(one.control.standing().state(), 1, Integer::sum);
            statuses.merge(one.end.status(), 1, Integer::sum);
        }
        // The cases are worth something only if they reach every end.
        assertThat(ends).containsOnlyKeys(RunState.SAFE, RunState.FAULT);
        assertThat(statuses).containsOnlyKeys(RunEnd.Status.values());
    }

    /** One sequence of events, drawn from a seed. */
    private static final class Case {

        private final long seed;
        private final Random random;
        private final boolean isWhole;
        private final HandRig rig;
        private final RunControl control = new RunControl();
        private final List<RunEvent> heard = new ArrayList<>();
        private final List<String> story = new ArrayList<>();
        private RunEnd end = new RunEnd(RunEnd.Status.FAILED, false, Optional.empty());

        Case(long seed) {
            this.seed = seed;
            // Seeds that follow each other begin alike.
            this.random = new Random(seed * 0x9E3779B97F4A7C15L);
            this.isWhole = random.nextBoolean();
            this.rig = new HandRig(isWhole);
        }

        void perform() {
            int events = random.nextInt(7);
            for (int i = 0; i < events; i++) {
                at(40 * random.nextDouble());
            }
            RigRoles roles = rig.roles();
            RigFacts facts = rig.facts();
            List<Phase> phases = new FieldQuenchShot(
                            1,
                            1,
                            Shot.of(ShotKind.SWEEP, SETTINGS),
                            PLANS[isWhole ? 1 : 0],
                            ShotPlanTest.CRYSTAL,
                            facts,
                            roles,
                            WITHIN)
                    .phases();
            List<SafeTurn> way = SafeTurns.of(roles, facts.safe(), SafeOrder.usual());
            Safeguards safeguards = new Safeguards(guards(facts), List.of(), LONGEST_HOLD);
            end = new Sequencer(rig.clock, control, safeguards, heard::add, way).run(phases);
            boolean wasInterrupted = Thread.interrupted();
            check(phases, way, wasInterrupted);
        }

        private List<LevelGuard> guards(RigFacts facts) {
            List<LevelGuard> guards = new ArrayList<>(FieldQuenchShot.guards(facts));
            Consequence then = List.of(Consequence.values()).get(random.nextInt(3));
            guards.add(new LevelGuard("helium", "auxiliary helium", 20, 100, "%", then, isWhole ? 60 : 1e9));
            return guards;
        }

        private void at(double seconds) {
            HandLine line = rig.lines().get(random.nextInt(rig.lines().size()));
            double lasts = random.nextInt(4) == 0 ? 1e6 : 40 * random.nextDouble();
            int kind = random.nextInt(17);
            story.add(Figure.text("at %.2f s event %d for %.1f s", seconds, kind, lasts));
            rig.clock.at(seconds, () -> happen(kind, line, rig.clock.seconds() + lasts));
        }

        private void happen(int kind, HandLine line, double until) {
            switch (kind) {
                case 0 -> line.beSilentUntil(until);
                case 1 -> line.beLostUntil(until);
                case 2 -> line.garble(1 + random.nextInt(3));
                case 3 -> line.refuse(1 + random.nextInt(3));
                case 4 -> rig.supply.trip();
                case 5 -> rig.supply.beLimited();
                case 6 -> rig.kelvin = Double.NaN;
                case 7 -> rig.kelvin = random.nextInt(3) == 0 ? 25 : 4.2;
                case 8 -> rig.helium = 10 * random.nextInt(3);
                case 9 -> rig.helium = 80;
                case 10, 11 -> control.hold("Ada");
                case 12 -> control.resume("Ada");
                case 13 -> control.stop("Ada");
                case 14 -> control.emergency("Ada");
                case 15 -> control.acknowledge("", "Ada", "seen");
                default -> Thread.currentThread().interrupt();
            }
        }

        private void check(List<Phase> phases, List<SafeTurn> way, boolean wasInterrupted) {
            String told = "seed " + seed + (isWhole ? ", whole rig" : "") + ": " + story + ", ended "
                    + end.cause().map(Throwable::toString).orElse("as planned");
            double ended = heard.stream()
                    .filter(PhaseEnded.class::isInstance)
                    .mapToDouble(RunEvent::rigSeconds)
                    .max()
                    .orElse(0);
            double now = rig.clock.seconds();
            double forSafety =
                    way.stream().mapToDouble(SafeTurn::deadlineSeconds).sum();
            assertThat(control.standing().state()).as(told).isEqualTo(end.isSafe() ? RunState.SAFE : RunState.FAULT);
            assertThat(now - ended).as(told).isLessThan(forSafety + LAST_EXCHANGE_SECONDS);
            assertThat(longestPhaseOverrun(phases)).as(told).isLessThan(LONGEST_HOLD * 7 + 10 * WITHIN.toSeconds());
            assertThat(rig.supply.largestTesla()).as(told).isLessThan(1.02);
            if (!wasInterrupted && rig.supplyLine.hasAnsweredSince(ended)) {
                assertThat(Math.abs(rig.supply.tesla())).as(told).isLessThan(0.002);
                assertThat(rig.supply.isOn()).as(told).isFalse();
            }
            if (end.isSafe()) {
                assertThat(Math.abs(rig.supply.tesla())).as(told).isLessThan(0.002);
                assertThat(heard)
                        .as(told)
                        .anyMatch(event -> event instanceof SafeStateStep step
                                && step.instrument().equals("field supply")
                                && step.isSafe());
            }
        }

        /** How much longer than its deadline a phase took at most; holds do not count, and may come several times. */
        private double longestPhaseOverrun(List<Phase> phases) {
            double longest = Double.NEGATIVE_INFINITY;
            double began = 0;
            double deadline = 0;
            for (RunEvent event : heard) {
                if (event instanceof PhaseStarted started) {
                    began = started.rigSeconds();
                    deadline = started.deadlineSeconds();
                } else if (event instanceof PhaseEnded over) {
                    longest = Math.max(longest, over.rigSeconds() - began - deadline);
                }
            }
            assertThat(phases).isNotEmpty();
            return longest;
        }
    }
}
