package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.analysis.Standstill;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;

/** What the phases of a shot have found so far, for the phases after them and for the summary. Used by one thread. */
public final class ShotNotes {

    /** So much of the baseline tells where the shot starts; the analysis does better afterwards. */
    private static final double START_SECONDS = 5;

    private final Blocks thermometer = new Blocks();
    private final Blocks monitor = new Blocks();
    private final Standstill standstill = new Standstill();
    private Optional<FieldReading> before = Optional.empty();
    private Optional<FieldReading> after = Optional.empty();
    private Optional<DriftFit> drift = Optional.empty();
    private Optional<FollowedCourse> prediction = Optional.empty();
    private Optional<PulseNotes> pulse = Optional.empty();
    private Optional<ZeroCheckNotes> zeroCheck = Optional.empty();
    private Optional<TrackedWells> wells = Optional.empty();
    private double monitorSent = Double.NaN;
    private double initialRaw = Double.NaN;
    private double initialSeconds = Double.NaN;
    private double acquisitionSent = Double.NaN;
    private double sweepSent = Double.NaN;
    private double relaxationTimesWaited;
    private boolean isComplianceSeen;
    private boolean isBaselineOver;
    private final List<Glance> glances = new ArrayList<>();

    /** @return how many readings between this block and the one before were lost on the way */
    long add(SampleBlock block) {
        standstill.add(block.firstIndex(), block.raw());
        return thermometer.add(block);
    }

    /** @return as of {@link #add} */
    long addMonitored(SampleBlock block) {
        return monitor.add(block);
    }

    void monitorSent(double rigSeconds) {
        monitorSent = rigSeconds;
    }

    void pulse(PulseNotes given) {
        pulse = Optional.of(given);
    }

    void zeroCheck(ZeroCheckNotes taken) {
        zeroCheck = Optional.of(taken);
    }

    void wells(TrackedWells tracked) {
        wells = Optional.of(tracked);
    }

    void fieldBefore(FieldReading reading) {
        before = Optional.of(reading);
    }

    void fieldAfter(FieldReading reading) {
        after = Optional.of(reading);
    }

    void drift(DriftFit fit) {
        drift = Optional.of(fit);
    }

    void prediction(FollowedCourse made) {
        prediction = Optional.of(made);
    }

    /** A value of now from a meter whose readings come only afterwards. */
    void glanced(double rigSeconds, double raw) {
        if (!isBaselineOver) {
            glances.add(new Glance(rigSeconds, raw));
        }
    }

    private record Glance(double rigSeconds, double raw) {}

    /** Whether anything of the baseline is known. */
    boolean hasReadings() {
        return thermometer.readings() > 0 || !glances.isEmpty();
    }

    /**
     * The baseline is over: takes the mean of its last seconds, and the rig time that belongs to. Of glances, which are few,
     * the mean of all: what the temperature drifts meanwhile is followed from there.
     */
    void endBaseline() {
        isBaselineOver = true;
        if (!glances.isEmpty()) {
            initialSeconds =
                    glances.stream().mapToDouble(Glance::rigSeconds).average().orElse(Double.NaN);
            initialRaw = glances.stream().mapToDouble(Glance::raw).average().orElse(Double.NaN);
            return;
        }
        trace().ifPresent(baseline -> {
            int from = baseline.indexAt(baseline.endSeconds() - START_SECONDS);
            initialSeconds = acquisitionSent + thermometer.middleSince(from) * baseline.intervalSeconds();
            initialRaw = thermometer.meanSince(from);
        });
    }

    double initialRaw() {
        return initialRaw;
    }

    double initialSeconds() {
        return initialSeconds;
    }

    void acquisitionSent(double rigSeconds) {
        acquisitionSent = rigSeconds;
    }

    void sweepSent(double rigSeconds) {
        sweepSent = rigSeconds;
    }

    void waited(double relaxationTimesInAll) {
        relaxationTimesWaited = relaxationTimesInAll;
    }

    void sawCompliance() {
        isComplianceSeen = true;
    }

    /** Field read before the sweep; empty if the shot never came so far. */
    public Optional<FieldReading> fieldBefore() {
        return before;
    }

    public Optional<FieldReading> fieldAfter() {
        return after;
    }

    public Optional<DriftFit> drift() {
        return drift;
    }

    /** Where the populations of the wells had come when they were last looked at, before the sweep; empty without a crystal. */
    public Optional<TrackedWells> wells() {
        return wells;
    }

    public Optional<FollowedCourse> prediction() {
        return prediction;
    }

    /** Start of the ramp on the thermometer's clock as the host's send times tell; NaN before the sweep. */
    public double expectedStartSeconds() {
        return sweepSent - acquisitionSent;
    }

    /** Rig time of the thermometer's first buffered reading, as sent; NaN before the acquisition. */
    public double acquisitionSentSeconds() {
        return acquisitionSent;
    }

    public double sweepSentSeconds() {
        return sweepSent;
    }

    /** Number of relaxation times that the crystal spent at the initial field before the sweep. */
    public double relaxationTimesWaited() {
        return relaxationTimesWaited;
    }

    /** True if the supply was seen at its voltage limit during the sweep. */
    public boolean isComplianceSeen() {
        return isComplianceSeen;
    }

    public int readings() {
        return thermometer.readings();
    }

    /** Readings of the thermometer that are known to be lost. */
    public long lostReadings() {
        return thermometer.lost;
    }

    /** Why the thermometer must have hung; empty if its noise shows that it did not, so far. */
    Optional<String> hanging() {
        return standstill
                .found()
                .map(run -> words(run) + Figure.text("; by its noise %d at most are due", standstill.allowed()));
    }

    /** Why nothing can be concluded from the thermometer's readings, of a shot that is over; empty if something can. */
    public Optional<String> standstill() {
        return hanging()
                .or(() -> standstill.whole().map(run -> words(run) + "; these are all it has, and they tell nothing"));
    }

    private String words(Standstill.Run run) {
        double interval = thermometer.intervalSeconds();
        return Figure.text(
                "the thermometer hung: it repeated one value, %.9g, in %d readings from %.3f s to %.3f s after its start",
                run.raw(),
                run.readings(),
                run.firstIndex() * interval,
                (run.firstIndex() + run.readings() - 1) * interval);
    }

    /** All buffered readings so far; a gap between blocks is filled with NaN. Empty before the first block. */
    public Optional<Trace> trace() {
        return thermometer.trace();
    }

    /** The field monitor's readings around the sweep; empty without a monitor. */
    public Optional<Trace> monitorTrace() {
        return monitor.trace();
    }

    /** Start of the ramp on the monitor's clock as the host's send times tell. */
    public double expectedMonitorStartSeconds() {
        return sweepSent - monitorSent;
    }

    /** Rig time of the monitor's first reading, as sent. */
    public double monitorSentSeconds() {
        return monitorSent;
    }

    public Optional<PulseNotes> pulse() {
        return pulse;
    }

    public Optional<ZeroCheckNotes> zeroCheck() {
        return zeroCheck;
    }

    /**
     * A heater pulse as it was given.
     *
     * @param onSeconds rig time of its start
     * @param offSeconds rig time of its end
     * @param timeSigmaSeconds how well each of the two is known
     * @param watts power the heater answered
     */
    public record PulseNotes(double onSeconds, double offSeconds, double timeSigmaSeconds, double watts) {}

    /** Mean voltages with the current forward, backward and off, and the standard uncertainty of each. */
    public record ZeroCheckNotes(double forwardVolts, double backwardVolts, double offVolts, double sigmaVolts) {

        /** @param forward readings with the current forward, two at least, as the others */
        static ZeroCheckNotes of(double[] forward, double[] backward, double[] off) {
            Uncertain ahead = Uncertain.mean(forward);
            Uncertain back = Uncertain.mean(backward);
            Uncertain none = Uncertain.mean(off);
            double sigma = Math.max(ahead.sigma(), Math.max(back.sigma(), none.sigma()));
            return new ZeroCheckNotes(ahead.value(), back.value(), none.value(), sigma);
        }

        /** The voltage that does not turn with the current: thermal EMF and offset. */
        public double emfVolts() {
            return (forwardVolts + backwardVolts) / 2;
        }

        public double emfSigmaVolts() {
            return sigmaVolts / Math.sqrt(2);
        }
    }

    /** Blocks of one meter in their order. */
    private static final class Blocks {
        private final List<SampleBlock> blocks = new ArrayList<>();
        private long end;
        private long lost;

        /** @return how many are missing before it */
        long add(SampleBlock block) {
            long missing = Math.max(0, block.firstIndex() - end);
            if (missing > 0 || block.size() > 0) {
                blocks.add(block);
                end = block.firstIndex() + block.size();
                lost += missing;
            }
            return missing;
        }

        int readings() {
            return blocks.stream().mapToInt(SampleBlock::size).sum();
        }

        double intervalSeconds() {
            return blocks.get(0).intervalSeconds();
        }

        /** Of the readings from a place on; NaN if one of them is invalid, while lost ones do not count. */
        double meanSince(int index) {
            return since(index, (block, i) -> block.raw()[i]);
        }

        /** Where in the acquisition these readings stand on the mean, in intervals. */
        double middleSince(int index) {
            return since(index, (block, i) -> block.firstIndex() + i + 0.5);
        }

        private double since(int index, ToDoubleBiFunction<SampleBlock, Integer> what) {
            return blocks.stream()
                    .flatMapToDouble(block -> IntStream.range(
                                    (int) Math.max(0, index - block.firstIndex()), block.size())
                            .mapToDouble(i -> what.applyAsDouble(block, i)))
                    .average()
                    .orElse(Double.NaN);
        }

        Optional<Trace> trace() {
            if (blocks.isEmpty()) {
                return Optional.empty();
            }
            SampleBlock last = blocks.get(blocks.size() - 1);
            double[] raw = new double[Math.toIntExact(last.firstIndex() + last.size())];
            Arrays.fill(raw, Double.NaN);
            for (SampleBlock block : blocks) {
                System.arraycopy(block.raw(), 0, raw, Math.toIntExact(block.firstIndex()), block.size());
            }
            return Optional.of(new Trace(last.intervalSeconds(), raw));
        }
    }
}
