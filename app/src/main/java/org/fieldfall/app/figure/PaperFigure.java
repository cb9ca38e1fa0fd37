package org.fieldfall.app.figure;

import java.util.Arrays;
import java.util.Optional;

/** The figures of the paper that can be drawn, by their numbers. */
public enum PaperFigure {
    RELAXATION_TIME(3),
    SUDDEN_COOLING(4),
    DEEPEST_COOLING(5),
    SUDDEN_AGAINST_ISENTROPIC(6);

    private final int number;

    PaperFigure(int number) {
        this.number = number;
    }

    /** By its number in the paper, such as {@code 4}. */
    public static Optional<PaperFigure> named(String number) {
        return Arrays.stream(values())
                .filter(each -> Integer.toString(each.number).equals(number))
                .findFirst();
    }

    /** @throws UnfitFigureException where the sample or the values do not fit it */
    public Drawing draw(Crystal crystal, Values asked) {
        return switch (this) {
            case RELAXATION_TIME -> RelaxationTime.draw(crystal, asked);
            case SUDDEN_COOLING -> SuddenCooling.draw(crystal, asked);
            case DEEPEST_COOLING -> DeepestCooling.draw(crystal, asked);
            case SUDDEN_AGAINST_ISENTROPIC -> SuddenAgainstIsentropic.draw(crystal, asked);
        };
    }
}
