package org.fieldfall.app.live.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AssetsTest {

    private static final int MOST_BYTES = 300_000;

    private final Assets assets = new Assets();

    @Test
    void weighsLessThanThreeHundredKilobytes() {
        int bytes = assets.all().values().stream()
                .mapToInt(asset -> asset.bytes().length)
                .sum();

        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void namesNothingOutsideTheJar() {
        Pattern outside = Pattern.compile("(src|href|url|import|from)\\s*[=(]?\\s*[\"'(]?https?://");

        assets.all()
                .forEach((name, asset) -> assertThat(outside.matcher(new String(asset.bytes(), UTF_8))
                                .find())
                        .as(name)
                        .isFalse());
    }

    @Test
    void hasNoScriptAndNoStyleInItsHtml() {
        String html = new String(assets.all().values().iterator().next().bytes(), UTF_8);

        assertThat(html).doesNotContain("<style").doesNotContain(" style=").doesNotContain(" onclick");
        assertThat(html).doesNotContainPattern("<script[^>]*>[^<]");
    }
}
