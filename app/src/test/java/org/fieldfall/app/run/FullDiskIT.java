package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.store.EndStatus;
import org.fieldfall.protocols.fieldquench.FieldQuenchShot;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.sequence.RunControl;
import org.fieldfall.protocols.sequence.RunEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be written cost neither the rig's safety nor the rest of the record. */
@Timeout(120)
class FullDiskIT {

    @TempDir
    private Path runs;

    @Test
    void endsSafeAndSaysWhatIsMissing() {
        var done = ShortShot.perform(ShortShot.HASTY, runs, 1, new RunControl(), new FillingUp());

        assertThat(done.result().end().isSafe()).isTrue();
        assertThat(done.result().end().status()).isEqualTo(RunEnd.Status.SUCCESS);
        assertThat(done.result().isRecorded()).isFalse();
        assertThat(done.result().summary().remarks())
                .anyMatch(remark -> remark.contains("trace.csv") && remark.contains("No space left on device"))
                .anyMatch(remark -> remark.contains("manifest.json"));
        assertThat(done.left().folder().resolve("summary.json")).doesNotExist();
        // What was earned could not be written down, so nothing claims it.
        assertThat(done.left().manifest().ending().status()).isEqualTo(EndStatus.UNKNOWN);
        assertThat(done.left().log().found().damages()).isEmpty();
    }

    /** Puts Linux' own full disk where the derived files are about to be written. */
    private static final class FillingUp implements ShortShot.Ear {

        @Override
        public void began(List<FieldQuenchShot> shots, RigConfig.Source source, Path folder) {
            for (var name : List.of("trace.csv.part", "summary.json.new", "manifest.json.new")) {
                try {
                    Files.createSymbolicLink(folder.resolve(name), Path.of("/dev/full"));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }

        @Override
        public void heard(RunEvent event) {}
    }
}
