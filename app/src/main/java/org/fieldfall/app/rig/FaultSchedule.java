package org.fieldfall.app.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SendMarked;
import org.fieldfall.simulator.Fault;
import org.fieldfall.simulator.VirtualRig;

/**
 * Stages the faults of a dry run: hears where the run is, gives the simulator the world time each is due at, and writes
 * what was staged and what happened into the record, so that nobody takes it for the instruments' own. Used by the run's
 * thread alone.
 */
public final class FaultSchedule implements RunListener {

    private static final String MARK = "SIMULATOR";
    private static final String SWEEP_MARK = "sweep";
    private static final Pattern HAPPENED = Pattern.compile(MARK + ": .* happened at ([0-9.]+) s");

    private final VirtualRig simulator;
    private final List<StagedFault> waiting;
    private final int phases;
    private final RunListener record;
    private final Runnable fillDisk;
    private final Map<Fault, StagedFault> staged = new HashMap<>();
    private final List<Due> ofHost = new ArrayList<>();
    private int ended;

    /** A fault that the simulator does not make. */
    private record Due(StagedFault fault, double seconds) {}

    /**
     * @param phases how many the run has
     * @param record takes the remarks
     * @param fillDisk lets the disk be full
     */
    FaultSchedule(VirtualRig simulator, List<StagedFault> faults, int phases, RunListener record, Runnable fillDisk) {
        this.simulator = simulator;
        this.waiting = new ArrayList<>(faults);
        this.phases = phases;
        this.record = record;
        this.fillDisk = fillDisk;
    }

    /** Whether a record's remark tells of a staged fault. */
    public static boolean isOfFault(Remark remark) {
        return remark.text().startsWith(MARK);
    }

    /** Rig time at which a staged fault happened, if that is what a remark tells. */
    public static OptionalDouble happened(Remark remark) {
        Matcher told = HAPPENED.matcher(remark.text());
        return told.matches()
                ? OptionalDouble.of(Double.parseDouble(String.valueOf(told.group(1))))
                : OptionalDouble.empty();
    }

    /** Stages what is due at the start and what has no phase to wait for. */
    public void begin() {
        anchor(StagedFault.START, simulator.seconds());
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            anchor(bare(started.phase()), started.rigSeconds());
        } else if (event instanceof SendMarked sent && sent.mark().equals(SWEEP_MARK)) {
            anchor(StagedFault.RAMP, sent.rigSeconds());
        } else if (event instanceof PhaseEnded over) {
            ended++;
            if (over.quality() == Quality.FAILED || ended == phases) {
                anchor(StagedFault.STOPPING, over.rigSeconds());
            }
        }
        fillDisk(event.rigSeconds());
        tell();
    }

    /** Tells the record what has happened since it was told last. */
    public void tell() {
        for (Fault.Struck struck : simulator.struck()) {
            Optional.ofNullable(staged.get(struck.fault()))
                    .ifPresent(fault ->
                            remark(Figure.text(MARK + ": the staged %s happened at %.4f s", fault, struck.seconds())));
        }
    }

    /** Without the label of its shot. */
    private static String bare(String phase) {
        return phase.substring(phase.lastIndexOf(' ') + 1);
    }

    private void anchor(String name, double seconds) {
        for (Iterator<StagedFault> left = waiting.iterator(); left.hasNext(); ) {
            StagedFault fault = left.next();
            if (fault.anchor().orElse(StagedFault.START).equals(name)) {
                left.remove();
                stage(fault, seconds + fault.offsetSeconds());
            }
        }
    }

    private void stage(StagedFault fault, double dueSeconds) {
        if (fault.kind().isPresent()) {
            Fault asked = new Fault(fault.kind().get(), fault.role(), fault.lastsSeconds());
            staged.put(asked, fault);
            simulator.stage(asked, dueSeconds);
        } else {
            ofHost.add(new Due(fault, dueSeconds));
        }
        remark(Figure.text(MARK + " staged %s, due at %.4f s", fault, dueSeconds));
    }

    private void fillDisk(double nowSeconds) {
        for (Iterator<Due> left = ofHost.iterator(); left.hasNext(); ) {
            Due due = left.next();
            if (due.seconds <= nowSeconds) {
                left.remove();
                fillDisk.run();
                remark(Figure.text(MARK + ": the staged %s happened at %.4f s", due.fault, nowSeconds));
            }
        }
    }

    private void remark(String text) {
        record.heard(new Remark(simulator.seconds(), text));
    }
}
