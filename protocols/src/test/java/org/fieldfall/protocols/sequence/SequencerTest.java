package org.fieldfall.protocols.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;
import org.junit.jupiter.api.Test;

class SequencerTest {

    private static final Duration WITHIN = Duration.ofSeconds(1);

    private final HandMovedRigClock clock = new HandMovedRigClock();
    private final RunControl control = new RunControl();
    private final List<RunEvent> heard = new ArrayList<>();
    private final FakeSupply supply = new FakeSupply(clock);
    private final SafeStep supplyToSafety =
            new SupplyToSafety("field supply", supply, new SafeField(0, 1, 0.002, true));

    private interface Action {
        void perform(Conduct conduct) throws InterruptedException;
    }

    private static final double LONGEST_HOLD = 300;
    private static final String MEANS = "main switch of rack 2, make it safe by hand";

    private final List<Watch> watches = new ArrayList<>();
    private final List<LevelGuard> guards = new ArrayList<>(List.of(LevelGuard.on("temperature", 1, 10, "K")));

    private record TestPhase(String name, double deadlineSeconds, Action action) implements Phase {
        @Override
        public void enter(Conduct conduct) {}

        @Override
        public void perform(Conduct conduct) throws InterruptedException {
            action.perform(conduct);
        }

        @Override
        public Outcome leave(Conduct conduct) {
            return Outcome.good("done");
        }
    }

    private Phase fieldUp() {
        return new TestPhase("up", 100, conduct -> {
            supply.prepare(WITHIN);
            SlowRamp.perform(supply, SlowRamp.programs(0, 1, 0.5, supply.capability()), conduct, WITHIN);
        });
    }

    @Test
    void aWatchedLevelEndsAWaitWhenItPassesItsGuard() {
        watches.add(seconds -> Optional.of(new ScalarRead(seconds, "temperature", 11, "K", 11, "K")));

        RunEnd end = run(fieldUp(), new TestPhase("wait", 100, conduct -> conduct.pause(50)));

        assertThat(end.status()).isEqualTo(RunEnd.Status.FAILED);
        assertThat(end.isSafe()).isTrue();
        assertThat(end.cause().orElseThrow()).isInstanceOf(GuardTrippedException.class);
        assertThat(clock.seconds()).isLessThan(50);
    }

    private Sequencer sequencer(List<SafeStep> steps) {
        Safeguards safeguards = new Safeguards(guards, watches, LONGEST_HOLD);
        return new Sequencer(
                clock,
                control,
                safeguards,
                heard::add,
                steps.stream().map(step -> new SafeTurn(step, 60, MEANS)).toList());
    }

    private RunEnd run(Phase... phases) {
        return sequencer(List.of(supplyToSafety)).run(List.of(phases));
    }

    private void assertFieldIsSafe(RunEnd end) {
        assertThat(end.isSafe()).isTrue();
        assertThat(supply.tesla()).isZero();
        assertThat(supply.isOn()).isFalse();
    }

    private <T> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void endsInTheSafeStateAfterSuccess() {
        RunEnd end = run(fieldUp());

        assertThat(end.status()).isEqualTo(RunEnd.Status.SUCCESS);
        assertFieldIsSafe(end);
    }

    @Test
    void rampsNoFasterThanTheSafeRateOnTheWayToSafety() {
        run(fieldUp());

        // 1 T at 0.5 T/s up, then at 1 T/s down.
        assertThat(clock.seconds()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void bringsTheFieldDownWhenAPhaseThrows() {
        RunEnd end = run(fieldUp(), new TestPhase("bad", 10, conduct -> {
            throw new NoReplyException("meter", "asked \"READ?\", got nothing");
        }));

        assertThat(end.status()).isEqualTo(RunEnd.Status.FAILED);
        assertThat(end.cause()).containsInstanceOf(NoReplyException.class);
        assertFieldIsSafe(end);
    }

    @Test
    void stopsInTheMiddleOfAWaitAndSaysWho() {
        clock.at(5, () -> control.stop("Ada"));

        RunEnd end = run(fieldUp(), new TestPhase("wait", 1000, conduct -> conduct.pause(900)));

        assertThat(end.status()).isEqualTo(RunEnd.Status.ABORTED);
        assertThat(clock.seconds()).isLessThan(10);
        assertThat(heard(OperatorActed.class)).extracting(OperatorActed::who).containsExactly("Ada");
        assertFieldIsSafe(end);
    }

    @Test
    void doesNotBeginTheActionOfAPhaseThatWasStoppedInItsEntryTest() {
        List<String> performed = new ArrayList<>();
        Phase entering = new Phase() {
            @Override
            public String name() {
                return "sweep";
            }

            @Override
            public double deadlineSeconds() {
                return 30;
            }

            @Override
            public void enter(Conduct conduct) {
                control.stop("Ada");
            }

            @Override
            public void perform(Conduct conduct) {
                performed.add("a fast ramp that nothing cuts");
            }

            @Override
            public Outcome leave(Conduct conduct) {
                return Outcome.good("done");
            }
        };

        RunEnd end = run(fieldUp(), entering);

        assertThat(performed).isEmpty();
        assertThat(end.status()).isEqualTo(RunEnd.Status.ABORTED);
        assertFieldIsSafe(end);
    }

    @Test
    void recordsAnEmergencyPressedOnTheWayToSafety() {
        clock.at(2.5, () -> control.stop("Ada"));
        clock.at(3, () -> control.emergency("Ada"));

        RunEnd end = run(fieldUp(), new TestPhase("wait", 1000, conduct -> conduct.pause(900)));

        assertThat(heard(OperatorActed.class)).extracting(OperatorActed::act).containsExactly("STOP", "EMERGENCY");
        assertFieldIsSafe(end);
    }

    @Test
    void endsAPhaseThatOutlastsItsDeadline() {
        RunEnd end = run(fieldUp(), new TestPhase("slow", 20, conduct -> conduct.pause(900)));

        assertThat(end.status()).isEqualTo(RunEnd.Status.FAILED);
        assertThat(clock.seconds()).isLessThan(30);
        assertFieldIsSafe(end);
    }

    @Test
    void endsTheRunWhenAGuardFindsAValueBeyondItsLimit() {
        RunEnd end = run(
                fieldUp(),
                new TestPhase(
                        "hot",
                        20,
                        conduct -> conduct.tell(new ScalarRead(conduct.seconds(), "temperature", 0.1, "V", 11, "K"))));

        assertThat(end.cause().orElseThrow())
                .isInstanceOf(GuardTrippedException.class)
                .hasMessageContaining("read 11 K, allowed 1 to 10 K");
        assertThat(heard(GuardTripped.class)).hasSize(1);
        assertFieldIsSafe(end);
    }

    @Test
    void countsAnInvalidReadingAsBad() {
        RunEnd end = run(new TestPhase(
                "blind",
                20,
                conduct -> conduct.tell(new ScalarRead(conduct.seconds(), "temperature", 0.1, "V", Double.NaN, "K"))));

        assertThat(end.cause().orElseThrow()).isInstanceOf(GuardTrippedException.class);
    }

    @Test
    void bringsTheFieldDownOnceALostLineIsBack() {
        double lostFor = 20;

        RunEnd end = run(fieldUp(), new TestPhase("unplugged", 20, conduct -> {
            supply.loseLine();
            clock.at(conduct.seconds() + lostFor, supply::findLine);
            supply.status(WITHIN);
        }));

        assertThat(end.status()).isEqualTo(RunEnd.Status.FAILED);
        assertThat(end.cause()).containsInstanceOf(LineLostException.class);
        assertThat(clock.seconds()).isBetween(2 + lostFor, 2 + lostFor + 10);
        // A few words for a wait, not a line for every tenth of a second.
        assertThat(heard(SafeStateStep.class)).hasSizeLessThan(15);
        assertFieldIsSafe(end);
    }

    @Test
    void leavesALineThatStaysLostAfterAMinuteAndSaysSo() {
        RunEnd end = run(fieldUp(), new TestPhase("unplugged", 20, conduct -> {
            supply.loseLine();
            supply.status(WITHIN);
        }));

        assertThat(end.isSafe()).isFalse();
        assertThat(clock.seconds()).isBetween(30.0, 65.0);
        assertThat(heard(SafeStateStep.class)).last().satisfies(step -> {
            assertThat(step.isSafe()).isFalse();
            assertThat(step.readback()).contains("NOT SEEN SAFE").contains(MEANS);
        });
    }

    @Test
    void waitsForNobodyWhoIsLostForGood() throws InterruptedException {
        SafeStep played = mock(SafeStep.class);
        when(played.instrument()).thenReturn("played");
        when(played.bring(any())).thenThrow(new InstrumentException("played", "at its end", null) {
            @Override
            public boolean isForGood() {
                return true;
            }
        });

        RunEnd end = sequencer(List.of(played)).run(List.of());

        assertThat(end.isSafe()).isFalse();
        assertThat(clock.seconds()).isZero();
    }

    @Test
    void asksASupplyThatWasSilentAgain() {
        RunEnd end = run(fieldUp(), new TestPhase("cut", 20, conduct -> supply.beSilentFor(2)));

        assertFieldIsSafe(end);
    }

    @Test
    void saysLoudlyThatTheSafeStateWasNotSeen() {
        RunEnd end = run(fieldUp(), new TestPhase("dead", 20, conduct -> supply.beSilentFor(1000)));

        assertThat(end.status()).isEqualTo(RunEnd.Status.FAILED);
        assertThat(end.isSafe()).isFalse();
        assertThat(heard(SafeStateStep.class)).noneMatch(SafeStateStep::isSafe);
    }

    @Test
    void letsARunningProgramEndBeforeItRampsDown() {
        Phase cutInASweep = new TestPhase("sweep", 20, conduct -> {
            supply.load(org.fieldfall.protocols.instrument.RampProgram.linear(1, 0.1, 0.3, 0.01), WITHIN);
            supply.start(WITHIN);
            throw new PhaseFailedException("cut in");
        });

        RunEnd end = run(fieldUp(), cutInASweep);

        assertThat(clock.seconds()).isGreaterThanOrEqualTo(2 + 3 + 0.1);
        assertFieldIsSafe(end);
    }

    @Test
    void keepsTheInterruptAfterTheSafeState() {
        RunEnd end = run(fieldUp(), new TestPhase("interrupted", 20, conduct -> {
            throw new InterruptedException("killed");
        }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(end.status()).isEqualTo(RunEnd.Status.ABORTED);
        assertFieldIsSafe(end);
    }

    @Test
    void givesEveryInstrumentItsTurnInOrderThoughTheFirstThrows() throws InterruptedException {
        SafeStep first = mock(SafeStep.class);
        SafeStep second = mock(SafeStep.class);
        when(first.instrument()).thenReturn("first");
        when(first.bring(any())).thenThrow(new IllegalStateException("broken")).thenReturn(true);
        when(second.bring(any())).thenReturn(true);

        RunEnd end = sequencer(List.of(first, second)).run(List.of());

        var order = inOrder(first, second);
        order.verify(first).bring(any());
        order.verify(second).bring(any());
        order.verify(first).bring(any());
        order.verifyNoMoreInteractions();
        assertThat(end.isSafe()).isTrue();
    }

    @Test
    void marksThePhaseThatFailed() {
        run(new TestPhase("bad", 10, conduct -> {
            throw new PhaseFailedException("bad: asked for 1 T, got 2 T");
        }));

        assertThat(heard(PhaseEnded.class)).singleElement().satisfies(ended -> {
            assertThat(ended.quality()).isEqualTo(Quality.FAILED);
            assertThat(ended.why()).isEqualTo("bad: asked for 1 T, got 2 T");
        });
    }

    @Test
    void keepsTheFieldWhileItIsHeldAndGoesOnAfterResume() {
        clock.at(5, () -> control.hold("Ada"));
        clock.at(6, () -> assertThat(control.standing().state()).isEqualTo(RunState.HELD));
        clock.at(105, () -> {
            assertThat(supply.tesla()).isEqualTo(1);
            control.resume("Ada");
        });

        RunEnd end = run(fieldUp(), new TestPhase("wait", 50, conduct -> {
            conduct.pause(40);
            conduct.pause(5);
        }));

        // The hundred seconds do not count against the deadline of the phase.
        assertThat(end.status()).isEqualTo(RunEnd.Status.SUCCESS);
        assertThat(heard(OperatorActed.class)).extracting(OperatorActed::act).containsExactly("HOLD", "RESUME");
        assertThat(heard(PhaseEnded.class)).last().satisfies(ended -> {
            assertThat(ended.quality()).isEqualTo(Quality.MARKED);
            assertThat(ended.why()).contains("held for 100.");
        });
        assertFieldIsSafe(end);
    }

    @Test
    void goesOnWithWhatMustNotStandStillDuringAHold() {
        List<Double> drained = new ArrayList<>();
        clock.at(1, () -> control.hold("Ada"));
        clock.at(21, () -> control.resume("Ada"));

        run(new TestPhase("wait", 50, conduct -> {
            conduct.keep(drained::add);
            conduct.pause(5);
        }));

        assertThat(drained)
                .hasSizeGreaterThan(100)
                .last()
                .satisfies(at -> assertThat(at).isGreaterThan(20));
    }

    @Test
    void endsAHoldThatLastsTooLongLikeAStop() {
        clock.at(5, () -> control.hold("Ada"));

        RunEnd end = run(fieldUp(), new TestPhase("wait", 1000, conduct -> conduct.pause(900)));

        assertThat(end.status()).isEqualTo(RunEnd.Status.ABORTED);
        assertThat(clock.seconds()).isBetween(5 + LONGEST_HOLD, 5 + LONGEST_HOLD + 10);
        assertThat(heard(OperatorActed.class)).last().satisfies(act -> {
            assertThat(act.act()).isEqualTo("STOP");
            assertThat(act.who()).isEqualTo("the longest hold, 300 s");
        });
        assertFieldIsSafe(end);
    }

    @Test
    void leavesAHoldByStopAndByEmergency() {
        clock.at(5, () -> control.hold("Ada"));
        clock.at(50, () -> control.emergency("Ada"));

        RunEnd end = run(fieldUp(), new TestPhase("wait", 1000, conduct -> conduct.pause(900)));

        assertThat(end.status()).isEqualTo(RunEnd.Status.ABORTED);
        assertThat(clock.seconds()).isLessThan(55);
        assertFieldIsSafe(end);
    }

    @Test
    void holdsOnlyAfterAPhaseThatNothingMayCut() {
        List<Double> ends = new ArrayList<>();
        clock.at(3, () -> control.hold("Ada"));
        clock.at(60, () -> control.resume("Ada"));

        run(
                new TestPhase("sweep", 100, conduct -> {
                    conduct.uncut();
                    conduct.pause(10);
                    ends.add(conduct.seconds());
                }),
                new TestPhase("relax", 100, conduct -> ends.add(conduct.seconds())));

        assertThat(ends.get(0)).isBetween(10.0, 10.2);
        assertThat(ends.get(1)).isGreaterThanOrEqualTo(60);
        assertThat(heard(PhaseEnded.class))
                .extracting(PhaseEnded::quality)
                .containsExactly(Quality.GOOD, Quality.MARKED);
    }

    @Test
    void countsAChannelThatIsNotReadInTimeAsBad() {
        guards.add(LevelGuard.on("helium", 20, 100, "%").staleAfter(60));

        RunEnd end = run(new TestPhase("wait", 1000, conduct -> {
            conduct.tell(new ScalarRead(conduct.seconds(), "helium", 80, "%", 80, "%"));
            conduct.pause(900);
        }));

        assertThat(end.cause().orElseThrow()).hasMessageContaining("no reading for 60 s, due one at least every 60 s");
        assertThat(clock.seconds()).isBetween(60.0, 61.0);
    }

    @Test
    void testsTheLevelOfEveryGuardAtTheEntryOfAPhase() {
        guards.add(LevelGuard.on("helium", 20, 100, "%").then(Consequence.HOLD));
        clock.at(3, () -> control.acknowledge("helium", "Ada", "looked at it"));
        clock.at(4, () -> control.resume("Ada"));
        clock.at(5, () -> control.stop("Ada"));

        run(
                new TestPhase("one", 10, conduct -> {
                    conduct.tell(new ScalarRead(conduct.seconds(), "helium", 10, "%", 10, "%"));
                    conduct.pause(1);
                }),
                new TestPhase("two", 10, conduct -> conduct.pause(100)));

        // Acknowledged and still low: it latches anew when the next phase begins.
        assertThat(heard(GuardTripped.class))
                .hasSize(2)
                .allSatisfy(tripped -> assertThat(tripped.guard()).isEqualTo("helium"));
    }

    @Test
    void refusesToResumeBeforeTheGuardIsAcknowledgedWithANameAndAText() {
        guards.add(new LevelGuard("low helium", "helium", 20, 100, "%", Consequence.HOLD, Double.POSITIVE_INFINITY));
        List<RunControl.Answer> answers = new ArrayList<>();
        clock.at(5, () -> answers.add(control.resume("Ada")));
        clock.at(6, () -> answers.add(control.acknowledge("", "Ada", " ")));
        clock.at(7, () -> answers.add(control.acknowledge("low helium", "Ada", "refilled")));
        clock.at(8, () -> answers.add(control.resume("Ada")));

        RunEnd end = run(new TestPhase("wait", 1000, conduct -> {
            conduct.tell(new ScalarRead(conduct.seconds(), "helium", 10, "%", 10, "%"));
            conduct.tell(new ScalarRead(conduct.seconds(), "helium", 80, "%", 80, "%"));
            conduct.pause(3);
        }));

        assertThat(answers).extracting(RunControl.Answer::isTaken).containsExactly(false, false, true, true);
        assertThat(answers.get(0).words()).contains("read 10 %").contains("allowed 20 to 100 %");
        assertThat(heard(OperatorSaid.class)).singleElement().satisfies(said -> {
            assertThat(said.about()).isEqualTo("low helium");
            assertThat(said.text()).isEqualTo("refilled");
        });
        assertThat(end.status()).isEqualTo(RunEnd.Status.SUCCESS);
    }

    @Test
    void marksThePhaseForAGuardThatOnlyMarks() {
        guards.add(
                LevelGuard.on("vacuum", Double.NEGATIVE_INFINITY, 1e-3, "mbar").then(Consequence.MARK));

        RunEnd end = run(new TestPhase("wait", 1000, conduct -> {
            conduct.tell(new ScalarRead(conduct.seconds(), "vacuum", 0.1, "mbar", 0.1, "mbar"));
            conduct.pause(3);
        }));

        assertThat(end.status()).isEqualTo(RunEnd.Status.SUCCESS);
        assertThat(heard(PhaseEnded.class)).singleElement().satisfies(ended -> {
            assertThat(ended.quality()).isEqualTo(Quality.MARKED);
            assertThat(ended.why()).contains("read 0.1 mbar, allowed at most 0.001 mbar");
        });
        assertThat(control.standing().latched()).hasSize(1);
    }

    @Test
    void testsTheRawValueWhereALimitHasItsUnit() {
        guards.add(new LevelGuard("current", "field", -10, 10, "A", Consequence.STOP, Double.POSITIVE_INFINITY));

        RunEnd end = run(new TestPhase(
                "up", 10, conduct -> conduct.tell(new ScalarRead(conduct.seconds(), "field", 11, "A", 1.1, "T"))));

        assertThat(end.cause().orElseThrow()).hasMessageContaining("guard current on field: read 11 A");
    }

    @Test
    void writesANoteDownWithItsNameThoughNothingElseHappens() {
        clock.at(5, () -> control.note("Ada", "heard a pump start"));

        run(new TestPhase("wait", 1000, conduct -> conduct.pause(20)));

        assertThat(heard(OperatorSaid.class))
                .containsExactly(new OperatorSaid(
                        heard(OperatorSaid.class).get(0).rigSeconds(), "Ada", "", "heard a pump start"));
        assertThat(heard(OperatorSaid.class).get(0).rigSeconds()).isBetween(5.0, 5.2);
        assertThat(control.note("Ada", "too late").isTaken()).isFalse();
    }

    @Test
    void letsAChannelBeReadBeforeItCountsAsStaleInTheNextPhase() {
        guards.add(LevelGuard.on("helium", 20, 100, "%").staleAfter(60));
        Vital helium = new Vital() {
            @Override
            public String channel() {
                return "helium";
            }

            @Override
            public double everySeconds() {
                return 10;
            }

            @Override
            public void read(Conduct conduct) {
                conduct.tell(new ScalarRead(conduct.seconds(), "helium", 80, "%", 80, "%"));
            }
        };

        RunEnd end = run(
                new TestPhase("zero-check", 1000, conduct -> {
                    helium.read(conduct);
                    conduct.uncut();
                    conduct.pause(100);
                }),
                new TestPhase("settle", 1000, conduct -> {
                    conduct.attend(List.of(helium));
                    conduct.pause(100);
                }));

        assertThat(end.status()).isEqualTo(RunEnd.Status.SUCCESS);
    }
}
