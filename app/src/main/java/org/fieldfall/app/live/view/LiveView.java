package org.fieldfall.app.live.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.run.Premises;
import org.fieldfall.app.store.Manifest;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.fieldquench.RunReplay;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SendMarked;

/**
 * A run that goes on, as its events tell it. Whoever hears them gives them here, in their order and one at a time; the theory
 * follows on a thread of this view's own. Memory is bounded however long the run. Safe to share.
 */
public final class LiveView implements RunView, RunListener, AutoCloseable {

    private static final int MOST_PAST_CURVES = 64;
    private static final int MOST_HELD_BACK = 4096;
    private static final long TO_END_SECONDS = 5;

    private static final String SWEEP = "sweep";

    private final Premises premises;
    private final RunReplay replay;
    private final Happenings happenings = new Happenings();
    private final GuardBoard guards;
    private final Readings readings;
    private final Theory theory;
    private final Optional<ThreadPoolExecutor> own;
    private final Executor executor;
    private final Pictured pictured;
    private final List<CrystalBins.Moment> heldBack = new ArrayList<>();
    private final List<PredictedCurve> past = new ArrayList<>();
    private Optional<SweptShot> swept = Optional.empty();
    private Optional<Limits> measuredLimits = Optional.empty();
    private double plannedZero = Double.NaN;
    private double now = Double.NaN;
    private int plannedShot = -1;
    private boolean isSweepOver;
    private long questions;
    private long version;
    private long pictureOf = -1;
    private String picture = "";
    private boolean isLoading;
    private Optional<Earned> earned = Optional.empty();

    /** What a stored run came to, as its manifest and its summary tell. */
    record Earned(String status, String why, String verdict) {

        static final String NO_END = "no end is recorded: its process was killed or lost, see that the rig is safe;"
                + " fieldfall review recover makes the most of the record";

        static final String UNKNOWN = "unknown";

        static Earned unknown(String verdict) {
            return new Earned(UNKNOWN, NO_END, verdict);
        }
    }

    private LiveView(Path folder, Premises premises, Executor executor, Optional<ThreadPoolExecutor> own) {
        this.premises = premises;
        this.executor = executor;
        this.own = own;
        this.replay = new RunReplay(premises.shots(), premises.plans(), premises.crystal(), premises.facts());
        this.guards = new GuardBoard(premises.guards());
        this.readings =
                new Readings(premises, (at, raw, kelvin) -> swept.ifPresent(shot -> shot.read(at, raw, kelvin)));
        this.theory = new Theory(premises.crystal(), premises.facts(), executor);
        this.pictured = new Pictured(folder, premises);
    }

    /**
     * Of the run in a folder, before its first event.
     *
     * @throws org.fieldfall.app.store.StoreException if its manifest cannot be read
     */
    public static LiveView of(Path folder) {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(8), work -> {
                    Thread made = new Thread(work, "live theory");
                    made.setDaemon(true);
                    return made;
                });
        thread.allowCoreThreadTimeOut(true);
        return new LiveView(folder, premises(folder), thread, Optional.of(thread));
    }

    /** With a thread for the theory that others own. */
    static LiveView of(Path folder, Executor theory) {
        return new LiveView(folder, premises(folder), theory, Optional.empty());
    }

    private static Premises premises(Path folder) {
        return Premises.of(Manifest.read(folder.resolve("manifest.json")));
    }

    @Override
    public synchronized void heard(RunEvent event) {
        version++;
        if (!(now >= event.rigSeconds())) {
            now = event.rigSeconds();
        }
        happenings.heard(event);
        guards.heard(event);
        note(event);
        follow(event);
        readings.heard(event);
    }

    /** The notes keep readings until the sweep is over; further ones would only fill memory. */
    private void note(RunEvent event) {
        boolean isNoted = event instanceof BlockTaken ? !isSweepOver && isSwept() : !(event instanceof PredictionMade);
        if (isNoted) {
            replay.heard(event);
        }
    }

    private boolean isSwept() {
        return current().shot().kind().isSwept();
    }

    private PerformedShot current() {
        return replay.shots().get(replay.current());
    }

    private void follow(RunEvent event) {
        if (event instanceof PhaseStarted) {
            entered();
        } else if (event instanceof SendMarked sent && sent.mark().equals(SWEEP)) {
            swept = SweptShot.begun(premises, current(), this::found);
            swept.ifPresent(this::ask);
        } else if (event instanceof BlockTaken taken && taken.channel().equals(Readings.FIELD)) {
            swept.filter(shot -> !shot.isWhole()).ifPresent(shot -> {
                shot.monitored();
                ask(shot);
            });
        } else if (event instanceof PhaseEnded && replay.phase().equals(SWEEP)) {
            isSweepOver = true;
            swept.ifPresent(shot -> {
                shot.ended();
                ask(shot);
                look(shot);
            });
        }
    }

    private void entered() {
        int shot = replay.current();
        if (shot != plannedShot) {
            keepCurves();
            plannedShot = shot;
            isSweepOver = false;
            swept = Optional.empty();
            measuredLimits = Optional.empty();
            heldBack.clear();
            readings.get(Readings.HEAT).pause(now);
            readings.get(Readings.RESIDUAL).pause(now);
        }
        if (swept.isEmpty() && current().shot().kind().isPredicted() && !isSweepOver) {
            expect();
        }
    }

    /** Where the plan's curve lies on the axis, by the time each phase is expected to take. */
    private void expect() {
        var timetable = current().plan().timetable();
        timetable
                .beginSeconds(SWEEP)
                .ifPresent(sweep -> timetable.beginSeconds(replay.phase()).ifPresent(phase -> {
                    plannedZero = happenings.phaseBegan() + sweep - phase;
                    questions++;
                    ask(Expected.question(questions, current(), premises.facts(), plannedZero));
                }));
    }

    private void ask(SweptShot shot) {
        questions++;
        ask(shot.question(questions));
    }

    private void ask(Theory.Question question) {
        try {
            theory.ask(question, this::answered);
        } catch (RejectedExecutionException closed) {
            // The view is closed, or asked for more than it can work out: the next block asks again.
            version++;
        }
    }

    private synchronized void answered() {
        version++;
        settle();
    }

    /** Once the ramp is known: what eq. (9) and the rest make of the measured start. */
    private void look(SweptShot shot) {
        try {
            executor.execute(() -> limits(shot, Limits.measured(premises, shot, theory.answer())));
        } catch (RejectedExecutionException closed) {
            version++;
        }
    }

    private synchronized void limits(SweptShot shot, Optional<Limits> found) {
        if (swept.filter(shot::equals).isPresent()) {
            measuredLimits = found;
            version++;
        }
    }

    private void found(CrystalBins.Moment moment) {
        readings.get(Readings.HEAT).add(moment.rigSeconds(), moment.joule().value());
        if (heldBack.size() < MOST_HELD_BACK) {
            heldBack.add(moment);
        }
        settle();
    }

    /** Residuals are against the curve of the whole ramp: until that is there moments wait. */
    private void settle() {
        Optional<Theory.Answer> answer = theory.answer().filter(Theory.Answer::isSettled);
        if (answer.isEmpty() || swept.isEmpty() || !swept.get().isWhole() || !isOf(answer.get(), swept.get())) {
            return;
        }
        for (CrystalBins.Moment moment : heldBack) {
            residual(answer.get(), moment)
                    .ifPresent(sigma -> readings.get(Readings.RESIDUAL).add(moment.rigSeconds(), sigma));
        }
        heldBack.clear();
    }

    private static boolean isOf(Theory.Answer answer, SweptShot shot) {
        return answer.question().shot() == shot.shot().number()
                && answer.question().field().equals(shot.field());
    }

    static Optional<Double> residual(Theory.Answer answer, CrystalBins.Moment moment) {
        double at = moment.rigSeconds() - answer.question().zeroSeconds();
        return answer.course()
                .flatMap(course -> course.deltaAt(at))
                .map(predicted -> moment.delta().minus(predicted))
                .filter(difference -> difference.sigma() > 0)
                .map(difference -> difference.value() / difference.sigma());
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized String snapshot() {
        if (pictureOf != version) {
            picture = pictured.text(state());
            pictureOf = version;
        }
        return picture;
    }

    private Pictured.State state() {
        Optional<Theory.Answer> answer =
                theory.answer().filter(a -> a.question().shot() == current().number());
        return new Pictured.State(
                version,
                now,
                plannedZero,
                current(),
                happenings,
                guards,
                readings,
                swept,
                answer,
                measuredLimits.orElseGet(() -> Limits.planned(current(), answer)),
                isLoading,
                earned);
    }

    /** Of a stored run: its log is being read. */
    synchronized void loading(boolean goesOn) {
        isLoading = goesOn;
        version++;
    }

    synchronized void earned(Earned found) {
        earned = Optional.of(found);
        version++;
    }

    /** The run's process is gone: what it has not told by now it will not tell. */
    public synchronized void lost() {
        if (happenings.end().isEmpty()) {
            earned(Earned.unknown(""));
        }
    }

    /** Rig time of the first reading of an acquisition; empty where it has not begun. */
    synchronized Optional<Double> begun(int acquisition) {
        return readings.begun(acquisition);
    }

    Premises premises() {
        return premises;
    }

    @Override
    public synchronized List<SeriesHead> series() {
        return readings.filled().stream().map(LiveSeries::head).toList();
    }

    @Override
    public Points since(String series, long from, int most) {
        return find(series).since(from, most);
    }

    @Override
    public Points between(String series, double fromSeconds, double toSeconds, int most) {
        return find(series).between(fromSeconds, toSeconds, most);
    }

    private synchronized LiveSeries find(String series) {
        return readings.get(series);
    }

    /** Of the shot that goes on; those of earlier shots have its number behind the name, as in {@code temperature/1}. */
    @Override
    public synchronized List<PredictedCurve> curves() {
        List<PredictedCurve> all = new ArrayList<>(past);
        theory.answer().ifPresent(answer -> all.addAll(curves(answer, "")));
        return all;
    }

    private void keepCurves() {
        theory.answer().filter(answer -> !answer.question().isPlan()).ifPresent(answer -> {
            past.addAll(curves(answer, "/" + answer.question().shot()));
            while (past.size() > MOST_PAST_CURVES) {
                past.remove(0);
            }
        });
    }

    private List<PredictedCurve> curves(Theory.Answer answer, String ending) {
        return answer.course().map(course -> curves(answer, course, ending)).orElse(List.of());
    }

    private List<PredictedCurve> curves(Theory.Answer answer, FollowedCourse course, String ending) {
        Theory.Question asked = answer.question();
        double[] seconds = course.seconds();
        double[] tesla = new double[seconds.length];
        double[] none = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            tesla[i] = asked.field().tesla(seconds[i]);
            seconds[i] += asked.zeroSeconds();
        }
        long made = theory.version();
        return List.of(
                new PredictedCurve(
                        Readings.TEMPERATURE + ending, "K", made, seconds, course.kelvin(), course.kelvinSigma()),
                new PredictedCurve(Readings.HEAT + ending, "J", made, seconds, course.joule(), course.jouleSigma()),
                new PredictedCurve(Readings.FIELD + ending, "T", made, seconds, tesla, none),
                new PredictedCurve("population" + ending, "", made, seconds, course.upperPopulation(), none));
    }

    Theory theory() {
        return theory;
    }

    /** Waits at most 5 s for the theory's thread. */
    @Override
    public void close() {
        own.ifPresent(thread -> {
            thread.shutdownNow();
            try {
                if (!thread.awaitTermination(TO_END_SECONDS, TimeUnit.SECONDS)) {
                    // A daemon thread: it ends with what it is working out.
                    thread.shutdown();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
