package org.fieldfall.app.config;

/** All values from one to another, both included, in SI units; written {@code 1.5 K to 20 K}. */
public record Range(double from, double to) {

    public Range {
        if (from >= to) {
            throw new IllegalArgumentException("a range from " + from + " to " + to + ", expected one that rises");
        }
    }

    public boolean contains(double value) {
        return from <= value && value <= to;
    }

    /** @throws UnfitValueException where the text is not two rising quantities of this measure, or the check fails */
    static Range parse(String text, Measure measure, Check check) {
        var ends = text.split("\\sto\\s", 2);
        if (ends.length < 2) {
            throw new UnfitValueException("not two ends with \"to\" between them");
        }
        var from = check.passed(measure.read(ends[0]));
        var to = check.passed(measure.read(ends[1]));
        if (from >= to) {
            throw new UnfitValueException("ends that do not rise");
        }
        return new Range(from, to);
    }
}
