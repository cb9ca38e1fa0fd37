package org.fieldfall.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveAddressTest {

    private static final LiveAddress HERE = new LiveAddress("tcp://127.0.0.1:1", "tcp://127.0.0.1:2", "token", 7);

    @TempDir
    private Path folder;

    @Test
    void tellsItsOwnerAlone() throws Exception {
        HERE.write(folder);

        assertThat(LiveAddress.of(folder)).contains(HERE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(LiveAddress.file(folder))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(LiveAddress.file(folder));
        }
    }

    @Test
    void goesWithTheRun() throws Exception {
        HERE.write(folder);
        LiveAddress.remove(folder);
        LiveAddress.remove(folder);

        assertThat(LiveAddress.of(folder)).isEmpty();
    }

    @Test
    void isNothingWhereTheFileIsNone() throws Exception {
        Files.writeString(LiveAddress.file(folder), "half a fi");

        assertThat(LiveAddress.of(folder)).isEmpty();
    }
}
