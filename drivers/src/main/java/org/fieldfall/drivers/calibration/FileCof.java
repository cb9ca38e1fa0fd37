package org.fieldfall.drivers.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/**
 * Chebyshev coefficients as a {@code .cof} file: lines {@code Key: value}, a range beginning at each {@code Fit range}.
 * The keys hold the range's number in one place or another, so it is not looked at; blanks and letter case do not matter.
 */
final class FileCof {

    private static final Pattern LINE = Pattern.compile("\\s*([^:]+?)\\s*:\\s*(.*?)\\s*");
    private static final Pattern COEFFICIENT = Pattern.compile("c\\s*\\(\\s*(\\d+)\\s*\\).*");

    private final List<Map<String, String>> ranges = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int announced = -1;

    private FileCof() {}

    static CalibrationCurve parse(String text) {
        return new FileCof().read(text).curve();
    }

    static ChebyshevFit fit(String text) {
        return new FileCof().read(text);
    }

    private ChebyshevFit read(String text) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            take(i + 1, lines.get(i));
        }
        if (ranges.isEmpty() || ranges.size() != announced) {
            problems.add(ranges.size() + " fit ranges found, " + announced + " announced");
        }
        List<ChebyshevRange> fits = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            new RangeLines(i + 1, ranges.get(i), problems).range().ifPresent(fits::add);
        }
        if (!problems.isEmpty()) {
            throw new CalibrationFormatException(problems);
        }
        return new ChebyshevFit(fits);
    }

    private void take(int number, String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            if (!text.isBlank()) {
                problems.add("line " + number + ": \"" + text.strip() + "\" is no line \"Key: value\"");
            }
            return;
        }
        String key = line.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (key.startsWith("number of fit ranges")) {
            announced = RangeLines.whole(line.group(2));
        } else if (key.matches("fit range( \\d+)?")) {
            ranges.add(new TreeMap<>());
        } else if (ranges.isEmpty()) {
            problems.add("line " + number + ": \"" + text.strip() + "\" stands before the first fit range");
        } else {
            put(number, key, line.group(2));
        }
    }

    private void put(int number, String key, String value) {
        Matcher coefficient = COEFFICIENT.matcher(key);
        String name = coefficient.matches() ? "c" + Integer.parseInt(coefficient.group(1)) : RangeLines.name(key);
        if (ranges.get(ranges.size() - 1).put(name, value) != null && !name.isEmpty()) {
            problems.add("line " + number + ": \"" + key + "\" is given twice in one range");
        }
    }
}
