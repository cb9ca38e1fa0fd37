package org.fieldfall.app.figure;

import java.math.BigDecimal;
import java.util.List;
import org.fieldfall.app.picture.Axis;

/** What a figure shows: the values asked for, within what it can show, or its own. */
final class Choice {

    /** Bi of the paper, in tesla. */
    static final List<Double> PAPER_FROM = List.of(0.5, 1.0);

    private static final double UNKNOWN_HOTTEST = 10;
    private static final double BEYOND_SLOW = 2.2;
    private static final int PARTS = 200;

    private final int number;

    Choice(int number) {
        this.number = number;
    }

    /** @param most how many the picture tells apart */
    List<Double> fields(String option, List<Double> asked, List<Double> own, int most) {
        var fields = asked.isEmpty() ? own : asked;
        if (fields.size() > most) {
            throw unfit(option + " gives " + fields.size() + " fields, due at most " + most);
        }
        return fields;
    }

    /** From a twentieth of the hottest to about twice the temperature at which the spins take a second. */
    List<Double> temperatures(List<Double> asked, Crystal crystal) {
        if (asked.size() == 1) {
            throw unfit("--at gives one temperature, due a range of them, like 1K:8K:0.1K");
        }
        if (!asked.isEmpty()) {
            return asked;
        }
        var slow = crystal.slowBelowKelvin();
        var own = slow.isPresent() ? Steps.round(BEYOND_SLOW * slow.getAsDouble()) : UNKNOWN_HOTTEST;
        var hottest = Math.min(own, crystal.lattice().hottestKelvin());
        return Steps.parts(hottest, PARTS, PARTS / 20, PARTS).toList();
    }

    /** An axis for temperatures, from zero where it is near. */
    static Axis temperatureAxis(String markup, List<Double> kelvin) {
        var hottest = kelvin.get(kelvin.size() - 1);
        var coldest = kelvin.get(0);
        return Axis.linear(markup, coldest < 0.2 * hottest ? 0 : coldest, hottest);
    }

    void refuse(boolean isAsked, String option, String why) {
        if (isAsked) {
            throw unfit(option + " has no place in it: " + why);
        }
    }

    UnfitFigureException unfit(String what) {
        return new UnfitFigureException("figure " + number + ": " + what);
    }

    /** As short as it was typed. */
    static String decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('-', '−');
    }
}
