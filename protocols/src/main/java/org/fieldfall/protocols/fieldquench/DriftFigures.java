package org.fieldfall.protocols.fieldquench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.analysis.DriftFit;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.run.FigureFound;

/** The drift that a prediction goes on from, as figures of the record and back. */
final class DriftFigures {

    private static final String ASYMPTOTE = "drift asymptote";
    private static final String REMAINING = "drift remaining";
    private static final String AT_MOST = "drift remaining at most";
    private static final String TIME_CONSTANT = "drift time constant";

    private DriftFigures() {}

    static List<FigureFound> of(DriftFit fit, double rigSeconds) {
        double none = Double.NaN;
        Uncertain remaining = fit.remainingKelvin();
        return List.of(
                new FigureFound(rigSeconds, ASYMPTOTE, fit.asymptoteKelvin(), none, "K"),
                new FigureFound(rigSeconds, REMAINING, remaining.value(), remaining.sigma(), "K"),
                new FigureFound(rigSeconds, AT_MOST, fit.atMostKelvin(), none, "K"),
                new FigureFound(rigSeconds, TIME_CONSTANT, fit.timeConstantSeconds(), none, "s"));
    }

    /** Empty until all of them are there. */
    static Optional<DriftFit> fit(Map<String, FigureFound> figures) {
        return found(figures, ASYMPTOTE)
                .flatMap(asymptote -> found(figures, REMAINING)
                        .flatMap(remaining -> found(figures, AT_MOST)
                                .flatMap(atMost -> found(figures, TIME_CONSTANT)
                                        .map(time -> new DriftFit(
                                                asymptote.value(),
                                                new Uncertain(remaining.value(), remaining.sigma()),
                                                atMost.value(),
                                                time.value())))));
    }

    private static Optional<FigureFound> found(Map<String, FigureFound> figures, String name) {
        return Optional.ofNullable(figures.get(name));
    }
}
