package org.fieldfall.app.live.view;

import java.util.Optional;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.Figure;

/** How theory and trace compare, in a sentence. */
final class InWords {

    /** Closer than this two numbers agree, further apart than that they do not. */
    private static final double AGREE = 2;

    private static final double DISAGREE = 3;

    private InWords() {}

    /** Nothing was swept yet. */
    static String before(double startKelvin, double atSeconds, Optional<Uncertain> predicted, String why) {
        return predicted
                .map(delta -> Figure.text(
                        "Before the sweep: from %.3f K theory expects the crystal %s %g s after the ramp.",
                        startKelvin, change(delta), atSeconds))
                .orElseGet(() -> "Before the sweep: there is no prediction" + reason(why) + ".");
    }

    /** It ended before. */
    static String neverSwept() {
        return "The run ended before the sweep: there is nothing to compare with the theory.";
    }

    /** The ramp goes on, or the first means after it are not there yet. */
    static String during(double tesla, double fromTesla, double toTesla) {
        return Figure.text("The field goes from %.3f T to %.3f T and is at %.3f T.", fromTesla, toTesla, tesla);
    }

    /** After the ramp. */
    static String after(double seconds, Uncertain measured, Optional<Uncertain> predicted, String why) {
        String seen =
                Figure.text("At %.1f s after the ramp the crystal is %s than at the start", seconds, change(measured));
        return predicted
                .map(theory -> seen + "; theory says " + change(theory) + ": " + compared(measured, theory) + ".")
                .orElseGet(() -> seen + "; theory says nothing" + reason(why) + ".");
    }

    private static String reason(String why) {
        return why.isBlank() ? "" : " (" + why.strip() + ")";
    }

    private static String change(Uncertain delta) {
        return Figure.text(
                "%.3f ± %.3f K %s", Math.abs(delta.value()), delta.sigma(), delta.value() <= 0 ? "colder" : "warmer");
    }

    private static String compared(Uncertain measured, Uncertain predicted) {
        Uncertain difference = measured.minus(predicted);
        double pull = difference.value() / difference.sigma();
        double size = Math.abs(pull);
        if (Double.isNaN(pull)) {
            return "they cannot be compared";
        }
        if (size <= AGREE) {
            return Figure.text("they agree (%.1f sigma)", size);
        }
        String side = Figure.text(
                "the crystal is %.3f K %s than predicted (%.1f sigma)",
                Math.abs(difference.value()), difference.value() < 0 ? "colder" : "warmer", size);
        return size <= DISAGREE ? "they differ a little, " + side : "THEY DO NOT AGREE, " + side;
    }
}
