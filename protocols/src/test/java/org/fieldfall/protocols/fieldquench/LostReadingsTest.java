package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;
import org.fieldfall.protocols.sequence.Safeguards;
import org.fieldfall.protocols.sequence.Sequencer;
import org.junit.jupiter.api.Test;

/** A whole shot whose thermometer loses readings, or hangs. */
class LostReadingsTest {

    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final ShotSettings SETTINGS = new ShotSettings(1, 0.1, 4, 0.05, 10, 1, 6, 1, 0.005, 20, 5, 8, 0.001);
    private static final int BEAT = 100;

    private final HandRig rig = new HandRig(false);
    private final List<RunEvent> heard = new ArrayList<>();
    private final Map<String, Quality> marks = new LinkedHashMap<>();

    /** Something happens some time after the beginning of a phase. */
    private FieldQuenchShot performed(String phase, double after, Runnable happening) {
        var facts = rig.facts();
        var shot = Shot.of(ShotKind.SWEEP, SETTINGS);
        var plan = ShotPlan.of(shot, ShotPlanTest.CRYSTAL, facts);
        var quenched = new FieldQuenchShot(1, 1, shot, plan, ShotPlanTest.CRYSTAL, facts, rig.roles(), WITHIN);
        var sequencer = new Sequencer(
                rig.clock,
                new RunControl(),
                Safeguards.of(List.of()),
                event -> hear(event, phase, after, happening),
                List.of());
        RunEnd end = sequencer.run(quenched.phases());
        assertThat(end.cause()).isEqualTo(Optional.empty());
        return quenched;
    }

    private void hear(RunEvent event, String phase, double after, Runnable happening) {
        heard.add(event);
        if (event instanceof PhaseStarted started && started.phase().equals(phase)) {
            rig.clock.at(started.rigSeconds() + after, happening);
        } else if (event instanceof PhaseEnded over) {
            marks.put(over.phase(), over.quality());
        }
    }

    private List<String> remarks() {
        return heard.stream()
                .filter(Remark.class::isInstance)
                .map(event -> ((Remark) event).text())
                .toList();
    }

    @Test
    void leaveAGapAndAMarkAndTheRestInItsPlace() {
        // The crystal jumps 3 s after the loss: a mark on the time axis.
        var quenched = performed("relax", 2, () -> {
            rig.meterLine.swallow(1);
            double jumps = rig.clock.seconds() + 3;
            rig.clock.at(jumps, () -> rig.kelvin = 4.01);
        });

        double[] raw = quenched.notes().trace().orElseThrow().raw();
        int gap = indexOfFirst(raw, true);
        int end = gap + (int) Arrays.stream(raw).filter(Double::isNaN).count();
        int jump =
                (int) Arrays.stream(raw).takeWhile(kelvin -> !(kelvin > 4.005)).count();
        assertThat(end - gap).isBetween(1, 2 * BEAT);
        assertThat(jump - end).isBetween(3000 - 2 * BEAT, 3000 + 2 * BEAT);
        assertThat(quenched.notes().lostReadings()).isEqualTo(end - gap);
        assertThat(marks).containsEntry("arm", Quality.GOOD).containsEntry("relax", Quality.MARKED);
        assertThat(remarks())
                .anyMatch(text -> text.startsWith((end - gap) + " readings of the thermometer were lost on the way"));
    }

    private static int indexOfFirst(double[] raw, boolean isInvalid) {
        int i = 0;
        while (Double.isNaN(raw[i]) != isInvalid) {
            i++;
        }
        return i;
    }

    @Test
    void doNotSpoilTheBaselineTheyWereOf() {
        var quenched = performed("arm", 3, () -> rig.meterLine.swallow(1));

        assertThat(quenched.notes().initialRaw()).isEqualTo(4);
        assertThat(marks).containsEntry("arm", Quality.MARKED);
    }

    @Test
    void areToldApartFromOnesThatRepeatThemselves() {
        rig.noise = 1e-4;

        var quenched = performed("relax", 2, () -> rig.noise = 0);

        assertThat(marks).containsEntry("arm", Quality.GOOD).containsEntry("relax", Quality.MARKED);
        assertThat(remarks())
                .filteredOn(text -> text.startsWith("the thermometer hung: it repeated one value, 4.00000000, in"))
                .hasSize(1);
        assertThat(quenched.notes().standstill().orElseThrow()).contains("by its noise 100 at most are due");
        assertThat(quenched.notes().lostReadings()).isZero();
    }
}
