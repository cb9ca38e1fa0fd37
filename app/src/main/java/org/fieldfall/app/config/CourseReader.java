package org.fieldfall.app.config;

import static org.fieldfall.app.config.Check.ANY;
import static org.fieldfall.app.config.Check.NOT_NEGATIVE;
import static org.fieldfall.app.config.Check.POSITIVE;
import static org.fieldfall.app.config.Check.SHARE;
import static org.fieldfall.app.config.Measure.DURATION;
import static org.fieldfall.app.config.Measure.FIELD;
import static org.fieldfall.app.config.Measure.FIELD_RATE;
import static org.fieldfall.app.config.Measure.FRACTION;
import static org.fieldfall.app.config.Measure.TEMPERATURE;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fieldfall.app.config.ProtocolConfig.Course;
import org.fieldfall.app.config.ProtocolConfig.Drift;
import org.fieldfall.app.config.ProtocolConfig.Equilibrium;

/** The keys of the course of a shot: all of them, or those in which it differs from what the shots share. */
final class CourseReader {

    private final Section at;
    private final Optional<Course> shared;

    private CourseReader(Section at, Optional<Course> shared) {
        this.at = at;
        this.shared = shared;
    }

    static Course whole(Section at) {
        return new CourseReader(at, Optional.empty()).course();
    }

    static Course over(Course shared, Section at) {
        return new CourseReader(at, Optional.of(shared)).course();
    }

    private Course course() {
        var read = new Course(
                value("initial-field", FIELD, ANY, Course::initialFieldTesla),
                value("final-field", FIELD, ANY, Course::finalFieldTesla),
                value("initial-temperature", TEMPERATURE, POSITIVE, Course::initialKelvin),
                value("temperature-tolerance", TEMPERATURE, POSITIVE, Course::toleranceKelvin),
                value("rate", FIELD_RATE, POSITIVE, Course::rateTeslaPerSecond),
                value("preparation-rate", FIELD_RATE, POSITIVE, Course::preparationRateTeslaPerSecond),
                value("settle", DURATION, NOT_NEGATIVE, Course::settleSeconds),
                shared.isPresent() && !at.has("drift")
                        ? shared.get().drift()
                        : at.section("drift", CourseReader::drift),
                value("baseline", DURATION, POSITIVE, Course::baselineSeconds),
                value("relax", DURATION, POSITIVE, Course::relaxSeconds),
                value("sampling", DURATION, POSITIVE, Course::samplingSeconds),
                equilibrium());
        checkSampling("baseline", read.samplingSeconds(), read.baselineSeconds());
        checkSampling("relax", read.samplingSeconds(), read.relaxSeconds());
        return read;
    }

    private double value(String key, Measure measure, Check check, ToDoubleFunction<Course> ofShared) {
        return shared.isPresent() && !at.has(key)
                ? ofShared.applyAsDouble(shared.get())
                : at.quantity(key, measure, check);
    }

    /** Each of its keys may be left out, and is then as shared or as usual. */
    private Equilibrium equilibrium() {
        var otherwise = shared.map(Course::equilibrium).orElse(Equilibrium.USUAL);
        return at.optionalSection(
                        "equilibrium",
                        section -> new Equilibrium(
                                section.has("times") ? section.number("times", POSITIVE) : otherwise.times(),
                                section.quantity("within", FRACTION, SHARE, otherwise.within()),
                                section.quantity("budget", DURATION, POSITIVE, otherwise.budgetSeconds())))
                .orElse(otherwise);
    }

    private static Drift drift(Section at) {
        var drift = new Drift(
                at.quantity("wait-at-least", DURATION, NOT_NEGATIVE),
                at.quantity("within", TEMPERATURE, POSITIVE),
                at.quantity("give-up", DURATION, POSITIVE));
        at.check(!(drift.giveUpSeconds() <= drift.waitAtLeastSeconds()), "give-up", "a time beyond wait-at-least");
        return drift;
    }

    /** Written so that a stand-in passes; said of the key that is there. */
    private void checkSampling(String key, double samplingSeconds, double recordedSeconds) {
        var isTooRare = samplingSeconds > recordedSeconds / 10;
        if (at.has("sampling")) {
            at.check(!isTooRare, "sampling", "at most a tenth of " + key);
        } else {
            at.check(!isTooRare, key, "at least ten times sampling");
        }
    }
}
