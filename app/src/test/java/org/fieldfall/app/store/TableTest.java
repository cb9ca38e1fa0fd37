package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the locale of the machine")
class TableTest {

    @TempDir
    Path folder;

    @Test
    void writesAHeaderWithUnitsAndAnEmptyFieldForAMissingNumber() {
        var file = folder.resolve("trace.csv");

        try (var trace = Table.trace(file, "V")) {
            trace.row(-0.001, 1.68e-3, 4.0);
            trace.row(0.0, Double.NaN, Double.NaN);
        }

        assertThat(file).hasContent("time_s,raw_v,temperature_k\n-0.001,0.00168,4.0\n0.0,,\n");
    }

    @Test
    void quotesATextThatWouldBreakARow() {
        var file = folder.resolve("mixed.csv");

        try (var table = Table.create(file, "name", "value_k")) {
            table.cells("ΔT, \"so\"\nto say", 1.5);
            table.cells("plain", Double.NaN);
        }

        assertThat(file).hasContent("name,value_k\n\"ΔT, \"\"so\"\"\nto say\",1.5\nplain,\n");
    }

    @Test
    void hasItsNameOnlyWhenItIsComplete() {
        var file = folder.resolve("truth.csv");

        try (var truth = Table.truth(file)) {
            truth.row(0, 1, 4, 4, 0.25);
            assertThat(file).doesNotExist();
        }

        assertThat(file).hasContent("time_s,field_t,lattice_k,platform_k,upper_population\n0.0,1.0,4.0,4.0,0.25\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void keepsEveryBitWhateverTheLocale() throws Exception {
        var file = folder.resolve("t.csv");
        var values = new Random(5).doubles(1000, -1e-3, 1e3).toArray();
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try (var table = Table.create(file, "a")) {
            for (double value : values) {
                table.row(value);
            }
        } finally {
            Locale.setDefault(before);
        }

        var read = Files.readAllLines(file).stream()
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(read).isEqualTo(values);
    }

    @Test
    void refusesARowOfAnotherWidth() {
        try (var table = Table.trace(folder.resolve("t.csv"), "V")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.row(1, 2))
                    .withMessageContaining("3 columns, not 2");
        }
    }
}
