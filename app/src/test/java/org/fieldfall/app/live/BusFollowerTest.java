package org.fieldfall.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fieldfall.app.guard.FakeDesk;
import org.fieldfall.app.store.LogWriter;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BusFollowerTest {

    private static final UUID RUN = new UUID(3, 4);

    private final List<RunEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    @Test
    void tellsALateJoinerEverythingInItsOrder() throws Exception {
        try (var bus = Bus.open(RUN, new FakeDesk(), 0)) {
            bus.began("simulator", folder.resolve("run.log"));
            var told = tell(bus, 0, 600);
            Until.sent(bus);
            try (var follower = BusFollower.follow(bus.publisher(), bus.router(), heard::add)) {
                Until.holds(() -> follower.standing() == BusFollower.Standing.FOLLOWING && heard.size() == 600);
                told.addAll(tell(bus, 600, 700));
                Until.holds(() -> heard.size() == 700);

                assertThat(heard).isEqualTo(told);
                assertThat(follower.missed()).isZero();
            }
        }
    }

    @Test
    void getsWhatMemoryKeepsNoMoreFromTheLog() throws Exception {
        var log = folder.resolve("run.log");
        try (var bus = Bus.open(RUN, new FakeDesk(), 0, 8192, 1)) {
            bus.began("simulator", log);
            List<RunEvent> told = new ArrayList<>();
            try (var writer = LogWriter.open(log, RUN, InstantSource.system(), new QuietAlarm())) {
                told.addAll(events(0, 400));
                told.forEach(writer::heard);
            }
            told.forEach(bus::heard);
            Until.sent(bus);
            try (var follower = BusFollower.follow(bus.publisher(), bus.router(), heard::add)) {
                Until.holds(() -> heard.size() == 400);

                assertThat(heard).isEqualTo(told);
                assertThat(follower.missed()).isZero();
            }
        }
    }

    @Test
    void fillsWhatTheBrokenSocketsLost() throws Exception {
        try (var bus = Bus.open(RUN, new FakeDesk(), 0);
                var follower = BusFollower.follow(bus.publisher(), bus.router(), heard::add)) {
            bus.began("simulator", folder.resolve("run.log"));
            var told = tell(bus, 0, 50);
            Until.holds(() -> heard.size() == 50);
            for (var address : List.of(bus.publisher(), bus.router())) {
                int before = bus.mended();
                Malformed.frame(URI.create(address).getPort(), address.equals(bus.publisher()) ? "SUB" : "REQ");
                told.addAll(tell(bus, told.size(), told.size() + 50));
                Until.holds(() -> bus.mended() > before);
            }
            told.addAll(tell(bus, told.size(), told.size() + 50));
            Until.holds(() -> heard.size() == told.size());

            // What is filled in comes channel by channel.
            assertThat(byChannel(heard)).isEqualTo(byChannel(told));
            assertThat(follower.missed()).isZero();
        }
    }

    private static Map<String, List<RunEvent>> byChannel(List<RunEvent> events) {
        return events.stream().collect(Collectors.groupingBy(ChannelOf::event));
    }

    @Test
    void endsWithTheRun() throws Exception {
        try (var bus = Bus.open(RUN, new FakeDesk(), 0)) {
            bus.began("simulator", folder.resolve("run.log"));
            tell(bus, 0, 5);
            try (var follower = BusFollower.follow(bus.publisher(), bus.router(), heard::add)) {
                Until.holds(() -> heard.size() == 5);
                bus.heard(new RunEnded(9, "success", true, ""));
                Until.holds(() -> follower.standing() == BusFollower.Standing.ENDED);

                assertThat(heard).hasSize(6);
            }
        }
    }

    @Test
    void saysWhatCouldNotBeHad() throws Exception {
        try (var bus = Bus.open(RUN, new FakeDesk(), 0, 8192, 1)) {
            tell(bus, 0, 300);
            Until.sent(bus);
            try (var follower = BusFollower.follow(bus.publisher(), bus.router(), heard::add)) {
                Until.holds(() -> follower.standing() == BusFollower.Standing.FOLLOWING
                        && heard.size() + follower.missed() == 300);

                assertThat(heard).contains(new Remark(299, "a remark"));
            }
        }
    }

    @Test
    void goesOnAfterAListenerThatFails() throws Exception {
        try (var bus = Bus.open(RUN, new FakeDesk(), 0);
                var follower = BusFollower.follow(bus.publisher(), bus.router(), event -> {
                    heard.add(event);
                    throw new IllegalStateException("a listener that fails");
                })) {
            bus.began("simulator", folder.resolve("run.log"));
            tell(bus, 0, 5);

            Until.holds(() -> heard.size() == 5);
            assertThat(follower.heard()).isEqualTo(5);
        }
    }

    private static List<RunEvent> tell(Bus bus, int from, int to) {
        var told = events(from, to);
        told.forEach(bus::heard);
        return told;
    }

    private static List<RunEvent> events(int from, int to) {
        List<RunEvent> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            all.add(
                    i % 3 == 2
                            ? new Remark(i, "a remark")
                            : new ScalarRead(i, i % 3 == 0 ? "field" : "bath", i, "A", i, "T"));
        }
        return all;
    }
}
