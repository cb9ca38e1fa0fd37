package org.fieldfall.app.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.app.run.ShotSummary;
import org.fieldfall.app.store.Json;

/**
 * The numbers of a summary by name, each with its uncertainty where the summary has one: a number's name with {@code sigma}
 * in it names its uncertainty. Items of lists go by what they are of, so that two summaries can be laid beside each other.
 */
public final class SummaryFigures {

    private static final Pattern ITEM = Pattern.compile("(.*)\\[(\\d+)]\\.(.*)");

    /** What only says which item of a list it is. */
    private static final Pattern WHICH = Pattern.compile("(points at .*: after_ramp_s|shot .*: number)");

    /** What is no figure of the run but of the wires it went over. */
    private static final String OF_LINES = "line_timing";

    private final Map<String, Double> numbers;

    private SummaryFigures(Map<String, Double> numbers) {
        this.numbers = numbers;
    }

    public static SummaryFigures of(ShotSummary summary) {
        return of(Json.leaves(summary));
    }

    /** @param leaves values by their path in the summary's JSON */
    static SummaryFigures of(Map<String, String> leaves) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        leaves.forEach((path, text) -> {
            if (text.matches("[-+0-9.].*|null") && !path.startsWith(OF_LINES)) {
                number(text, named(path, leaves), numbers);
            }
        });
        return new SummaryFigures(numbers);
    }

    private static void number(String text, String name, Map<String, Double> numbers) {
        try {
            numbers.put(name, Double.valueOf(text));
        } catch (NumberFormatException word) {
            // A text that begins like a number, or a number the run did not reach.
            numbers.remove(name);
        }
    }

    /** {@code points[1].x} is called {@code points at 1 s: x}, {@code shots[0].figures.x} {@code shot 1 sweep: x}, a value with a name beside it by that. */
    private static String named(String path, Map<String, String> leaves) {
        Matcher item = ITEM.matcher(path);
        if (!item.matches()) {
            return path;
        }
        String list = item.group(1);
        String place = list + "[" + item.group(2) + "].";
        String name = item.group(3).replaceFirst("^figures\\.", "");
        if (leaves.containsKey(place + "after_ramp_s")) {
            return list + " at " + leaves.get(place + "after_ramp_s") + " s: " + name;
        }
        if (leaves.containsKey(place + "name")) {
            return leaves.get(place + "name") + name.replaceFirst("^value$", "").replaceFirst("^sigma$", "_sigma");
        }
        return leaves.containsKey(place + "kind")
                ? "shot " + leaves.get(place + "number") + " " + leaves.get(place + "kind") + ": " + name
                : path;
    }

    /** Names of the numbers that are no uncertainty of another. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(numbers.keySet());
        keys.removeIf(key -> key.contains("sigma") || WHICH.matcher(key).matches());
        return keys;
    }

    /** NaN where there is none. */
    public double value(String key) {
        return numbers.getOrDefault(key, Double.NaN);
    }

    /** Of the number of that name; NaN where there is none. */
    public double sigma(String key) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getKey().contains("sigma"))
                .filter(entry -> isOf(entry.getKey(), key))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static boolean isOf(String sigma, String key) {
        return sigma.replace("_sigma", "").equals(key)
                || sigma.replace("sigma", "delta_t").equals(key);
    }
}
