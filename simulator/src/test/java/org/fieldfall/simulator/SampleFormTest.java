package org.fieldfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.theory.level.StevensTerm;
import org.junit.jupiter.api.Test;

/** The twin with each form of its sample. */
class SampleFormTest {

    private static final SampleForm LEVELS = new SampleForm.Levels(
            List.of(new StevensTerm(4, 4, 4.3e-5)),
            2000,
            1830,
            1.21,
            0.03,
            0.02,
            0.03,
            Optional.of(new SampleForm.Fast(0.06, 23, 2.1e-7)));

    @Test
    void tellsTheSameTruthToTheLastBitHoweverTimeIsCut() {
        List<WorldView> whole = play(LEVELS, 1e9);

        assertThat(whole).hasSize(3);
        assertThat(play(LEVELS, 0.0137)).containsExactlyElementsOf(whole);
        assertThat(play(LEVELS, 0.00077)).containsExactlyElementsOf(whole);
    }

    @Test
    void hasAShareForEachLevelInBothForms() {
        for (SampleForm form : List.of(LEVELS, new SampleForm.TwoWells())) {
            WorldView view = play(form, 0.1).get(2);

            assertThat(view.populations()).hasSize(21);
            assertThat(sum(view.populations())).isCloseTo(1, within(1e-9));
            double above =
                    sum(view.populations().subList(11, 21)) + view.populations().get(10) / 2;
            assertThat(view.upperPopulation()).isCloseTo(above, within(1e-9));
            assertThat(view.latticeKelvin()).isBetween(3.5, 6.0);
        }
    }

    /** With nothing on it the platform only notes what eddies and the current do to it. */
    @Test
    void leavesThePlatformEmptyWhereThereIsNoSample() {
        WorldView view = play(new SampleForm.None(), 0.1).get(2);

        assertThat(view.populations()).isEmpty();
        assertThat(view.latticeKelvin()).isEqualTo(view.platformKelvin()).isCloseTo(4, within(0.01));
        assertThat(view.tesla()).isCloseTo(0.02, within(1e-3));
    }

    /** Up to 0.2 T, held, and down to 0.02 T; the world after each. */
    private static List<WorldView> play(SampleForm form, double step) {
        TwinSettings exact = Rigs.exact();
        TwinSettings settings = new TwinSettings(
                exact.supply(), exact.coil(), exact.platform(), exact.sample().as(form), exact.thermometer());
        Twin twin = new Twin(settings, 5);
        Shot up = new Shot().at(0.5).supplyReady().ramp(0, 2, 100, 0.001);
        up.play(twin, step, 1);
        WorldView first = twin.view();
        creep(twin, 1, 4, step);
        WorldView second = twin.view();
        twin.box(Instrument.SUPPLY).hear("CURR:MODE FIX");
        twin.box(Instrument.SUPPLY).hear("CURR 0.2");
        creep(twin, 4, 5, step);
        return List.of(first, second, twin.view());
    }

    private static void creep(Twin twin, double from, double to, double step) {
        for (double at = from + step; at < to; at += step) {
            twin.advanceTo(at);
        }
        twin.advanceTo(to);
    }

    private static double sum(List<Double> shares) {
        return shares.stream().mapToDouble(share -> share).sum();
    }
}
