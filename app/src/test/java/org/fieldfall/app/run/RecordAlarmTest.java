package org.fieldfall.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.Test;

class RecordAlarmTest {

    private final RecordAlarm alarm = new RecordAlarm(new RunEarTest.Clock());

    @Test
    void isSilentWhileTheRecordIsWritten() {
        assertThat(alarm.reading(3)).isEmpty();
    }

    @Test
    void readsForHowLongTheRecordHasNotBeenWritten() {
        alarm.failed("No space left on device");

        ScalarRead read = alarm.reading(3).orElseThrow();

        assertThat(read.channel()).isEqualTo(RecordAlarm.BEHIND);
        assertThat(read.rigSeconds()).isEqualTo(3);
        assertThat(read.value()).isBetween(0.0, 60.0);
        assertThat(read.unit()).isEqualTo("s");
    }

    @Test
    void saysItOnceASecond() {
        alarm.failed("No space left on device");

        assertThat(alarm.reading(3)).isPresent();
        assertThat(alarm.reading(3)).isEmpty();
    }

    @Test
    void isSilentAgainOnceTheRecordIsWrittenAgain() {
        alarm.stalled("the queue is full");
        alarm.recovered("writing again");

        assertThat(alarm.reading(3)).isEmpty();
    }
}
