package org.fieldfall.app.cli;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.math.BigDecimal;
import java.math.MathContext;
import org.fieldfall.protocols.theory.kinetics.MostCooling.Choice;

/** One sentence on why a rig cools most from another start than eq. (9) says, out of the figures of both. */
record WhyApart(BestStart found) {

    /** Choices that reach the same within this share are told apart by nothing. */
    private static final double SAME = 0.01;

    /** A link that leads less than this share of the heat back within the time is no reason. */
    private static final double LEAK = 0.1;

    private static final double CROSSING = 0.01;

    String sentence() {
        var best = found.reachable();
        var paper = found.sudden();
        var most = best.reached().coldestDeltaKelvin();
        if (!(most < 0)) {
            return text("Nothing within the ranges cools by %g s.", by());
        }
        var kept = paper.reached().coldestDeltaKelvin() / most;
        return kept > 1 - SAME
                ? text("They agree: the start of eq. (9) reaches %.1f %% of the most by %g s.", 100 * kept, by())
                : "They differ because " + held(paper) + "; " + instead(best) + leak() + ".";
    }

    private double by() {
        return found.asked().bySeconds();
    }

    /** What becomes of the start of eq. (9). */
    private String held(Choice paper) {
        var reached = text(
                "ΔT has come to %+.3f K of %+.3f K by %g s",
                paper.reached().coldestDeltaKelvin(), paper.suddenDeltaKelvin(), by());
        var start = text("from the %g K of eq. (9) ", rounded(paper.tiKelvin()));
        if (paper.tauStartSeconds() > by()) {
            return start + "the spins cross with τ = " + seconds(paper.tauStartSeconds()) + " and " + reached;
        }
        return paper.tauColdestSeconds() > by()
                ? start + "the cooling stretches τ from " + seconds(paper.tauStartSeconds()) + " to "
                        + seconds(paper.tauColdestSeconds()) + ", so that " + reached
                : start + reached;
    }

    /** What the best start does instead. */
    private static String instead(Choice best) {
        var crossing = best.shareCrossedInRamp() > CROSSING
                ? text(", %.0f %% of them in the ramp, where they work on the field", 100 * best.shareCrossedInRamp())
                : "";
        return text("from %g K they cross with τ = ", rounded(best.tiKelvin()))
                + seconds(best.tauStartSeconds())
                + " at first"
                + crossing;
    }

    private String leak() {
        var elapsed = found.reachable().reached().coldestSeconds();
        return elapsed > LEAK * found.linkSeconds()
                ? text(", and the link (τ = %s) leads heat back meanwhile", seconds(found.linkSeconds()))
                : "";
    }

    private static double rounded(double kelvin) {
        return Math.rint(100 * kelvin) / 100;
    }

    private static String seconds(double value) {
        return Double.isInfinite(value)
                ? "more than 1e308 s"
                : text("%g s", new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }
}
