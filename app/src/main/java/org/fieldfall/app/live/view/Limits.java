package org.fieldfall.app.live.view;

import java.util.Map;
import java.util.Optional;
import org.fieldfall.app.run.Premises;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.fieldquench.Expectation;
import org.fieldfall.protocols.fieldquench.FollowedCourse;
import org.fieldfall.protocols.fieldquench.PerformedExpectation;
import org.fieldfall.protocols.fieldquench.PerformedShot;
import org.fieldfall.protocols.theory.balance.NoConvergenceException;
import org.fieldfall.protocols.theory.kinetics.Departure;
import org.fieldfall.protocols.theory.kinetics.TrackedWells;

/**
 * The lines beside a curve, as differences from the start; NaN where there is none.
 *
 * @param sudden eq. (9)
 * @param suddenWithAddenda the same with the platform
 * @param completed after the real ramp and complete adiabatic relaxation
 * @param isentropic eq. (11)
 * @param reachable the furthest that the prediction comes
 * @param startKelvin from which they count
 * @param isMeasured from the measured start and fields; else the plan's
 */
record Limits(
        Uncertain sudden,
        Uncertain suddenWithAddenda,
        Uncertain completed,
        Uncertain isentropic,
        Uncertain reachable,
        double startKelvin,
        boolean isMeasured) {

    private static final Uncertain NONE = Uncertain.exact(Double.NaN);

    static Limits planned(PerformedShot shot, Optional<Theory.Answer> answer) {
        Expectation expected = shot.plan().expected();
        return new Limits(
                Uncertain.exact(expected.suddenKelvin()),
                Uncertain.exact(expected.suddenWithAddendaKelvin()),
                Uncertain.exact(expected.completedKelvin()),
                Uncertain.exact(expected.isentropicKelvin()),
                reachable(answer),
                shot.shot().settings().initialKelvin(),
                false);
    }

    private static Uncertain reachable(Optional<Theory.Answer> answer) {
        return answer.flatMap(Theory.Answer::course)
                .map(FollowedCourse::furthest)
                .orElse(NONE);
    }

    /** Empty where the theory has no answer. */
    static Optional<Limits> measured(Premises premises, SweptShot shot, Optional<Theory.Answer> answer) {
        Theory.Question asked = shot.question(0);
        var field = asked.field();
        double offset = field.offsetTesla();
        Uncertain before = new Uncertain(field.tesla(-1), offset);
        Uncertain after = new Uncertain(field.tesla(field.rampSeconds() + 1), offset);
        Uncertain start = new Uncertain(asked.start().kelvin(), asked.start().sigmaKelvin());
        try {
            PerformedExpectation found = PerformedExpectation.of(
                    premises.crystal(),
                    premises.facts(),
                    new PerformedExpectation.Performed(
                            start,
                            asked.wells().map(TrackedWells::departure).orElse(Departure.none()),
                            asked.start().restKelvin(),
                            before,
                            after,
                            Math.abs(after.value() - before.value()) / field.rampSeconds(),
                            premises.facts().platform(),
                            new double[0],
                            new double[0]));
            return Optional.of(new Limits(
                    found.suddenKelvin(),
                    found.suddenWithAddendaKelvin(),
                    found.completedKelvin(),
                    found.isentropicKelvin(),
                    reachable(answer.filter(last -> last.question().field().equals(field))),
                    start.value(),
                    true));
        } catch (NoConvergenceException unknown) {
            return Optional.empty();
        }
    }

    Map<String, Object> json() {
        Body all = new Body().put("is_measured", isMeasured).put("start_k", startKelvin);
        put(all, "sudden", sudden);
        put(all, "sudden_with_addenda", suddenWithAddenda);
        put(all, "completed", completed);
        put(all, "isentropic", isentropic);
        put(all, "reachable", reachable);
        return all.values();
    }

    private void put(Body all, String name, Uncertain delta) {
        all.put(name + "_delta_t_k", delta.value())
                .put(name + "_delta_t_sigma_k", delta.sigma())
                .put(name + "_k", startKelvin + delta.value());
    }
}
