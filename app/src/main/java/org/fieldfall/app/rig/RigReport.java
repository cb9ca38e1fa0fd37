package org.fieldfall.app.rig;

import java.util.List;
import java.util.stream.Stream;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.model.Finding.Verdict;

/**
 * What a check found of a rig.
 *
 * @param source simulator if every instrument that told a serial number is a simulated one; replay if captures are played
 * @param whole what is no single role's
 */
public record RigReport(String rig, RigConfig.Source source, List<RoleReport> roles, List<Finding> whole) {

    public RigReport {
        roles = List.copyOf(roles);
        whole = List.copyOf(whole);
    }

    /** The worst of all findings. */
    public Verdict verdict() {
        if (findings().anyMatch(finding -> finding.verdict() == Verdict.NO_ANSWER)) {
            return Verdict.NO_ANSWER;
        }
        return findings().allMatch(finding -> finding.verdict() == Verdict.FITS) ? Verdict.FITS : Verdict.MISFIT;
    }

    private Stream<Finding> findings() {
        return Stream.concat(roles.stream().flatMap(role -> role.findings().stream()), whole.stream());
    }
}
