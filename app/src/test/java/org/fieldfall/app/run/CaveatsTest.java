package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.Configs;
import org.junit.jupiter.api.Test;

class CaveatsTest {

    @Test
    void saysNothingOfAFileThatIsTakenWhole() {
        assertThat(caveats("mn12ac-experiment")).isEmpty();
    }

    @Test
    void saysWhatKineticsAndSimulatorLeaveOut() {
        assertThat(caveats("mn12ac-full"))
                .containsExactly(
                        "theory: the kinetics leaves out B44; the sudden limit and the isentrope do not",
                        "simulator: its crystal has no tunnelling resonances, no dipolar field, no fast species; the"
                                + " prediction has, so that they differ");
    }

    @Test
    void repeatsTheRemarksOfTheFile() {
        assertThat(caveats("fe8")).hasSize(2).first().asString().contains("spin.E: E/D is below zero");
    }

    private static List<String> caveats(String sample) {
        return Caveats.of(Configs.of(Path.of(".."), Optional.empty())
                .experiment("config/protocols/first-shot.yaml", Optional.of(sample), Optional.empty()));
    }
}
