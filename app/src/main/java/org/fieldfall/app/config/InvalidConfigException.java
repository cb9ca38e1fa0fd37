package org.fieldfall.app.config;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The configuration cannot be used. Carries every problem of every file that was read for the task. */
public final class InvalidConfigException extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidConfigException(List<Problem> problems) {
        super(report(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String report(List<Problem> problems) {
        var count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(Problem::toString)
                .collect(joining("\n  ", "configuration: " + count + "\n  ", ""));
    }
}
