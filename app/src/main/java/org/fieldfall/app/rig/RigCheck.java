package org.fieldfall.app.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.model.Finding.Verdict;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.LineStatistics;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentException;
import org.fieldfall.protocols.instrument.LineLostException;
import org.fieldfall.protocols.instrument.NoReplyException;

/**
 * Opens every instrument of a rig, asks who it is and how fast it answers, and compares it with the rig file. It sends
 * questions only. Each role is tried by itself within its own time, so that one that hangs does not spare the next.
 */
public final class RigCheck {

    private static final Duration TO_ANSWER = Duration.ofSeconds(8);

    private final RigConfig rig;
    private final CalibrationCurve curve;
    private final int questions;
    private final Set<String> timed = new HashSet<>();

    /** @param questions how often each line is asked, to know its latency */
    public RigCheck(RigConfig rig, CalibrationCurve curve, int questions) {
        this.rig = rig;
        this.curve = curve;
        this.questions = questions;
    }

    /** @param simulated resource of each role where the simulator opened the lines; empty otherwise */
    public RigReport perform(Map<String, String> simulated) {
        return perform(simulated, Optional.empty(), role -> {});
    }

    /**
     * @param simulated resource of each role where the simulator opened the lines; empty otherwise
     * @param captures takes what is said on the lines, if it is to be kept
     * @param progress hears which role is asked next
     */
    public RigReport perform(
            Map<String, String> simulated, Optional<WireCaptures> captures, Consumer<String> progress) {
        try (RigLines lines = new RigLines(rig, simulated, captures)) {
            var reports = new ArrayList<RoleReport>();
            var roles = new RoleChecks(rig, new RigDrivers(rig, lines), curve).all();
            roles.forEach((role, opening) -> {
                progress.accept((reports.size() + 1) + " of " + roles.size() + ": " + role);
                reports.add(report(role, opening, lines));
            });
            return whole(reports);
        }
    }

    private RoleReport report(String role, Supplier<RoleCheck> opening, RigLines lines) {
        String instrument = rig.roles().instruments().getOrDefault(role, "");
        List<Finding> findings = new ArrayList<>();
        Optional<Identity> identity = Optional.empty();
        try {
            RoleCheck check = opening.get();
            Identity found = check.identify(TO_ANSWER);
            identity = Optional.of(found);
            lines.expect(instrument, found, () -> check.identify(TO_ANSWER));
            findings.add(new Finding("identity", found.toString(), "", Verdict.FITS));
            askAgain(instrument, check);
            findings.addAll(check.readings(TO_ANSWER));
        } catch (InstrumentException failed) {
            findings.add(failure(failed));
        }
        findings.addAll(new Ratings(rig, curve).of(role));
        return new RoleReport(
                role,
                instrument,
                lines.resources().getOrDefault(role, ""),
                identity,
                lines.find(instrument).map(Line::statistics).flatMap(LineStatistics::latency),
                findings);
    }

    /** Roles of one instrument share its line, which is timed once. */
    private void askAgain(String instrument, RoleCheck check) {
        if (timed.add(instrument)) {
            for (int asked = 1; asked < questions; asked++) {
                check.identify(TO_ANSWER);
            }
        }
    }

    private static Finding failure(InstrumentException failed) {
        boolean isSilent = failed instanceof NoReplyException || failed instanceof LineLostException;
        return new Finding(
                isSilent ? "line" : "instrument",
                String.valueOf(failed.getMessage()),
                "",
                isSilent ? Verdict.NO_ANSWER : Verdict.MISFIT);
    }

    private RigReport whole(List<RoleReport> reports) {
        var numbered = reports.stream()
                .flatMap(report -> report.identity().stream())
                .filter(identity -> !identity.serial().isBlank())
                .toList();
        var simulated = numbered.stream().filter(Identity::isSimulated).count();
        var isMixed = simulated != 0 && simulated != numbered.size();
        var isSimulator = !numbered.isEmpty() && simulated == numbered.size();
        var isPlayed = rig.source() == RigConfig.Source.REPLAY;
        var found =
                isPlayed ? RigConfig.Source.REPLAY : isSimulator ? RigConfig.Source.SIMULATOR : RigConfig.Source.RIG;
        var source = Finding.of(
                "source",
                isMixed ? simulated + " of " + numbered.size() + " simulated" : word(found),
                word(rig.source()),
                !isMixed && (numbered.isEmpty() || found == rig.source()));
        return new RigReport(rig.name(), found, reports, List.of(source));
    }

    private static String word(RigConfig.Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
