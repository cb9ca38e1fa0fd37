package org.fieldfall.protocols.fieldquench;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.sequence.SlowRamp;
import org.junit.jupiter.api.Test;

class RelaxTest {

    private final Bench bench = new Bench();
    private final ShotContext context = bench.context();
    private final Relax relax = new Relax(context, new Acquisition(context, 0));

    /** A supply may trip, or the magnet quench, while nobody looks at the field. */
    @Test
    void marksAShotWhoseFieldDidNotStay() throws Exception {
        moveTo(0.05);

        var outcome = relax.leave(bench.conduct);

        assertThat(outcome.quality()).isEqualTo(Quality.MARKED);
        assertThat(outcome.why()).contains("the field did not stay: 0.0500 T at the end, due 0.1000 T");
    }

    @Test
    void looksForThePredictionWhereTheFieldStayed() throws Exception {
        moveTo(0.1);

        assertThat(relax.leave(bench.conduct).why()).contains("no prediction").doesNotContain("did not stay");
    }

    private void moveTo(double tesla) throws Exception {
        SlowRamp.perform(
                bench.supply, SlowRamp.programs(0, tesla, 0.5, bench.supply.capability()), bench.conduct, Bench.WITHIN);
    }
}
