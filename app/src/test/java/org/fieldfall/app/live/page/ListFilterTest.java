package org.fieldfall.app.live.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.fieldfall.app.review.RunFilter;
import org.junit.jupiter.api.Test;

final class ListFilterTest {

    @Test
    void readsOneValueAndTwo() {
        RunFilter filter = ListFilter.of(Map.of("ti", "3K:4K", "bi", "1 T", "status", "success")::get);

        assertThat(filter.initialKelvin()).contains(new RunFilter.Between(3, 4));
        assertThat(filter.initialTesla()).contains(new RunFilter.Between(1, 1));
        assertThat(filter.status()).contains("success");
    }

    @Test
    void tellsAllThatIsUnfitAtOnce() {
        Map<String, String> query =
                Map.of("ti", "3K:4K:5K", "bi", "1T:0T", "status", "fine", "since", "2026-11-30", "until", "2026-11-01");

        assertThatThrownBy(() -> ListFilter.of(query::get))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(
                        "ti: came \"3K:4K:5K\"",
                        "bi: came \"1T:0T\"",
                        "status: came \"fine\"",
                        "until: came a day before");
    }
}
