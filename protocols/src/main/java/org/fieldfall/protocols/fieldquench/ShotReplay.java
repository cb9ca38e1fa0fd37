package org.fieldfall.protocols.fieldquench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;

/** Takes down one shot's notes again from the events it left in a record. */
final class ShotReplay {

    private final PerformedShot shot;
    private final Crystal crystal;
    private final RigFacts facts;
    private final Map<String, FigureFound> figures = new HashMap<>();
    private final List<Double> zeroReadings = new ArrayList<>();
    private Optional<SendMarked> heaterOn = Optional.empty();
    private double watts = Double.NaN;

    ShotReplay(PerformedShot shot, Crystal crystal, RigFacts facts) {
        this.shot = shot;
        this.crystal = crystal;
        this.facts = facts;
    }

    PerformedShot shot() {
        return shot;
    }

    private ShotNotes notes() {
        return shot.notes();
    }

    /** Meters are told apart by the numbers of their acquisitions, in whatever phase they are drained. */
    void take(BlockTaken taken) {
        if (taken.acquisition() == Acquisition.number(shot.number())) {
            notes().add(taken.block());
        } else if (taken.acquisition() == Monitoring.number(shot.number())) {
            notes().addMonitored(taken.block());
        }
    }

    /** @param phase the shot's own name of the phase in which this happened */
    void heard(String phase, RunEvent event) {
        if (event instanceof SendMarked sent) {
            sent(phase, sent);
        } else if (event instanceof ScalarRead read) {
            read(phase, read);
        } else if (event instanceof FigureFound found) {
            found(found);
        } else if (event instanceof PredictionMade made && made.name().equals(Relax.TWO_WELL)) {
            predict();
        } else if (event instanceof Remark remark && remark.text().equals(Sweep.AT_LIMIT)) {
            notes().sawCompliance();
        } else if (event instanceof PhaseEnded ended && phase.equals(Arm.NAME) && ended.quality() != Quality.FAILED) {
            notes().endBaseline();
        }
    }

    private void sent(String phase, SendMarked sent) {
        double middle = (sent.beforeSeconds() + sent.rigSeconds()) / 2;
        if (sent.mark().equals(Acquisition.mark(Acquisition.number(shot.number())))) {
            notes().acquisitionSent(middle);
        } else if (sent.mark().equals(Acquisition.mark(Monitoring.number(shot.number())))) {
            notes().monitorSent(middle);
        } else if (sent.mark().equals(Sweep.MARK)) {
            notes().sweepSent(sent.rigSeconds());
        } else if (phase.equals(Heat.NAME)) {
            pulse(sent);
        }
    }

    /** Pulses in other phases, which look whether a switch is open, are not what the shot is for. */
    private void pulse(SendMarked sent) {
        if (sent.mark().equals(Heat.ON)) {
            heaterOn = Optional.of(sent);
        } else if (sent.mark().equals(Heat.OFF)) {
            heaterOn.ifPresent(on -> notes().pulse(new ShotNotes.PulseNotes(
                    on.rigSeconds(), sent.beforeSeconds(), Heat.TIME_SIGMA_SECONDS, watts)));
        }
    }

    private void read(String phase, ScalarRead read) {
        if (phase.equals(Sweep.NAME) && read.channel().equals(ShotContext.FIELD)) {
            FieldReading field = new FieldReading(read.raw(), read.value());
            if (Double.isNaN(notes().sweepSentSeconds())) {
                notes().fieldBefore(field);
            } else {
                notes().fieldAfter(field);
            }
        } else if (phase.equals(Arm.NAME) && isGlance(read)) {
            notes().glanced(read.rigSeconds(), read.raw());
        } else if (phase.equals(Heat.NAME) && read.channel().equals(Heat.POWER)) {
            watts = read.value();
        } else if (phase.equals(ZeroCheck.NAME) && read.channel().equals(ZeroCheck.CHANNEL)) {
            zeroReadings.add(read.value());
            checkZero();
        }
    }

    /** A single reading before the acquisition is none. */
    private boolean isGlance(ScalarRead read) {
        return facts.thermometer().isDrainedAfterStop()
                && read.channel().equals(ShotContext.TEMPERATURE)
                && !Double.isNaN(notes().acquisitionSentSeconds());
    }

    private void checkZero() {
        int each = shot.shot().reversal().map(ZeroCheck::readings).orElse(0);
        if (each > 0 && zeroReadings.size() == 3 * each) {
            double[] all =
                    zeroReadings.stream().mapToDouble(Double::doubleValue).toArray();
            notes().zeroCheck(ShotNotes.ZeroCheckNotes.of(
                    part(all, 0, each), part(all, each, each), part(all, 2 * each, each)));
        }
    }

    private static double[] part(double[] all, int from, int count) {
        double[] part = new double[count];
        System.arraycopy(all, from, part, 0, count);
        return part;
    }

    private void found(FigureFound found) {
        if (found.name().equals(SpinTrack.WAITED)) {
            notes().waited(found.value());
            return;
        }
        figures.put(found.name(), found);
        if (PopulationFigures.isOne(found)) {
            PopulationFigures.wells(figures, crystal.wells().species().size()).ifPresent(notes()::wells);
            return;
        }
        DriftFigures.fit(figures).ifPresent(notes()::drift);
    }

    /** The theory is asked again: the record keeps where its curve starts, not how well it is known. */
    private void predict() {
        FollowedCourse.of(crystal, facts, notes(), shot.shot().settings()).ifPresent(notes()::prediction);
    }
}
