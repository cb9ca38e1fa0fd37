package org.fieldfall.simulator.scpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Every header an instrument knows and what it does then. Headers are written as in the manuals: {@code
 * [SOURce:]CURRent[:LEVel]?}, capitals for the short form, brackets around what may be left out.
 */
public final class CommandTable {

    private final Map<String, Function<Arguments, Answer>> commands = new HashMap<>();

    /** A command that answers nothing. */
    public CommandTable set(String header, Consumer<Arguments> action) {
        return add(header, arguments -> {
            action.accept(arguments);
            return Answer.NOTHING;
        });
    }

    /** A command without arguments that answers nothing. */
    public CommandTable set(String header, Runnable action) {
        return set(header, arguments -> {
            arguments.atMost(0);
            action.run();
        });
    }

    public CommandTable ask(String header, Function<Arguments, String> question) {
        return add(header, arguments -> Answer.of(question.apply(arguments)));
    }

    public CommandTable ask(String header, Supplier<String> question) {
        return ask(header, arguments -> {
            arguments.atMost(0);
            return question.get();
        });
    }

    /** A query that may have to wait for its answer. */
    public CommandTable await(String header, Function<Arguments, Answer> question) {
        return add(header, question);
    }

    /** Performs one message unit. */
    public Answer perform(MessageUnit unit) {
        Function<Arguments, Answer> command = commands.get(unit.header());
        if (command == null) {
            throw ScpiFault.undefinedHeader();
        }
        return command.apply(unit.arguments());
    }

    private CommandTable add(String header, Function<Arguments, Answer> command) {
        for (String spelling : spellings(header)) {
            if (commands.put(spelling, command) != null) {
                throw new IllegalStateException("the command " + spelling + " is there twice");
            }
        }
        return this;
    }

    /** All ways to write a header, in upper case and without a leading colon. */
    static List<String> spellings(String header) {
        boolean query = header.endsWith("?");
        String body = query ? header.substring(0, header.length() - 1) : header;
        List<String> paths = List.of("");
        for (String node : body.replace("[:", ":[").replace(":]", "]:").split(":", -1)) {
            if (!node.isEmpty()) {
                paths = extended(paths, node);
            }
        }
        return paths.stream().map(path -> query ? path + "?" : path).toList();
    }

    private static List<String> extended(List<String> paths, String node) {
        boolean optional = node.startsWith("[");
        String keyword = node.replaceAll("[\\[\\]]", "");
        List<String> longer = new ArrayList<>(optional ? paths : List.of());
        for (String path : paths) {
            String start = path.isEmpty() ? "" : path + ":";
            longer.add(start + keyword.toUpperCase(Locale.ROOT));
            longer.add(start + Arguments.shortForm(keyword));
        }
        return longer.stream().distinct().toList();
    }
}
