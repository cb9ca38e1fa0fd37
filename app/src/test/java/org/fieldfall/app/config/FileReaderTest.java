package org.fieldfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {

    @Test
    void hashesTheBytesAsPublishedForAbc(@TempDir Path folder) {
        var path = EditedFile.write(folder, "abc.yaml", "abc");

        var file = FileReader.read(path, new Problems()).orElseThrow();

        // FIPS 180-2, appendix B.1
        assertThat(file)
                .isEqualTo(new ConfigFile(
                        path, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
}
