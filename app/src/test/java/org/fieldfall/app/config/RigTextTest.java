package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RigTextTest {

    private static final Map<String, String> LINES = Map.of(
            "supply", "ASRL/dev/pts/3::INSTR",
            "meter", "TCPIP0::127.0.0.1::40001::SOCKET",
            "monitor", "TCPIP0::127.0.0.1::40002::SOCKET",
            "cryostat", "ASRL/dev/pts/4::INSTR",
            "switch", "ASRL/dev/pts/5::INSTR");

    private final Configs configs = Configs.of(Path.of(".."), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void isTheSameRigOnOtherLinesFromAnywhere() {
        var simulated = configs.rig("twin");

        var written = EditedFile.write(folder, "deep/down/rig.yaml", RigText.on(simulated, LINES));
        var read = configs.rig(written.toString());

        assertThat(read.isSimulated()).isFalse();
        assertThat(read.source()).isEqualTo(RigConfig.Source.SIMULATOR);
        LINES.forEach((name, line) -> assertThat(
                        java.util.Objects.requireNonNull(read.instruments().get(name))
                                .resource())
                .isEqualTo(line));
        assertThat(read.roles().sampleThermometer().curve()).isAbsolute().hasFileName("cx1050-typical.340");
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("file", "instruments", "roles.sampleThermometer.curve")
                .isEqualTo(simulated);
    }

    @Test
    void keepsEveryCommentAndEveryOtherLine() {
        var before = configs.rig("twin").file().text().lines().toList();

        var after = RigText.on(configs.rig("twin"), LINES).lines().toList();

        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).contains("resource: simulated") && !before.get(i).contains("curve: ")) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        assertThat(after).anyMatch(line -> line.contains("\"ASRL/dev/pts/3::INSTR\"        # the simulator opens"));
    }

    @Test
    void findsTheValuesBehindCharactersOfAnyWidth() {
        EditedFile.write(folder, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(folder, "rigs/twin.yaml", "name: twin", "name: 𝑇win  # 𝑩 ± µ");
        var lines = new HashMap<>(LINES);

        var written = EditedFile.write(folder, "rigs/other.yaml", RigText.on(configs.rig(file.toString()), lines));

        assertThat(configs.rig(written.toString()).instrument("supply").resource())
                .isEqualTo("ASRL/dev/pts/3::INSTR");
    }

    @Test
    void writesAPathWithAwkwardLettersSoThatItIsReadBack() {
        var odd = folder.resolve("two words, a # and a \"quote\"");
        EditedFile.write(odd, "calibrations/cx1050-typical.340", "");
        var file = EditedFile.write(odd, "rigs/twin.yaml", "name: twin", "name: odd");

        var written = EditedFile.write(folder, "rig.yaml", RigText.on(configs.rig(file.toString()), LINES));

        assertThat(configs.rig(written.toString()).roles().sampleThermometer().curve())
                .isEqualTo(odd.resolve("calibrations/cx1050-typical.340"));
    }
}
