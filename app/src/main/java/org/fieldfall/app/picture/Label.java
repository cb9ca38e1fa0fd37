package org.fieldfall.app.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A short text of a picture, as physics is written: upright or italic, on the line, below or above it. */
public record Label(List<Run> runs) {

    private static final Pattern PART =
            Pattern.compile("\\*(?<italic>[^*]+)\\*|_\\{(?<below>[^}]+)}|\\^\\{(?<above>[^}]+)}|(?<plain>[^*_^]+|.)");

    /** Letters of one kind. */
    public record Run(String text, boolean isItalic, Level level) {}

    /** Where letters stand. */
    public enum Level {
        LINE,
        BELOW,
        ABOVE
    }

    public Label {
        runs = List.copyOf(runs);
    }

    /** Reads {@code *T*_{i}} as an italic T with an index, {@code 10^{3}} as a power. */
    public static Label of(String markup) {
        var runs = new ArrayList<Run>();
        var parts = PART.matcher(markup);
        while (parts.find()) {
            if (parts.group("italic") != null) {
                runs.add(new Run(parts.group("italic"), true, Level.LINE));
            } else if (parts.group("below") != null) {
                runs.add(new Run(parts.group("below"), false, Level.BELOW));
            } else if (parts.group("above") != null) {
                runs.add(new Run(parts.group("above"), false, Level.ABOVE));
            } else {
                runs.add(new Run(parts.group(), false, Level.LINE));
            }
        }
        return new Label(runs);
    }

    /** The text as it is. */
    public static Label plain(String text) {
        return new Label(List.of(new Run(text, false, Level.LINE)));
    }

    public Label plus(Label other) {
        var all = new ArrayList<>(runs);
        all.addAll(other.runs);
        return new Label(all);
    }

    /** Its letters alone. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
