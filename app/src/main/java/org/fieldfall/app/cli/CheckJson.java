package org.fieldfall.app.cli;

import java.util.Locale;
import java.util.Optional;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.rig.RigReport;
import org.fieldfall.app.rig.RoleReport;
import org.fieldfall.drivers.transport.LineStatistics.Latency;
import org.fieldfall.protocols.instrument.Identity;

/** The report of a check as an object. */
final class CheckJson {

    private CheckJson() {}

    static Json of(RigReport report) {
        return new Json()
                .put("rig", report.rig())
                .put("source", report.source().name().toLowerCase(Locale.ROOT))
                .put("verdict", report.verdict())
                .put("roles", report.roles().stream().map(CheckJson::role).toList())
                .put("findings", report.whole().stream().map(CheckJson::finding).toList());
    }

    private static Json role(RoleReport role) {
        return new Json()
                .put("role", role.role())
                .put("instrument", role.instrument())
                .put("resource", role.resource())
                .put("identity", role.identity().map(CheckJson::identity))
                .put("latency", role.latency().map(CheckJson::latency))
                .put(
                        "findings",
                        role.findings().stream().map(CheckJson::finding).toList());
    }

    private static Json identity(Identity identity) {
        return new Json()
                .put("maker", identity.maker())
                .put("model", identity.model())
                .put("serial", identity.serial())
                .put("firmware", identity.firmware());
    }

    private static Json latency(Latency latency) {
        return new Json()
                .put("answers", latency.exchanges())
                .put("p50_s", latency.p50().toNanos() * 1e-9)
                .put("p99_s", latency.p99().toNanos() * 1e-9)
                .put("longest_s", latency.longest().toNanos() * 1e-9);
    }

    private static Json finding(Finding finding) {
        return new Json()
                .put("what", finding.what())
                .put("came", finding.came())
                .put("due", Optional.of(finding.due()).filter(due -> !due.isEmpty()))
                .put("verdict", finding.verdict());
    }
}
