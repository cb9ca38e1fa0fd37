package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.rig.FaultSchedule;
import org.fieldfall.app.run.RunObserver;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.fieldquench.ShotPlan;
import org.fieldfall.protocols.fieldquench.ShotSettings;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;

/** Shows a run on the terminal while it happens: plain lines, at most a few a second. */
final class Progress implements RunObserver {

    private static final long LINE_NANOS = 1_000_000_000L;

    private final PrintWriter out;
    private double relaxSeconds;
    private String phase = "";
    private double phaseStart;
    private double lastTesla = Double.NaN;
    private double lastKelvin = Double.NaN;
    private long lastLine = System.nanoTime() - LINE_NANOS;
    private Optional<PredictionMade> predicted = Optional.empty();
    private double rampEnd = Double.NaN;

    Progress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
        relaxSeconds = shots.stream()
                .filter(shot -> shot.shot().kind().isPredicted())
                .mapToDouble(shot -> shot.shot().settings().relaxSeconds())
                .findFirst()
                .orElse(0);
        shots.forEach(shot -> announce(shot, source));
        line("record: %s", folder);
    }

    private void announce(FieldQuenchShot shot, RigConfig.Source source) {
        ShotSettings settings = shot.shot().settings();
        ShotPlan plan = shot.plan();
        line(
                "%s  %s: %g T to %g T at %g T/s from %g K",
                source.name(),
                shot.shot().kind().word(),
                settings.initialTesla(),
                settings.finalTesla(),
                settings.rateTeslaPerSecond(),
                settings.initialKelvin());
        if (shot.shot().kind().isPredicted()) {
            line(
                    "expected: sudden limit %+.3f K, completed %+.3f K; peak voltage %.2f V; link's time constant %.0f s",
                    plan.suddenKelvin(), plan.completedKelvin(), plan.peakVolts(), plan.linkSeconds());
            plan.warnings().forEach(warning -> line("warning: %s", warning));
        }
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof PhaseStarted started) {
            phase = started.phase();
            phaseStart = started.rigSeconds();
            line("%9.1f s  %-8s begins", started.rigSeconds(), phase);
        } else if (event instanceof PhaseEnded ended) {
            String mark = ended.quality() == Quality.GOOD
                    ? "done"
                    : ended.quality().name().toLowerCase(Locale.ROOT);
            line("%9.1f s  %-8s %s: %s", ended.rigSeconds(), ended.phase(), mark, ended.why());
        } else if (event instanceof ScalarRead read) {
            read(read);
        } else if (event instanceof PredictionMade made) {
            predicted = Optional.of(made);
            rampEnd = made.seconds()[made.seconds().length - 1] - relaxSeconds;
        } else if (event instanceof GuardTripped tripped) {
            line(
                    "%9.1f s  GUARD %s: %g %s, limit %g; %s",
                    tripped.rigSeconds(),
                    tripped.guard(),
                    tripped.value(),
                    tripped.unit(),
                    tripped.limit(),
                    tripped.consequence());
        } else if (event instanceof OperatorActed acted) {
            line("%9.1f s  %s by %s", acted.rigSeconds(), acted.act(), acted.who());
        } else if (event instanceof OperatorSaid said) {
            line(
                    "%9.1f s  %s by %s: %s",
                    said.rigSeconds(),
                    said.about().isEmpty() ? "note" : "guard " + said.about() + " acknowledged",
                    said.who(),
                    said.text());
        } else if (event instanceof Remark remark) {
            line("%9.1f s  %s", remark.rigSeconds(), remark.text());
        } else if (event instanceof SafeStateStep step) {
            line(
                    "%9.1f s  safe     %s: %s, %s%s",
                    step.rigSeconds(),
                    step.instrument(),
                    step.command(),
                    step.readback(),
                    step.isSafe() ? "" : "  NOT SAFE");
        } else if (event instanceof LineChanged changed) {
            line(
                    "%9.1f s  LINE %s %s%s",
                    changed.rigSeconds(),
                    changed.line(),
                    changed.state().name().toLowerCase(Locale.ROOT),
                    changed.why().isEmpty() ? "" : ": " + changed.why());
        } else if (event instanceof Remark remark && FaultSchedule.isOfFault(remark)) {
            line("%9.1f s  %s", remark.rigSeconds(), remark.text());
        } else if (event instanceof RecordTroubled troubled) {
            line("%9.1f s  RECORD %s", troubled.rigSeconds(), troubled.report());
        }
    }

    private void read(ScalarRead read) {
        if (read.channel().equals("field")) {
            lastTesla = read.value();
        } else if (read.channel().equals("sample-temperature")) {
            lastKelvin = read.value();
        }
        if (System.nanoTime() - lastLine >= LINE_NANOS) {
            live(read.rigSeconds());
        }
    }

    private void live(double seconds) {
        line(
                "%9.1f s  %-8s%s%s%s",
                seconds,
                phase,
                shown(" T %.4f K", lastKelvin),
                shown("  B %.4f T", lastTesla),
                Double.isNaN(lastKelvin) ? "" : beside(seconds));
    }

    private static String shown(String format, double value) {
        return Double.isNaN(value) ? "" : Figure.text(format, value);
    }

    private String beside(double seconds) {
        OptionalDouble curve = predicted.map(p -> p.kelvinAt(seconds)).orElse(OptionalDouble.empty());
        if (curve.isEmpty()) {
            return Figure.text("  (%.0f s in this phase)", seconds - phaseStart);
        }
        double expected = curve.getAsDouble();
        return Figure.text(
                "  predicted %.4f K  difference %+.1f mK  %.1f s after the ramp, %.0f s to go",
                expected,
                1000 * (lastKelvin - expected),
                seconds - rampEnd,
                Math.max(0, rampEnd + relaxSeconds - seconds));
    }

    private void line(String format, Object... values) {
        lastLine = System.nanoTime();
        out.println(Figure.text(format, values));
    }
}
