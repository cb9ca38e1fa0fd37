package org.fieldfall.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fieldfall.app.rig.TrueState;
import org.fieldfall.app.rig.TrueWorld;
import org.fieldfall.app.store.Json;
import org.fieldfall.app.store.RunFolder;
import org.fieldfall.app.store.StoreException;
import org.fieldfall.app.store.Table;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the simulated world really did, for people who judge the analysis. No analysis reads it. Fed by the thread
 * that moves the world, closed by another.
 */
final class TruthKeeper implements AutoCloseable {

    private static final double BASELINE_GUARD_SECONDS = 0.2;

    private static final Logger LOG = LoggerFactory.getLogger(TruthKeeper.class);

    private final Table table;
    private final List<TrueState> rows = new ArrayList<>();
    private boolean isClosed;
    private boolean isBroken;

    TruthKeeper(RunFolder folder, TrueWorld world) {
        this(folder, world::tell);
    }

    /** @param world tells each true state to the consumer it is given */
    TruthKeeper(RunFolder folder, Consumer<Consumer<TrueState>> world) {
        this.table = Table.truth(folder.truthTable());
        world.accept(this::heard);
    }

    private synchronized void heard(TrueState truth) {
        if (!isClosed) {
            rows.add(truth);
            if (!isBroken) {
                write(truth);
            }
        }
    }

    /** A side file that cannot be written must not stop the world that it describes. */
    private void write(TrueState truth) {
        try {
            table.row(
                    truth.seconds(),
                    truth.tesla(),
                    truth.latticeKelvin(),
                    truth.platformKelvin(),
                    truth.upperPopulation());
        } catch (StoreException failure) {
            isBroken = true;
            table.abandon();
            LOG.warn("the truth ends here: {}", failure.getMessage());
        }
    }

    /** Ends the table; one that broke before keeps the name of a part. */
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            try {
                // Does nothing to one that was abandoned.
                table.close();
            } catch (StoreException failure) {
                LOG.warn("the truth is not complete: {}", failure.getMessage());
            }
        }
    }

    /** What the seed drew, as {@code truth.json} for a run that never came to its sweep. */
    record Drawn(
            @JsonProperty("seed") long seed,
            @JsonProperty("drawn") Map<String, Double> drawn) {}

    /** The same with what the shot really did. */
    record Shot(
            @JsonProperty("seed") long seed,
            @JsonProperty("drawn") Map<String, Double> drawn,
            @JsonProperty("rate_t_per_s") double rate,
            @JsonProperty("ramp_start_s") double rampStart,
            @JsonProperty("ramp_end_s") double rampEnd,
            @JsonProperty("initial_temperature_k") double initialKelvin,
            @JsonProperty("points") List<Point> points) {}

    record Point(
            @JsonProperty("after_ramp_s") double afterRampSeconds,
            @JsonProperty("delta_t_k") double deltaKelvin) {}

    void writeDrawn(RunFolder folder, long seed, Map<String, Double> drawn) {
        Json.write(folder.truthDrawn(), new Drawn(seed, drawn));
    }

    /** Writes {@code truth.json}: what the seed drew and, if the main shot came to its sweep, what it really did. */
    void write(RecordedRun run, long seed, Map<String, Double> drawn) {
        PerformedShot main = run.main();
        if (main.shot().kind().isPredicted() && main.notes().fieldAfter().isPresent()) {
            writeShot(
                    run.folder(),
                    seed,
                    drawn,
                    main.notes().sweepSentSeconds(),
                    main.shot().settings().baselineSeconds(),
                    SweptFigures.ASKED_SECONDS);
        } else {
            writeDrawn(run.folder(), seed, drawn);
        }
    }

    /** Writes what the seed drew and the true figures of the sweep that was sent at a rig time. */
    synchronized void writeShot(
            RunFolder folder,
            long seed,
            Map<String, Double> drawn,
            double sweepSentSeconds,
            double baselineSeconds,
            double... askedSeconds) {
        List<TrueState> around = between(sweepSentSeconds - 0.05, sweepSentSeconds + 2);
        double before = around.get(0).tesla();
        double after = around.get(around.size() - 1).tesla();
        StraightLine ramp = StraightLine.through(
                around.stream()
                        .filter(row -> share(row.tesla(), before, after) > 0.2)
                        .filter(row -> share(row.tesla(), before, after) < 0.8)
                        .toList(),
                TrueState::seconds,
                TrueState::tesla);
        double start = ramp.reaches(before);
        double end = ramp.reaches(after);
        double initial = StraightLine.through(
                        between(start - baselineSeconds, start - BASELINE_GUARD_SECONDS),
                        TrueState::seconds,
                        TrueState::latticeKelvin)
                .at(start);
        List<Point> points = new ArrayList<>();
        for (double asked : askedSeconds) {
            if (end + asked <= rows.get(rows.size() - 1).seconds()) {
                points.add(new Point(asked, latticeAt(end + asked) - initial));
            }
        }
        Json.write(folder.truthDrawn(), new Shot(seed, drawn, Math.abs(ramp.slope()), start, end, initial, points));
    }

    private static double share(double tesla, double before, double after) {
        return (tesla - before) / (after - before);
    }

    private List<TrueState> between(double from, double to) {
        return rows.stream()
                .filter(row -> row.seconds() >= from && row.seconds() <= to)
                .toList();
    }

    private double latticeAt(double seconds) {
        int high = 0;
        while (high < rows.size() - 1 && rows.get(high).seconds() < seconds) {
            high++;
        }
        TrueState b = rows.get(high);
        TrueState a = rows.get(Math.max(0, high - 1));
        double span = b.seconds() - a.seconds();
        double part = span > 0 ? (seconds - a.seconds()) / span : 0;
        return a.latticeKelvin() + part * (b.latticeKelvin() - a.latticeKelvin());
    }
}
