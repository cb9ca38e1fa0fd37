package org.fieldfall.app.cli;

import java.nio.file.Path;
import org.fieldfall.app.drill.DrillResult;
import org.fieldfall.app.drill.DrillTable;

/** The results of a drill as one JSON object. */
record DrillJson(DrillTable table) {

    String text(Path folder) {
        return new Json()
                .put("source", "simulator")
                .put("folder", folder)
                .put("as_due", table.failed().isEmpty())
                .put("cases", table.results().stream().map(DrillJson::of).toList())
                .toString();
    }

    private static Json of(DrillResult result) {
        return new Json()
                .put("fault", result.drilled().fault().what())
                .put("phase", result.drilled().phase())
                .put("staged", result.drilled().fault().toString())
                .put("outcome", result.outcome().word())
                .put("ended_in", result.phase())
                .put("happened_s", result.happenedSeconds())
                .put("noticed_after_s", result.noticedSeconds())
                .put("seconds_to_safe_s", result.safeSeconds())
                .put("limit_s", result.limitSeconds())
                .put("true_field_t", result.trueTesla())
                .put("exit_code", result.exitCode())
                .put("as_due", result.isAsDue())
                .put("why", result.why())
                .put("complaints", result.complaints())
                .put("command", result.command());
    }
}
