package org.fieldfall.app.config;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.fieldfall.app.config.Check.ANY;
import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.FIELD;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.config.ProtocolConfig.Course;
import org.fieldfall.app.config.ShotConfig.FieldShot;
import org.fieldfall.app.config.ShotConfig.HeaterPulse;
import org.fieldfall.app.config.ShotConfig.Kind;
import org.fieldfall.app.config.ShotConfig.ZeroCheck;

/** The keys of one item of {@code shots}; its kind says which. */
final class ShotReader {

    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(toUnmodifiableMap(Kind::word, identity()));

    private final Course shared;

    ShotReader(Course shared) {
        this.shared = shared;
    }

    /** Empty where the kind is not known: then nothing else can be told about the item. */
    Optional<ShotConfig> read(Section at) {
        var kind = at.oneOf("kind", KINDS);
        if (kind.isEmpty()) {
            at.passOver();
        }
        return kind.map(known -> shot(known, at));
    }

    private ShotConfig shot(Kind kind, Section at) {
        return switch (kind) {
            case SWEEP, BLANK -> new FieldShot(kind, change(shared, at));
            case REVERSE ->
                new FieldShot(kind, change(shared.between(shared.finalFieldTesla(), shared.initialFieldTesla()), at));
            case ZERO -> new FieldShot(kind, noChange(at));
            case HEATER_PULSE -> heaterPulse(at);
            case ZERO_CHECK -> new ZeroCheck(at.quantity("settle", DURATION, NOT_NEGATIVE), at.count("readings"));
        };
    }

    private static Course change(Course usual, Section at) {
        var course = CourseReader.over(usual, at);
        var key = at.has("final-field") ? "final-field" : "initial-field";
        at.check(course.finalFieldTesla() != course.initialFieldTesla(), key, "two fields that differ");
        return course;
    }

    private Course noChange(Section at) {
        var course = CourseReader.over(shared.between(shared.finalFieldTesla(), shared.finalFieldTesla()), at);
        var key = at.has("final-field") ? "final-field" : "initial-field";
        // A stand-in, which is not a number, has been complained about.
        var differs = Math.abs(course.finalFieldTesla() - course.initialFieldTesla()) > 0;
        at.check(!differs, key, "final-field and initial-field alike, as the shot is a zero");
        return course;
    }

    private ShotConfig heaterPulse(Section at) {
        var field = at.quantity("at-field", FIELD, ANY, shared.initialFieldTesla());
        return new HeaterPulse(
                at.quantity("power", Measure.POWER, POSITIVE),
                at.quantity("duration", DURATION, POSITIVE),
                shared.between(field, field)
                        .recorded(
                                at.quantity("baseline", DURATION, POSITIVE, shared.baselineSeconds()),
                                at.quantity("record", DURATION, POSITIVE, shared.relaxSeconds())));
    }
}
