package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final Instant LATE = Instant.parse("2026-11-22T23:59:59Z");

    @TempDir
    Path root;

    @Test
    void namesTheFolderByUtcDayNumberSampleAndShortId() {
        var folder = RunFolder.claim(root, "mn12ac-experiment", Log.RUN, LATE);

        assertThat(folder.path()).isDirectory().isEqualTo(root.resolve("2026/11/22/0001_mn12ac-experiment_0f1e2d3c"));
        assertThat(folder.manifest()).hasParentRaw(folder.path());
        assertThat(RunFolder.claim(root, "x", UUID.randomUUID(), LATE.plusSeconds(1))
                        .number())
                .isEqualTo(1);
    }

    @Test
    void countsOnAlsoWhenTheClaimsWereNotCopiedAlong() throws Exception {
        Files.createDirectories(root.resolve("2026/11/22/0041_mn12ac_01234567"));

        assertThat(RunFolder.claim(root, "a", UUID.randomUUID(), LATE).number()).isEqualTo(42);
        assertThat(RunFolder.claim(root, "b", UUID.randomUUID(), LATE).number()).isEqualTo(43);
    }

    @Test
    void keepsOddSampleNamesOutOfThePath() {
        var folder = RunFolder.claim(root, "../Mn12 Ac_µ", Log.RUN, LATE);

        assertThat(folder.path().getFileName()).hasToString("0001_..-Mn12-Ac-_0f1e2d3c");
    }

    @Test
    void givesEachOfManyAtOnceANumberOfItsOwn() throws Exception {
        var crowd = Executors.newFixedThreadPool(8);
        Callable<Integer> claim =
                () -> RunFolder.claim(root, "s", UUID.randomUUID(), LATE).number();

        var numbers = new ArrayList<Integer>();
        for (var answer :
                crowd.invokeAll(IntStream.range(0, 64).mapToObj(i -> claim).toList(), 30, TimeUnit.SECONDS)) {
            numbers.add(answer.get(1, TimeUnit.SECONDS));
        }
        crowd.shutdownNow();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 64).boxed().toList());
    }

    @Test
    void saysWhereAFolderCannotBeCreated() throws Exception {
        var file = Files.createFile(root.resolve("a-file"));

        assertThatThrownBy(() -> RunFolder.claim(file, "s", Log.RUN, LATE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a-file");
    }
}
