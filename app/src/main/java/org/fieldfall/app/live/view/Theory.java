package org.fieldfall.app.live.view;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.fieldfall.protocols.fieldquench.Crystal;
import org.fieldfall.protocols.fieldquench.FieldFollowed;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.MeasuredStart;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the prediction out again whenever something new is known, elsewhere than on the thread that tells: the last question
 * counts, what was asked before it and not begun is forgotten. Safe to share.
 */
final class Theory {

    private static final Logger LOG = LoggerFactory.getLogger(Theory.class);

    private final Crystal crystal;
    private final RigFacts rig;
    private final Executor executor;
    private final AtomicReference<Optional<Question>> waiting = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean isQueued = new AtomicBoolean();
    private volatile Optional<Answer> answer = Optional.empty();
    private final AtomicLong answered = new AtomicLong();

    /**
     * What is to be predicted.
     *
     * @param number grows with each question
     * @param isPlan it starts where the protocol says; else where the thermometer does
     * @param zeroSeconds rig time of the start of the ramp, expected or seen
     */
    record Question(
            long number,
            int shot,
            boolean isPlan,
            MeasuredStart start,
            Optional<TrackedWells> wells,
            FieldFollowed field,
            double zeroSeconds,
            double relaxSeconds) {}

    /**
     * @param course empty where there is none
     * @param why there is none
     * @param millis how long it took
     */
    record Answer(Question question, Optional<FollowedCourse> course, String why, double millis) {

        /** Of a shot whose ramp is over, with its field whole. */
        boolean isSettled() {
            return !question.isPlan && question.field.seen() != FieldFollowed.Seen.BEGINNING;
        }
    }

    Theory(Crystal crystal, RigFacts rig, Executor executor) {
        this.crystal = crystal;
        this.rig = rig;
        this.executor = executor;
    }

    /** @param then is called where it was worked out */
    void ask(Question question, Runnable then) {
        waiting.set(Optional.of(question));
        if (isQueued.compareAndSet(false, true)) {
            executor.execute(() -> work(then));
        }
    }

    private void work(Runnable then) {
        isQueued.set(false);
        Optional<Question> asked = waiting.getAndSet(Optional.empty());
        if (asked == null || asked.isEmpty()) {
            return;
        }
        answer = Optional.of(answered(asked.get()));
        answered.incrementAndGet();
        then.run();
    }

    private Answer answered(Question asked) {
        long begun = System.nanoTime();
        try {
            FollowedCourse course =
                    FollowedCourse.of(crystal, rig, asked.start, asked.wells, asked.field, asked.relaxSeconds);
            return new Answer(asked, Optional.of(course), "", 1e-6 * (System.nanoTime() - begun));
        } catch (NoConvergenceException unknown) {
            return new Answer(asked, Optional.empty(), String.valueOf(unknown.getMessage()), Double.NaN);
        } catch (RuntimeException unforeseen) {
            LOG.error("live theory", unforeseen);
            return new Answer(asked, Optional.empty(), unforeseen.toString(), Double.NaN);
        }
    }

    Optional<Answer> answer() {
        return answer;
    }

    /** How often it was worked out. */
    long version() {
        return answered.get();
    }
}
