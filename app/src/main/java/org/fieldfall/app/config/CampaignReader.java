package org.fieldfall.app.config;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.fieldfall.app.config.Check.ANY;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.FIELD;
import static org.fieldfall.app.config.Measure.FIELD_RATE;
import static org.fieldfall.app.config.Measure.TEMPERATURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldfall.app.config.CampaignConfig.Controls;
import org.fieldfall.app.config.CampaignConfig.OnFailed;
import org.fieldfall.app.config.CampaignConfig.Order;
import org.fieldfall.app.config.ProtocolConfig.Course;

/** The keys of a campaign. */
final class CampaignReader {

    private static final Map<String, Order> ORDERS =
            Arrays.stream(Order.values()).collect(toUnmodifiableMap(Order::word, identity()));

    private static final Pattern REPEAT = Pattern.compile("repeat\\s+([1-9]\\d?)(\\s+then\\s+skip)?");

    private final Course shared;

    CampaignReader(Course shared) {
        this.shared = shared;
    }

    CampaignConfig read(Section at) {
        var points = at.section("grid", this::points);
        var repeats = at.has("repeats") ? at.count("repeats") : 1;
        var controls = at.optionalSection("controls", this::controls);
        var order = at.oneOf("order", ORDERS, Order.GIVEN);
        at.check(
                order != Order.INTERLEAVED || controls.isPresent(),
                "order",
                "given or shuffled, or a section controls to interleave");
        var seed = at.has("seed") ? at.count("seed") : 1;
        var isPaired = at.oneOf("pairing", Map.of("none", false, "up-down", true), false);
        var budget = at.has("budget")
                ? OptionalDouble.of(at.quantity("budget", DURATION, POSITIVE))
                : OptionalDouble.empty();
        var marked = at.value("on-marked", "accept, or how often to repeat, like repeat 2", CampaignReader::marked, 0);
        var failed = at.value(
                "on-failed",
                "stop, skip, or how often to repeat before stopping, like repeat 2, or repeat 2 then skip",
                CampaignReader::failed,
                OnFailed.STOP);
        var config = new CampaignConfig(points, repeats, order, seed, controls, isPaired, budget, marked, failed);
        // Before anything is made of it, lest a slip of the keyboard fill the memory.
        at.check(shots(config) <= CampaignConfig.MOST_SHOTS, at.has("repeats") ? "repeats" : "grid", atMost(config));
        return config;
    }

    private static double shots(CampaignConfig config) {
        double sweeps = (double) config.points().size() * config.repeats();
        double controls = config.controls()
                .map(c -> (Math.ceil(sweeps / c.every()) + 1) * c.shots().size())
                .orElse(0.0);
        return sweeps * (config.isPaired() ? 2 : 1) + controls;
    }

    private static String atMost(CampaignConfig config) {
        return String.format(
                Locale.ROOT, "at most %d shots in all, not %.0f", CampaignConfig.MOST_SHOTS, shots(config));
    }

    private List<Course> points(Section grid) {
        Map<String, List<Double>> axes = new LinkedHashMap<>();
        // Known in this order, gone through in that of the file.
        axes.put(
                "initial-temperature", grid.grid("initial-temperature", TEMPERATURE, POSITIVE, shared.initialKelvin()));
        axes.put("initial-field", grid.grid("initial-field", FIELD, ANY, shared.initialFieldTesla()));
        axes.put("final-field", grid.grid("final-field", FIELD, ANY, shared.finalFieldTesla()));
        axes.put("rate", grid.grid("rate", FIELD_RATE, POSITIVE, shared.rateTeslaPerSecond()));
        var size = axes.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        if (size > CampaignConfig.MOST_SHOTS) {
            grid.refuse(
                    last(grid, axes), "a grid of " + (long) size + " points", "at most " + CampaignConfig.MOST_SHOTS);
            return List.of(shared);
        }
        List<Course> points = List.of(shared);
        for (String key : grid.keys()) {
            if (axes.containsKey(key)) {
                points = along(points, axes.get(key), setting(key));
            }
        }
        refuseStillness(grid, axes, points);
        return points;
    }

    private static List<Course> along(
            List<Course> points, List<Double> values, BiFunction<Course, Double, Course> setting) {
        List<Course> all = new ArrayList<>();
        points.forEach(point -> values.forEach(value -> all.add(setting.apply(point, value))));
        return all;
    }

    private static BiFunction<Course, Double, Course> setting(String key) {
        return switch (key) {
            case "initial-temperature" -> (course, kelvin) -> course.from(kelvin, course.rateTeslaPerSecond());
            case "initial-field" -> (course, tesla) -> course.between(tesla, course.finalFieldTesla());
            case "final-field" -> (course, tesla) -> course.between(course.initialFieldTesla(), tesla);
            default -> (course, rate) -> course.from(course.initialKelvin(), rate);
        };
    }

    private static void refuseStillness(Section grid, Map<String, List<Double>> axes, List<Course> points) {
        // Written so that a stand-in passes.
        var still = points.stream()
                .filter(point -> point.initialFieldTesla() == point.finalFieldTesla())
                .findFirst();
        still.ifPresent(point -> grid.refuse(
                grid.has("final-field") ? "final-field" : last(grid, axes),
                "a point from " + point.initialFieldTesla() + " T to " + point.finalFieldTesla() + " T",
                "two fields that differ at every point"));
    }

    private static String last(Section grid, Map<String, List<Double>> axes) {
        return grid.keys().stream()
                .filter(axes::containsKey)
                .reduce((a, b) -> b)
                .orElse("final-field");
    }

    private Controls controls(Section at) {
        var every = at.count("every");
        var shots = at.someOf(
                "shots", item -> new ShotReader(shared).read(item).map(shot -> new ControlConfig(shot, item.keys())));
        return new Controls(
                Math.max(1, every), shots.stream().flatMap(Optional::stream).toList());
    }

    private static int marked(String text) {
        return text.equals("accept") ? 0 : repeated(text, false).repeats();
    }

    private static OnFailed failed(String text) {
        return switch (text) {
            case "stop" -> OnFailed.STOP;
            case "skip" -> new OnFailed(0, true);
            default -> repeated(text, true);
        };
    }

    private static OnFailed repeated(String text, boolean maySkip) {
        Matcher parts = REPEAT.matcher(text.strip());
        if (!parts.matches() || (parts.group(2) != null && !maySkip)) {
            throw new UnfitValueException("unknown words");
        }
        return new OnFailed(Integer.parseInt(parts.group(1)), parts.group(2) != null);
    }
}
