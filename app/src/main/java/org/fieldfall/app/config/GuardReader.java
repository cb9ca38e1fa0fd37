package org.fieldfall.app.config;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.fieldfall.app.config.Check.POSITIVE;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fieldfall.protocols.sequence.Consequence;

/** The keys of one item of {@code guards}, in a rig or a protocol file. */
final class GuardReader {

    /**
     * A channel every rig may have.
     *
     * @param unit in which the record has it
     * @param isAttended whether it is read in every phase, so that a last reading can be too old
     */
    private record Known(Measure measure, String unit, boolean isAttended) {}

    private static final Map<String, Known> CHANNELS = Map.of(
            "field", new Known(Measure.FIELD, "T", true),
            "sample-temperature", new Known(Measure.TEMPERATURE, "K", true),
            "bath-temperature", new Known(Measure.TEMPERATURE, "K", true),
            "excitation", new Known(Measure.CURRENT, "A", false),
            "bias-field", new Known(Measure.FIELD, "T", true),
            "rate-reached", new Known(Measure.FRACTION, "", false),
            "record-behind", new Known(Measure.DURATION, "s", false),
            "line-lost", new Known(Measure.DURATION, "s", false));

    private static final Map<String, Consequence> WORDS =
            Arrays.stream(Consequence.values()).collect(toUnmodifiableMap(Consequence::word, Function.identity()));

    private static final double STALE_SECONDS = 120;

    private final Set<String> names = new HashSet<>();

    private GuardReader() {}

    static List<GuardConfig> list(Section top) {
        return top.list("guards", new GuardReader()::read);
    }

    private GuardConfig read(Section at) {
        String name = at.text("name");
        at.check(names.add(name), "name", "another name than an earlier guard's");
        String channel = at.text("channel", due(), GuardReader::channel);
        Optional<Known> known = Optional.ofNullable(CHANNELS.get(channel));
        Limit low = limit(at, "at-least", known);
        Limit high = limit(at, "at-most", known);
        if (!at.has("at-least") && !at.has("at-most")) {
            at.refuse("at-most", "nothing", "at-least, at-most or both");
        }
        at.check(
                !(low.orElse(Double.NEGATIVE_INFINITY) >= high.orElse(Double.POSITIVE_INFINITY)),
                "at-most",
                "a value above at-least");
        at.check(low.isLike(high), "at-most", "the same unit as at-least");
        boolean isAttended = known.map(Known::isAttended).orElse(true);
        if (!isAttended && at.has("stale-after")) {
            at.refuse("stale-after", "a time", "no such key: " + channel + " has no readings to wait for");
        }
        return new GuardConfig(
                at.place("channel"),
                at.line(),
                name,
                channel,
                low.orElse(Double.NEGATIVE_INFINITY),
                high.orElse(Double.POSITIVE_INFINITY),
                low.unit().or(high::unit).orElse(""),
                at.oneOf("then", WORDS, Consequence.STOP),
                at.quantity(
                        "stale-after",
                        Measure.DURATION,
                        POSITIVE,
                        isAttended ? STALE_SECONDS : Double.POSITIVE_INFINITY));
    }

    private static String due() {
        return "one of " + String.join(", ", new TreeSet<>(CHANNELS.keySet())) + ", or " + GuardConfig.AUXILIARY
                + "and the name of a channel of roles.auxiliary";
    }

    private static String channel(String text) {
        if (!CHANNELS.containsKey(text) && !text.startsWith(GuardConfig.AUXILIARY)) {
            throw new UnfitValueException("no such channel");
        }
        return text;
    }

    /** A limit with its unit; without both where the key is left out. */
    private record Limit(Optional<Double> value, Optional<String> unit) {

        static final Limit NONE = new Limit(Optional.empty(), Optional.empty());

        double orElse(double otherwise) {
            return value.orElse(otherwise);
        }

        boolean isLike(Limit other) {
            return unit.isEmpty() || other.unit.isEmpty() || unit.equals(other.unit);
        }
    }

    private static Limit limit(Section at, String key, Optional<Known> known) {
        if (!at.has(key)) {
            return Limit.NONE;
        }
        if (known.isPresent()) {
            double value = at.quantity(key, known.get().measure());
            return new Limit(Optional.of(value), Optional.of(known.get().unit()));
        }
        Limit[] read = {Limit.NONE};
        at.text(key, "a number in the channel's own unit, like 20 %", text -> {
            read[0] = inOwnUnit(text);
            return text;
        });
        return read[0];
    }

    private static Limit inOwnUnit(String text) {
        String number = text.strip().split("\\s+", 2)[0];
        try {
            double value = Double.parseDouble(number);
            if (!Double.isFinite(value)) {
                throw new UnfitValueException("not a finite number");
            }
            return new Limit(
                    Optional.of(value),
                    Optional.of(text.strip().substring(number.length()).strip()));
        } catch (NumberFormatException e) {
            throw new UnfitValueException("not a number, a space and the unit");
        }
    }

    /**
     * Notes which guards watch a channel that the rig has not, or in another unit.
     *
     * @param noted takes the guard, what came and what was due
     */
    static void checkChannels(List<GuardConfig> guards, RigConfig.Roles roles, Noted noted) {
        for (GuardConfig guard : guards) {
            if (guard.channel().equals("bath-temperature") && roles.bath().isEmpty()) {
                noted.unfit(guard, guard.channel(), "a rig with a bath among its roles");
            } else if (guard.channel().equals("excitation")
                    && roles.excitation().isEmpty()) {
                noted.unfit(guard, guard.channel(), "a rig with an excitation among its roles");
            } else if (guard.channel().equals("bias-field")
                    && roles.biasMagnet().isEmpty()) {
                noted.unfit(guard, guard.channel(), "a rig with a bias-magnet among its roles");
            } else if (guard.isAuxiliary()) {
                checkAuxiliary(guard, roles, noted);
            }
        }
    }

    private static void checkAuxiliary(GuardConfig guard, RigConfig.Roles roles, Noted noted) {
        Optional<RigConfig.AuxiliaryRole> role = roles.auxiliary().stream()
                .filter(channel -> channel.name().equals(guard.auxiliaryName()))
                .findFirst();
        if (role.isEmpty()) {
            List<String> names = roles.auxiliary().stream()
                    .map(RigConfig.AuxiliaryRole::name)
                    .toList();
            noted.unfit(
                    guard,
                    guard.channel(),
                    names.isEmpty() ? "a rig with auxiliary channels" : "one of " + String.join(", ", names));
        } else if (!role.get().unit().equals(guard.unit())) {
            noted.unfit(
                    guard,
                    "limits in \"" + guard.unit() + "\"",
                    "limits in " + role.get().unit());
        }
    }

    /** Takes what is wrong with a guard. */
    interface Noted {
        void unfit(GuardConfig guard, String came, String due);
    }
}
