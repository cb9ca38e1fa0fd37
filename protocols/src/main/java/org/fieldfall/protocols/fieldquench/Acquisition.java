package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Safeguards;

/** The buffered acquisition of a shot: started once before the baseline, drained at every beat until the shot is over. */
final class Acquisition {

    /** More than the shot needs, so that the thermometer never stops by itself: waits may overshoot by a beat. */
    private static final double SPARE_SECONDS = 120;

    /** How far the clocks of meter and host may go apart. */
    private static final double CLOCK_SHARE = 1e-3;

    /** What a meter may hold back, and how late a host may know that it started. */
    private static final double LATE_SECONDS = 1;

    /** Readings averaged for the live value. */
    private static final int LIVE_READINGS = 100;

    private final ShotContext context;

    private final double pulseSeconds;
    private boolean isOver;
    private boolean isHanging;
    private double overSeconds;

    /**
     * @param pulseSeconds length of a heater pulse between baseline and record; 0 without
     */
    Acquisition(ShotContext context, double pulseSeconds) {
        this.context = context;
        this.pulseSeconds = pulseSeconds;
    }

    /** How many readings a shot asks for, the spare ones included. */
    static double readings(ShotSettings shot, double pulseSeconds) {
        double whole = shot.baselineSeconds() + pulseSeconds + shot.relaxSeconds() + SPARE_SECONDS;
        return Math.ceil(whole / shot.samplingSeconds());
    }

    /** With as many spare ones as the meter allows, up to a long hold: what is not needed is not taken. */
    private int asked(ShotSettings shot) {
        double held = Safeguards.USUAL_HOLD_SECONDS / shot.samplingSeconds();
        return (int) Math.min(context.rig().thermometer().mostReadings(), readings(shot, pulseSeconds) + held);
    }

    void start(Conduct conduct) {
        ShotSettings shot = context.shot();
        Sampling sampling = new Sampling(shot.samplingSeconds(), context.rig().apertureSeconds(), asked(shot));
        Started started = Started.of(context.thermometer(), "thermometer", sampling, context.within(), conduct);
        context.notes().acquisitionSent(started.middleSeconds());
        conduct.tell(new SendMarked(started.afterSeconds(), mark(number()), started.beforeSeconds()));
        conduct.keep(now -> drainAtLeisure(conduct));
    }

    /** Drains, and lets the auxiliary channels have their turn. */
    void drainAtLeisure(Conduct conduct) {
        drain(conduct);
        context.auxiliaries().read(conduct);
    }

    /** Where the memory can be read only afterwards, one value of now is taken. */
    void drain(Conduct conduct) {
        if (isDrainedAfterStop()) {
            glance(conduct);
        } else {
            take(conduct);
        }
    }

    private boolean isDrainedAfterStop() {
        return context.rig().thermometer().isDrainedAfterStop();
    }

    private void glance(Conduct conduct) {
        if (isOver) {
            return;
        }
        double raw = context.thermometer().glance(context.within());
        double now = conduct.seconds();
        context.notes().glanced(now, raw);
        String unit = context.thermometer().capability().rawUnit();
        conduct.tell(new ScalarRead(
                now, ShotContext.TEMPERATURE, raw, unit, context.thermometer().kelvin(raw), "K"));
    }

    /** Where the memory can be read only afterwards, it is read now, whole. Does nothing elsewhere. */
    void finish(Conduct conduct) throws InterruptedException {
        if (!isDrainedAfterStop()) {
            return;
        }
        context.thermometer().halt(context.within());
        overSeconds = conduct.seconds();
        isOver = true;
        conduct.keepNothing();
        boolean isMore = true;
        while (isMore) {
            conduct.checkpoint();
            isMore = take(conduct);
        }
    }

    /** @return false if nothing was there */
    private boolean take(Conduct conduct) {
        Duration within = context.within();
        SampleBlock block = context.thermometer().drain(within);
        Losses.tell(conduct, "thermometer", context.notes().add(block), block);
        if (block.size() == 0) {
            return false;
        }
        String unit = context.thermometer().capability().rawUnit();
        context.notes().hanging().ifPresent(hanging -> tellHanging(conduct));
        conduct.tell(new BlockTaken(conduct.seconds(), ShotContext.TEMPERATURE, number(), block, unit));
        double raw = liveRaw(block);
        conduct.tell(new ScalarRead(
                conduct.seconds(),
                ShotContext.TEMPERATURE,
                raw,
                unit,
                context.thermometer().kelvin(raw),
                "K"));
        return true;
    }

    /** Each phase it lasts into is marked; in the record it stands once. */
    private void tellHanging(Conduct conduct) {
        String words = "the thermometer hangs: it repeats one value for longer than its noise allows";
        conduct.mark(words);
        if (!isHanging) {
            isHanging = true;
            conduct.tell(new Remark(conduct.seconds(), context.notes().hanging().orElse(words)));
        }
    }

    /**
     * Drains once more and tells what an acquisition should have brought by now and did not: readings that are late, were lost
     * on the way or are no numbers. Empty if nothing is.
     */
    Optional<String> lacking(Conduct conduct) {
        if (isDrainedAfterStop() && !isOver) {
            glance(conduct);
            return Optional.empty();
        }
        double asked = isOver ? overSeconds : conduct.seconds();
        drain(conduct);
        double passed = asked - context.notes().acquisitionSentSeconds();
        double due =
                (passed * (1 - CLOCK_SHARE) - LATE_SECONDS) / context.shot().samplingSeconds();
        double[] raw = context.notes().trace().map(Trace::raw).orElse(new double[0]);
        long invalid = Arrays.stream(raw).filter(Double::isNaN).count();
        if (raw.length >= due && invalid == 0) {
            return Optional.empty();
        }
        return Optional.of(Figure.text(
                "%d of the %d readings that the thermometer sent in %.1f s are missing or invalid, due were %.0f at least",
                invalid, raw.length, passed, Math.max(0, due)));
    }

    /** The same of a shot that is over, and whether the thermometer hung in it. */
    Optional<String> lackingInAll(Conduct conduct) {
        List<String> found = Stream.of(lacking(conduct), context.notes().standstill())
                .flatMap(Optional::stream)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    private static double liveRaw(SampleBlock block) {
        int from = Math.max(0, block.size() - LIVE_READINGS);
        double sum = 0;
        for (int i = from; i < block.size(); i++) {
            sum += block.raw()[i];
        }
        return sum / (block.size() - from);
    }

    /** How the start of an acquisition is marked in the record. */
    static String mark(int number) {
        return "acquisition " + number;
    }

    /** The run counts its acquisitions: two for each shot, the thermometer's and then the field monitor's. */
    private int number() {
        return number(context.number());
    }

    static int number(int shot) {
        return 2 * shot - 1;
    }
}
