package org.fieldfall.app.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The results as tables for people and programs. */
public record DrillTable(List<DrillResult> results) {

    private static final String HEAD = "fault,phase,staged,outcome,ended_in,happened_s,noticed_after_s,"
            + "seconds_to_safe,limit_s,true_field_t,exit_code,as_due,why,complaints";

    public DrillTable {
        results = List.copyOf(results);
    }

    /** One line a case. */
    public String csv() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (DrillResult result : results) {
            text.append(String.join(",", cells(result))).append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(DrillResult result) {
        return List.of(
                result.drilled().fault().what(),
                result.drilled().phase(),
                result.drilled().fault().toString(),
                result.outcome().word(),
                result.phase(),
                number("%.4f", result.happenedSeconds()),
                number("%.3f", result.noticedSeconds()),
                number("%.3f", result.safeSeconds()),
                String.format(Locale.ROOT, "%.1f", result.limitSeconds()),
                number("%.5f", result.trueTesla()),
                String.valueOf(result.exitCode()),
                String.valueOf(result.isAsDue()),
                quoted(result.why()),
                quoted(String.join("; ", result.complaints())));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replaceAll("\\R", " ") + '"';
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
    }

    /** A line a fault, a column a phase: what happened and the seconds to safe; what was not as due after it. */
    public String markdown(String title) {
        List<String> phases = results.stream()
                .map(result -> result.drilled().phase())
                .distinct()
                .sorted(Comparator.comparingInt(DrillCase.PHASES::indexOf))
                .toList();
        StringBuilder text = new StringBuilder("# ").append(title).append("\n\n");
        text.append("In brackets: seconds from the end of the last phase to the end of the way to safety.\n\n");
        text.append("| fault | ").append(String.join(" | ", phases)).append(" |\n");
        text.append("|---".repeat(phases.size() + 1)).append("|\n");
        byFault().forEach((fault, row) -> {
            text.append("| `").append(fault).append("` |");
            phases.forEach(phase ->
                    text.append(' ').append(row.getOrDefault(phase, "")).append(" |"));
            text.append('\n');
        });
        text.append('\n').append(summary()).append("\n");
        failed().forEach(line -> text.append("\n- ").append(line));
        return text.append('\n').toString();
    }

    private Map<String, Map<String, String>> byFault() {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (DrillResult result : results) {
            String safe = number(" (%.1f)", result.safeSeconds());
            rows.computeIfAbsent(result.drilled().fault().what(), fault -> new LinkedHashMap<>())
                    .put(result.drilled().phase(), result.told() + safe + (result.isAsDue() ? "" : " **NOT AS DUE**"));
        }
        return rows;
    }

    /** How many, in a sentence. */
    public String summary() {
        long wrong = results.stream().filter(result -> !result.isAsDue()).count();
        return wrong == 0
                ? "All " + results.size() + " cases ended as was due."
                : wrong + " of " + results.size() + " cases did not end as was due.";
    }

    /** Each case that was not as due: what it was, what was wrong, how to repeat it. */
    public List<String> failed() {
        List<String> lines = new ArrayList<>();
        for (DrillResult result : results) {
            if (!result.isAsDue()) {
                lines.add(result.drilled().fault() + ": " + result.told() + "; "
                        + String.join("; ", result.complaints())
                        + (result.why().isEmpty() ? "" : "; the run said: " + result.why()) + " -- `"
                        + result.command() + "`");
            }
        }
        return lines;
    }
}
