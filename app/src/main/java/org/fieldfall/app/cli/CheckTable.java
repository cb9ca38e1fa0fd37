package org.fieldfall.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.rig.RigReport;
import org.fieldfall.app.rig.RoleReport;

/** The report of a check for a person. */
final class CheckTable {

    private final PrintWriter out;

    CheckTable(PrintWriter out) {
        this.out = out;
    }

    void print(RigReport report) {
        out.println(report.rig() + "  " + report.source());
        report.roles().forEach(this::print);
        out.println();
        report.whole().forEach(this::print);
        out.println("verdict: "
                + switch (report.verdict()) {
                    case FITS -> "all fits";
                    case MISFIT -> "something does not fit";
                    case NO_ANSWER -> "an instrument did not answer";
                });
    }

    private void print(RoleReport role) {
        out.println();
        out.println(role.role() + "  (" + role.instrument() + ", " + role.resource() + ")");
        role.findings().forEach(this::print);
        role.latency()
                .ifPresent(latency -> line(
                        "",
                        "latency",
                        String.format(
                                Locale.ROOT,
                                "%.2f ms p50, %.2f ms p99 of %d answers",
                                millis(latency.p50()),
                                millis(latency.p99()),
                                latency.exchanges())));
    }

    private void print(Finding finding) {
        line(mark(finding), finding.what(), finding.came() + (finding.due().isEmpty() ? "" : "; due " + finding.due()));
    }

    private static String mark(Finding finding) {
        return switch (finding.verdict()) {
            case FITS -> "ok";
            case MISFIT -> "MISFIT";
            case NO_ANSWER -> "SILENT";
        };
    }

    private void line(String mark, String what, String text) {
        out.println(String.format(Locale.ROOT, "  %-7s %-12s %s", mark, what, text));
    }

    private static double millis(Duration time) {
        return time.toNanos() * 1e-6;
    }
}
