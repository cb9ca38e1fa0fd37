package org.fieldfall.app.live.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ViewerTest {

    private static final long MILLI = 1_000_000;

    private double seconds = 1;
    private final SyntheticRun run = new SyntheticRun(() -> seconds, 1000, 0.005);
    private final Stuck line = new Stuck();
    private final Viewer viewer = new Viewer(run, line, 0);

    @Test
    void hasOneMessageOnItsWayAtMost() {
        line.isStuck = true;

        turns(0, 1000);

        assertThat(line.texts.size() + line.binaries.size()).isEqualTo(1);
    }

    @Test
    void givesAStuckViewerWhatItMissedThinnedAndOnce() {
        turns(0, 100);
        long before = line.lastNext;
        line.isStuck = true;
        turns(100, 9000);

        line.isStuck = false;
        line.free();
        turns(9100, 100);

        assertThat(before).isLessThan(1200);
        assertThat(line.lastNext).isBetween(Math.round(1000 * seconds) - 25, Math.round(1000 * seconds));
        assertThat(line.binaries.get(line.binaries.size() - 1).limit()).isLessThan(4 << 20);
    }

    @Test
    void cutsAViewerOffThatDoesNotReadForTenSeconds() {
        line.isStuck = true;

        boolean isThere = turns(0, 10_100);

        assertThat(isThere).isFalse();
        assertThat(line.isCut).isTrue();
    }

    @Test
    void sendsAtMostSixtyTwoBatchesAndFiveSnapshotsASecond() {
        turns(0, 1000);

        assertThat(line.binaries).hasSizeBetween(50, 63);
        assertThat(line.texts).hasSizeBetween(4, 8);
    }

    @Test
    void answersAQuestionForAPart() {
        turns(0, 200);
        int before = line.binaries.size();

        viewer.ask(new Viewer.Ask(7, "temperature", 0.1, 0.2, 50));
        turns(200, 30);

        ByteBuffer answer = line.binaries.stream()
                .skip(before)
                .filter(message -> message.getInt(0) == Packed.ASKED)
                .findFirst()
                .orElseThrow();
        assertThat(answer.getInt(8)).isBetween(20, 50);
        assertThat(answer.getInt(12)).isEqualTo(7);
    }

    @Test
    void beatsWhileNothingHappens() {
        turns(0, 200);
        int before = line.texts.size();
        double stopped = seconds;

        for (long at = 200; at < 3300; at += 4) {
            seconds = stopped;
            viewer.turn(at * MILLI);
        }

        assertThat(line.texts.subList(before, line.texts.size())).contains("{\"kind\":\"beat\"}");
    }

    /** As the pump does it, every 4 ms, while the run goes on. */
    private boolean turns(long fromMillis, long millis) {
        boolean isThere = true;
        for (long at = fromMillis; at < fromMillis + millis && isThere; at += 4) {
            seconds = 1 + at / 1000.0;
            isThere = viewer.turn(at * MILLI);
        }
        return isThere;
    }

    /** A line that swallows, or does not. */
    private static final class Stuck implements Line {
        private final List<String> texts = new ArrayList<>();
        private final List<ByteBuffer> binaries = new ArrayList<>();
        private final List<Runnable> waiting = new ArrayList<>();
        private boolean isStuck;
        private boolean isCut;
        private long lastNext;

        @Override
        public boolean isOpen() {
            return !isCut;
        }

        @Override
        public void text(String message, Runnable done) {
            texts.add(message);
            finish(done);
        }

        @Override
        public void binary(ByteBuffer message, Runnable done) {
            ByteBuffer kept = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            binaries.add(kept);
            if (kept.getInt(0) == Packed.MORE && kept.getInt(4) == 0) {
                lastNext = Math.round(kept.getDouble(16));
            }
            finish(done);
        }

        private void finish(Runnable done) {
            if (isStuck) {
                waiting.add(done);
            } else {
                done.run();
            }
        }

        void free() {
            waiting.forEach(Runnable::run);
            waiting.clear();
        }

        @Override
        public void cut() {
            isCut = true;
        }
    }
}
