package org.fieldfall.protocols.fieldquench;

import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.Outcome;
import org.fieldfall.protocols.sequence.Pace;
import org.fieldfall.protocols.sequence.Phase;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/** Drops the field: starts the loaded program and watches it end. Once started nothing cuts in. */
record Sweep(ShotContext context, Acquisition acquisition, Monitoring monitoring) implements Phase {

    static final String NAME = "sweep";

    /** How the start of the program is marked in the record. */
    static final String MARK = "sweep";

    /** A remark of the record, and a fact to read out of it again. */
    static final String AT_LIMIT = "the supply is at its voltage limit";

    private static final double SPARE_SECONDS = 2;

    private static final double DEADLINE_SECONDS = 30;

    private static final double EXCHANGES_SECONDS = 0.1;

    /** Longer than its deadline no sweep of a plan is: the program would not fit the supply. */
    static Span span(double rampSeconds, RigFacts rig) {
        double seconds = rampSeconds + Monitoring.plateauSeconds(rig);
        return new Span(seconds, seconds + EXCHANGES_SECONDS, Math.max(seconds + EXCHANGES_SECONDS, DEADLINE_SECONDS));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double deadlineSeconds() {
        return DEADLINE_SECONDS;
    }

    @Override
    public void enter(Conduct conduct) {
        conduct.uncut();
        conduct.pace(Pace.REAL);
        acquisition.drain(conduct);
        FieldReading before = context.readField(conduct);
        double due = context.shot().initialTesla();
        if (Math.abs(before.tesla() - due) > context.fieldTolerance(due)) {
            throw new PhaseFailedException(
                    Figure.text("sweep: the field before it is %.4f T, due %.4f T", before.tesla(), due));
        }
        context.notes().fieldBefore(before);
    }

    @Override
    public void perform(Conduct conduct) throws InterruptedException {
        monitoring.begin(conduct);
        double before = conduct.seconds();
        context.supply().start(context.within());
        double after = conduct.seconds();
        context.notes().sweepSent(after);
        conduct.tell(new SendMarked(after, MARK, before));
        watch(conduct, after + context.plan().sweep().durationSeconds() + SPARE_SECONDS);
        monitoring.end(conduct);
    }

    private void watch(Conduct conduct, double deadline) {
        SupplyStatus status = context.supply().status(context.within());
        while (status.isRunning()) {
            if (status.isComplianceLimited() && !context.notes().isComplianceSeen()) {
                context.notes().sawCompliance();
                conduct.tell(new Remark(conduct.seconds(), AT_LIMIT));
            }
            if (conduct.seconds() > deadline) {
                throw new PhaseFailedException(Figure.text(
                        "sweep: the program of %g s still runs %g s after its start",
                        context.plan().sweep().durationSeconds(),
                        conduct.seconds() - deadline + context.plan().sweep().durationSeconds() + SPARE_SECONDS));
            }
            acquisition.drain(conduct);
            monitoring.drain(conduct);
            status = context.supply().status(context.within());
        }
    }

    private void tellRate(Conduct conduct) {
        double isLimited = context.notes().isComplianceSeen() ? 1 : 0;
        conduct.tell(new ScalarRead(conduct.seconds(), ShotContext.COMPLIANCE, isLimited, "", isLimited, ""));
        double asked = Math.abs(context.shot().finalTesla() - context.shot().initialTesla())
                / context.shot().rateTeslaPerSecond();
        monitoring.rampSeconds().ifPresent(taken -> {
            double share = asked / taken;
            conduct.tell(new ScalarRead(conduct.seconds(), ShotContext.RATE_REACHED, taken, "s", share, ""));
        });
    }

    @Override
    public Outcome leave(Conduct conduct) {
        FieldReading after = context.readField(conduct);
        context.notes().fieldAfter(after);
        double due = context.shot().finalTesla();
        if (Math.abs(after.tesla() - due) > context.fieldTolerance(due)) {
            throw new PhaseFailedException(
                    Figure.text("sweep: the field ended at %.4f T, due %.4f T", after.tesla(), due));
        }
        tellRate(conduct);
        if (context.notes().isComplianceSeen()) {
            return Outcome.marked("the supply was at its voltage limit: the asked rate was not reached");
        }
        return Outcome.good(Figure.text("field at %.4f T", after.tesla()));
    }
}
