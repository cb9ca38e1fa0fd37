package org.fieldfall.app.cli;

import org.fieldfall.app.config.Grid;
import org.fieldfall.app.config.Measure;
import org.fieldfall.app.config.UnfitValueException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Values of an option within what the theory means.
 *
 * @param due what they should be, for the message
 */
record Bounded(Measure measure, double low, double high, String due) {

    /** Fields beyond those of any magnet say more about a slip of the keyboard than about a sample. */
    private static final Bounded FIELD = new Bounded(Measure.FIELD, -100, 100, "a field within 100 T");

    /** Below, hyperfine levels that the theory does not have hold all the entropy; above, no crystal is left. */
    private static final Bounded TEMPERATURE =
            new Bounded(Measure.TEMPERATURE, 1e-3, 1000, "a temperature from 1 mK to 1000 K");

    private static final Bounded TIME = new Bounded(Measure.DURATION, 0, 1e9, "a time from 0 s to 1e9 s");

    private static final Bounded RATE =
            new Bounded(Measure.FIELD_RATE, 1e-6, 1e6, "a field rate from 1e-6 T/s to 1e6 T/s");

    Grid read(String text) {
        try {
            var grid = Grid.parse(text, measure);
            if (grid.values().stream().anyMatch(value -> value < low || value > high)) {
                throw misfit(text, "out of range");
            }
            return grid;
        } catch (UnfitValueException e) {
            throw misfit(text, e.reason());
        }
    }

    private TypeConversionException misfit(String text, String reason) {
        return new TypeConversionException(
                "came \"" + text + "\" (" + reason + "), due " + due + ", like " + measure.example());
    }

    /** Fields of either sign. */
    static final class Fields implements ITypeConverter<Grid> {
        @Override
        public Grid convert(String text) {
            return FIELD.read(text);
        }
    }

    /** Temperatures. */
    static final class Temperatures implements ITypeConverter<Grid> {
        @Override
        public Grid convert(String text) {
            return TEMPERATURE.read(text);
        }
    }

    /** Times after a ramp. */
    static final class Times implements ITypeConverter<Grid> {
        @Override
        public Grid convert(String text) {
            return TIME.read(text);
        }
    }

    /** One field rate, a magnitude. */
    static final class Rates implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            var rates = RATE.read(text).values();
            if (rates.size() != 1) {
                throw RATE.misfit(text, "more than one");
            }
            return rates.get(0);
        }
    }
}
