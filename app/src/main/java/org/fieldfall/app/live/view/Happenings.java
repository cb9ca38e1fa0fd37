package org.fieldfall.app.live.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.run.SafeStateStep;

/** What happened in a run but its readings: phases, acts and words, lines, the way to safety, the end. Used by one thread. */
final class Happenings implements RunListener {

    private static final int MOST_WORDS = 50;
    private static final int MOST_PHASES = 400;
    private static final int MOST_LINES = 100;

    private final Deque<PhaseSeen> phases = new ArrayDeque<>();
    private final Deque<Map<String, Object>> words = new ArrayDeque<>();
    private final Deque<Map<String, Object>> safeSteps = new ArrayDeque<>();
    private final Map<String, LineChanged> lines = new LinkedHashMap<>();
    private final Map<String, LineTimed> timed = new LinkedHashMap<>();
    private Optional<RecordTroubled> record = Optional.empty();
    private Optional<RunEnded> end = Optional.empty();
    private boolean isHeld;
    private boolean isStopping;

    /** @param ended NaN while it goes on */
    private record PhaseSeen(String name, double began, double deadline, double ended, String quality, String why) {

        Map<String, Object> json() {
            return new Body()
                    .put("name", name)
                    .put("began_rig_s", began)
                    .put("deadline_rig_s", deadline)
                    .put("ended_rig_s", ended)
                    .put("quality", quality)
                    .put("why", why)
                    .values();
        }
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            double deadline = started.rigSeconds() + started.deadlineSeconds();
            keep(
                    phases,
                    new PhaseSeen(started.phase(), started.rigSeconds(), deadline, Double.NaN, "", ""),
                    MOST_PHASES);
        } else if (event instanceof PhaseEnded ended) {
            end(ended);
        } else if (event instanceof OperatorActed acted) {
            isStopping |= acted.act().equals("stop") || acted.act().equals("emergency");
            say(event, acted.act(), acted.who(), "");
        } else if (event instanceof OperatorSaid said) {
            say(event, said.about().isEmpty() ? "note" : "ack " + said.about(), said.who(), said.text());
        } else if (event instanceof Remark remark) {
            remark(remark);
        } else if (event instanceof LineChanged changed) {
            line(changed);
        } else if (event instanceof LineTimed told
                && (timed.size() < MOST_LINES || timed.containsKey(told.resource()))) {
            timed.merge(told.resource(), told, (before, now) -> now.after(before));
        } else if (event instanceof SafeStateStep step) {
            isStopping = true;
            keep(safeSteps, json(step), MOST_WORDS);
        } else if (event instanceof RecordTroubled troubled) {
            record = Optional.of(troubled);
        } else if (event instanceof RunEnded ended) {
            end = Optional.of(ended);
        }
    }

    private void end(PhaseEnded ended) {
        PhaseSeen last = phases.peekLast();
        boolean isKnown = last != null && last.name.equals(ended.phase()) && Double.isNaN(last.ended);
        double began = isKnown ? phases.removeLast().began : Double.NaN;
        double deadline = isKnown && last != null ? last.deadline : Double.NaN;
        String quality = ended.quality().name().toLowerCase(Locale.ROOT);
        keep(
                phases,
                new PhaseSeen(ended.phase(), began, deadline, ended.rigSeconds(), quality, ended.why()),
                MOST_PHASES);
    }

    private void remark(Remark remark) {
        // The sequencer's own words; there is no event of its own for a hold.
        if (remark.text().startsWith("HELD in ")) {
            isHeld = true;
        } else if (remark.text().contains(" goes on after ")) {
            isHeld = false;
        }
        say(remark, "remark", "", remark.text());
    }

    private void line(LineChanged changed) {
        lines.remove(changed.line());
        lines.put(changed.line(), changed);
        if (lines.size() > MOST_LINES) {
            lines.remove(lines.keySet().iterator().next());
        }
        say(changed, "line " + changed.state().name().toLowerCase(Locale.ROOT), changed.line(), changed.why());
    }

    private void say(RunEvent event, String kind, String who, String text) {
        keep(
                words,
                new Body()
                        .put("rig_s", event.rigSeconds())
                        .put("kind", kind)
                        .put("who", who)
                        .put("text", text)
                        .values(),
                MOST_WORDS);
    }

    private static <T> void keep(Deque<T> row, T item, int most) {
        row.addLast(item);
        if (row.size() > most) {
            row.removeFirst();
        }
    }

    private static Map<String, Object> json(SafeStateStep step) {
        return new Body()
                .put("rig_s", step.rigSeconds())
                .put("instrument", step.instrument())
                .put("command", step.command())
                .put("readback", step.readback())
                .put("is_safe", step.isSafe())
                .values();
    }

    /** {@code waiting}, {@code running}, {@code held}, {@code stopping}, or how it ended: {@code success}, {@code failed} … */
    String status() {
        if (end.isPresent()) {
            return end.get().status();
        }
        if (isStopping) {
            return "stopping";
        }
        return isHeld ? "held" : phases.isEmpty() ? "waiting" : "running";
    }

    /** Its whole name; empty between phases. */
    String phase() {
        PhaseSeen last = phases.peekLast();
        return last == null || !Double.isNaN(last.ended) || end.isPresent() ? "" : last.name;
    }

    /** Rig time at which the last phase began; NaN before. */
    double phaseBegan() {
        PhaseSeen last = phases.peekLast();
        return last == null ? Double.NaN : last.began;
    }

    Optional<RunEnded> end() {
        return end;
    }

    List<Map<String, Object>> phases() {
        return phases.stream().map(PhaseSeen::json).toList();
    }

    List<Map<String, Object>> words() {
        return new ArrayList<>(words);
    }

    List<Map<String, Object>> safeSteps() {
        return new ArrayList<>(safeSteps);
    }

    /** Of the lines that something happened to. */
    Map<String, LineChanged> lines() {
        return lines;
    }

    /** How the line to a resource did so far, its median of late; empty before it was told of. */
    Optional<LineTimed> timed(String resource) {
        return Optional.ofNullable(timed.get(resource));
    }

    static boolean isUsable(LineState state) {
        return state == LineState.BACK || state == LineState.ANSWERING;
    }

    Map<String, Object> record() {
        return new Body()
                .put(
                        "state",
                        record.map(r -> r.state().name().toLowerCase(Locale.ROOT))
                                .orElse("writing"))
                .put("report", record.map(RecordTroubled::report).orElse(""))
                .values();
    }
}
