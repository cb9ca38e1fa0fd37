package org.fieldfall.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

    private record Point(double afterRampSeconds, double kelvin, OptionalDouble isentropicKelvin, String verdict) {}

    @TempDir
    Path folder;

    @Test
    void writesNullForWhatIsNoNumber() {
        var point = new Point(10, Double.NaN, OptionalDouble.empty(), "µ");
        var file = folder.resolve("summary.json");

        Json.write(file, point);

        assertThat(file)
                .content()
                .isEqualTo(Json.text(point))
                .containsSubsequence(
                        "\"after_ramp_seconds\" : 10.0", "\"kelvin\" : null", "\"isentropic_kelvin\" : null", "\"µ\"");
    }
}
