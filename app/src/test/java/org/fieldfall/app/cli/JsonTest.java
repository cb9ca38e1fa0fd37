package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void keepsTheOrderOfItsKeys() {
        var json = new Json().put("b", 1).put("a", 2L).put("c", true);

        assertThat(json).hasToString("{\"b\":1,\"a\":2,\"c\":true}");
    }

    @Test
    void writesNullForWhatIsNoNumber() {
        var json = new Json()
                .put("nan", Double.NaN)
                .put("infinite", Double.NEGATIVE_INFINITY)
                .put("none", OptionalDouble.empty())
                .put("some", OptionalDouble.of(0.5))
                .put("text", Optional.empty())
                .put("null", null);

        assertThat(json)
                .hasToString("{\"nan\":null,\"infinite\":null,\"none\":null,\"some\":0.5,\"text\":null,\"null\":null}");
    }

    @Test
    void nestsObjectsAndLists() {
        var json = new Json()
                .put("lines", new Json().put("supply", "a \"quoted\" name"))
                .put("points", List.of(new Json().put("t", 1.5), 2))
                .put("folder", Path.of("runs", "1"))
                .put("code", ExitCode.NO_ANSWER);

        assertThat(json)
                .hasToString("{\"lines\":{\"supply\":\"a \\\"quoted\\\" name\"},\"points\":[{\"t\":1.5},2],"
                        + "\"folder\":\"runs/1\",\"code\":\"no_answer\"}");
    }
}
