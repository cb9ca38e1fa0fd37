package org.fieldfall.protocols.fieldquench;

import java.util.OptionalDouble;
import org.fieldfall.protocols.analysis.Trace;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.instrument.Sampling;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.SendMarked;
import org.fieldfall.protocols.sequence.Conduct;

/**
 * The field monitor's acquisition around a sweep: a plateau before, the ramp, a plateau after. On a shared trigger line it
 * starts with the program and has no plateau before. Does nothing where there is no monitor.
 */
final class Monitoring {

    private static final double INTERVAL_SECONDS = 0.001;
    private static final double PLATEAU_SECONDS = 0.4;
    private static final double SPARE_SECONDS = 5;

    private final ShotContext context;

    Monitoring(ShotContext context) {
        this.context = context;
    }

    /** How long the field is recorded before and after a ramp. */
    static double plateauSeconds(RigFacts rig) {
        double after = rig.monitorApertureSeconds().isPresent() ? PLATEAU_SECONDS : 0;
        return rig.isTriggerShared() ? after : 2 * after;
    }

    void begin(Conduct conduct) throws InterruptedException {
        if (context.roles().monitor().isEmpty()) {
            return;
        }
        FieldMonitor monitor = context.roles().monitor().get();
        double aperture = context.rig().monitorApertureSeconds().orElseThrow();
        double whole = context.plan().sweep().durationSeconds() + 2 * PLATEAU_SECONDS + SPARE_SECONDS;
        boolean isTriggered = context.rig().isTriggerShared();
        Sampling sampling =
                new Sampling(INTERVAL_SECONDS, aperture, (int) Math.ceil(whole / INTERVAL_SECONDS), isTriggered);
        Started started = Started.of(monitor, "field monitor", sampling, context.within(), conduct);
        context.notes().monitorSent(started.middleSeconds());
        conduct.tell(new SendMarked(started.afterSeconds(), Acquisition.mark(number()), started.beforeSeconds()));
        if (!isTriggered) {
            conduct.pause(PLATEAU_SECONDS);
        }
    }

    void drain(Conduct conduct) {
        context.roles().monitor().ifPresent(monitor -> drain(monitor, conduct));
    }

    private void drain(FieldMonitor monitor, Conduct conduct) {
        SampleBlock block = monitor.drain(context.within());
        Losses.tell(conduct, "field monitor", context.notes().addMonitored(block), block);
        if (block.size() > 0) {
            conduct.tell(new BlockTaken(
                    conduct.seconds(),
                    ShotContext.FIELD,
                    number(),
                    block,
                    monitor.capability().rawUnit()));
        }
    }

    void end(Conduct conduct) throws InterruptedException {
        if (context.roles().monitor().isEmpty()) {
            return;
        }
        conduct.pause(PLATEAU_SECONDS);
        drain(conduct);
        context.roles().monitor().get().stop(context.within());
    }

    /**
     * How long the ramp took on the monitor's own clock, from its middle 80 %; empty where no monitor saw it. A first look
     * for the guard; the analysis fits the ramp.
     */
    OptionalDouble rampSeconds() {
        return context.shot().initialTesla() == context.shot().finalTesla()
                ? OptionalDouble.empty()
                : context.notes().monitorTrace().map(Monitoring::rampSeconds).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble rampSeconds(Trace trace) {
        double[] raw = trace.raw();
        double from = raw[0];
        double all = raw[raw.length - 1] - from;
        int begin = firstBeyond(raw, from, 0.1 * all);
        int end = firstBeyond(raw, from, 0.9 * all);
        return end > begin ? OptionalDouble.of((end - begin) * trace.intervalSeconds() / 0.8) : OptionalDouble.empty();
    }

    private static int firstBeyond(double[] raw, double from, double step) {
        int index = 0;
        // A missing reading is none beyond.
        while (index < raw.length && !((raw[index] - from) * Math.signum(step) >= Math.abs(step))) {
            index++;
        }
        return index;
    }

    private int number() {
        return number(context.number());
    }

    static int number(int shot) {
        return 2 * shot;
    }
}
