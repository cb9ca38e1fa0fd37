package org.fieldfall.app.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldfall.app.store.LogEntry;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;

/** Puts the events of a log into words, one after the other. Readings are summed up where their phase ends. */
final class Course {

    private final double startSeconds;
    private final Clocks clocks;
    private final Consumer<Moment> told;
    private final Map<String, Boolean> safety = new LinkedHashMap<>();
    private Optional<PhaseStarted> phase = Optional.empty();
    private PhaseReadings readings = new PhaseReadings();
    private boolean isOnTheWayToSafety;
    private double lastSeconds;
    private Instant lastWall = Instant.EPOCH;

    /**
     * @param startSeconds rig time at which the run began
     * @param isSimulated the rig's clock may run ahead of the wall's
     */
    Course(double startSeconds, boolean isSimulated, Consumer<Moment> told) {
        this.startSeconds = startSeconds;
        this.clocks = new Clocks(isSimulated);
        this.told = told;
        this.lastSeconds = startSeconds;
    }

    void heard(LogEntry entry) {
        RunEvent event = entry.event();
        clocks.jump(event.rigSeconds(), entry.wall())
                .ifPresent(jump -> tell("clock", true, event.rigSeconds(), entry.wall(), jump));
        lastSeconds = event.rigSeconds();
        lastWall = entry.wall();
        if (event instanceof ScalarRead read) {
            readings.heard(read);
        } else if (event instanceof BlockTaken taken) {
            readings.heard(taken);
        } else if (event instanceof RowsTaken taken) {
            readings.heard(taken);
        } else if (!(event instanceof LineTimed)) {
            happened(event);
        }
    }

    private void happened(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            begin(started);
        } else if (event instanceof PhaseEnded ended) {
            end(ended);
        } else if (event instanceof SendMarked sent) {
            tell("send", false, sent(sent));
        } else if (event instanceof PredictionMade made) {
            tell("figure", false, predicted(made));
        } else if (event instanceof GuardTripped guard) {
            tell("guard", true, tripped(guard));
        } else if (event instanceof OperatorActed acted) {
            tell("operator", true, acted.act() + " was asked for by " + acted.who());
        } else if (event instanceof OperatorSaid said) {
            tell("operator", false, said(said));
        } else if (event instanceof SafeStateStep step) {
            stepped(step);
        } else if (event instanceof LineChanged line) {
            tell("line", true, changed(line));
        } else if (event instanceof RecordTroubled trouble) {
            tell("record", true, recorded(trouble));
        } else if (event instanceof Remark remark) {
            tell("remark", false, remark.text());
        } else if (event instanceof RunEnded ended) {
            ended(ended);
        } else if (event instanceof FigureFound found) {
            readings.heard(found);
        } else {
            tell("remark", false, event.toString());
        }
    }

    private void begin(PhaseStarted started) {
        phase = Optional.of(started);
        readings = new PhaseReadings();
        tell(
                "phase",
                false,
                Figure.text("%s begins; it must end within %g s", started.phase(), started.deadlineSeconds()));
    }

    private void end(PhaseEnded ended) {
        String mark = ended.quality() == Quality.GOOD ? "done" : ended.quality().name();
        String time = phase.map(started -> Figure.text(
                        " after %.1f s of at most %g s",
                        ended.rigSeconds() - started.rigSeconds(), started.deadlineSeconds()))
                .orElse("");
        tell("phase", ended.quality() != Quality.GOOD, ended.phase() + " " + mark + time + ": " + ended.why());
        readings.words().forEach(line -> tell("phase", readings.isTroubled(), "  " + line));
        phase = Optional.empty();
        readings = new PhaseReadings();
    }

    private static String sent(SendMarked sent) {
        return Figure.text(
                "%s sent; it took effect within %.1f ms before this",
                sent.mark(), 1000 * (sent.rigSeconds() - sent.beforeSeconds()));
    }

    private static String predicted(PredictionMade made) {
        int coldest = 0;
        for (int i = 1; i < made.kelvin().length; i++) {
            coldest = made.kelvin()[i] < made.kelvin()[coldest] ? i : coldest;
        }
        return Figure.text(
                "%s prediction: from %.4f K, lowest %.4f K %.1f s after the start of the ramp",
                made.name(), made.kelvin()[0], made.kelvin()[coldest], made.seconds()[coldest] - made.seconds()[0]);
    }

    private static String tripped(GuardTripped guard) {
        String value =
                Double.isNaN(guard.value()) ? "no valid reading" : Figure.text("%g %s", guard.value(), guard.unit());
        return Figure.text(
                "GUARD on %s tripped: %s, limit %g %s; %s",
                guard.guard(), value, guard.limit(), guard.unit(), guard.consequence());
    }

    private static String said(OperatorSaid said) {
        String about = said.about().isEmpty() ? "note" : "guard " + said.about() + " acknowledged";
        return about + " by " + said.who() + ": " + said.text();
    }

    private static String changed(LineChanged line) {
        String state = switch (line.state()) {
            case LOST -> "was lost";
            case BACK -> "came back";
            case REFUSED -> "came back as another instrument and was refused";
            case SILENT -> "fell silent";
            case ANSWERING -> "answers again";
        };
        return "line of " + line.line() + " " + state + (line.why().isEmpty() ? "" : ": " + line.why());
    }

    private static String recorded(RecordTroubled trouble) {
        String state = switch (trouble.state()) {
            case STALLED -> "the disk does not keep up with the record";
            case FAILED -> "the record cannot be written";
            case WRITING -> "the record is being written again";
        };
        return state + ": " + trouble.report();
    }

    private void stepped(SafeStateStep step) {
        if (!isOnTheWayToSafety) {
            isOnTheWayToSafety = true;
            tell("safe", false, "on the way to the safe state, one instrument after the other");
        }
        safety.put(step.instrument(), step.isSafe());
        tell(
                "safe",
                !step.isSafe(),
                step.instrument() + ": " + step.command() + " -> " + step.readback()
                        + (step.isSafe() ? "" : "  NOT SAFE"));
    }

    private void ended(RunEnded ended) {
        tell(
                "safe",
                !ended.isSafe(),
                ended.isSafe()
                        ? "every instrument was seen safe: " + String.join(", ", safety.keySet())
                        : "NOT EVERY INSTRUMENT WAS SEEN SAFE: " + unsafe());
        tell("run", !ended.status().equals("success"), "the run ended, " + ended.status() + ": " + ended.why());
    }

    private String unsafe() {
        String open = String.join(
                ", ",
                safety.entrySet().stream()
                        .filter(entry -> !entry.getValue())
                        .map(Map.Entry::getKey)
                        .toList());
        return open.isEmpty() ? "no proof in the record" : open;
    }

    /**
     * The log is over: what had begun and did not end has to be said.
     *
     * @param isTakenOver the guardian acted in place of the run and has its own words
     */
    void over(boolean isClosed, boolean isTakenOver) {
        phase.ifPresent(started -> {
            readings.words().forEach(line -> tell("phase", readings.isTroubled(), "  " + line));
            tell(
                    "phase",
                    true,
                    Figure.text(
                            "the record ends in the phase %s, %.1f s after it began",
                            started.phase(), lastSeconds - started.rigSeconds()));
        });
        if (!isClosed && !isOnTheWayToSafety && !isTakenOver) {
            tell("safe", true, "the record holds no safe state: nothing proves that the rig was left safe");
        }
    }

    private void tell(String kind, boolean isTrouble, String text) {
        tell(kind, isTrouble, lastSeconds, lastWall, text);
    }

    private void tell(String kind, boolean isTrouble, double rigSeconds, Instant wall, String text) {
        String stamp = wall.equals(Instant.EPOCH) ? "" : wall.toString();
        told.accept(new Moment(rigSeconds - startSeconds, stamp, kind, isTrouble, text));
    }
}
