package org.fieldfall.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.GuardConfig;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.sequence.LevelGuard;
import org.fieldfall.protocols.sequence.Safeguards;
import org.fieldfall.protocols.sequence.Watch;

/** What watches over a run: the guards every rig has, those of its limits, and those that rig and protocol file name. */
final class SafeguardsOf {

    private SafeguardsOf() {}

    static Safeguards experiment(Experiment experiment, RigFacts facts, List<Watch> watches) {
        return new Safeguards(
                guards(experiment, facts), watches, experiment.rig().safeState().longestHoldSeconds());
    }

    static List<LevelGuard> guards(Experiment experiment, RigFacts facts) {
        RigConfig rig = experiment.rig();
        List<LevelGuard> guards = new ArrayList<>(FieldQuenchShot.guards(facts));
        rig.limits()
                .recordBehindSeconds()
                .ifPresent(most -> guards.add(LevelGuard.on(RecordAlarm.BEHIND, 0, most, "s")));
        guards.add(LevelGuard.on(LinesWatch.LOST, 0, rig.limits().lineLostSeconds(), "s"));
        Stream.concat(rig.guards().stream(), experiment.protocol().guards().stream())
                .map(SafeguardsOf::guard)
                .forEach(guards::add);
        return guards;
    }

    private static LevelGuard guard(GuardConfig guard) {
        return new LevelGuard(
                guard.name(),
                guard.channel(),
                guard.lowest(),
                guard.highest(),
                guard.unit(),
                guard.then(),
                guard.staleSeconds());
    }
}
