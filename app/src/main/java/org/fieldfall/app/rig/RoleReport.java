package org.fieldfall.app.rig;

import java.util.List;
import java.util.Optional;
import org.fieldfall.app.model.Finding;
import org.fieldfall.drivers.transport.LineStatistics.Latency;
import org.fieldfall.protocols.instrument.Identity;

/**
 * What a check found of the instrument behind one role.
 *
 * @param identity empty where it told none
 * @param latency of the questions it answered; empty where it answered none
 */
public record RoleReport(
        String role,
        String instrument,
        String resource,
        Optional<Identity> identity,
        Optional<Latency> latency,
        List<Finding> findings) {

    public RoleReport {
        findings = List.copyOf(findings);
    }
}
