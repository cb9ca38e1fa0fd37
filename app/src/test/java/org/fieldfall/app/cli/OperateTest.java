package org.fieldfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.guard.FakeDesk;
import org.fieldfall.app.guard.Latch;
import org.fieldfall.app.guard.Leases;
import org.fieldfall.app.guard.Watchkeeping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an operator, with runs that are none at the other end. */
@Timeout(60)
class OperateTest {

    @TempDir
    private Path temp;

    private Leases leases = new Leases(Path.of("unset"));

    @BeforeEach
    void inAFolderOfItsOwn() {
        leases = new Leases(temp.resolve("leases"));
    }

    private Terminal type(String... words) {
        return Terminal.with(leases, words);
    }

    private Watchkeeping run(String folder, FakeDesk desk) {
        var rig = Configs.of(Path.of(".."), Optional.empty()).rig("twin");
        var watch = Watchkeeping.begin(leases, rig, UUID.randomUUID(), "anna", InstantSource.system());
        watch.post(temp.resolve(folder), RigConfig.Source.SIMULATOR, desk);
        return watch;
    }

    @Test
    void withoutARunEveryCommandSaysSo() {
        for (var words : List.of("status", "hold", "resume", "stop", "emergency")) {
            var typed = type(words);

            assertThat(typed.exitCode()).as(words).isEqualTo(1);
            assertThat(typed.out() + typed.err()).as(words).contains("no run is in progress here");
        }
        assertThat(type("note", "x").exitCode()).isEqualTo(1);
        assertThat(type("ack", "--by", "anna", "x").err()).contains("nothing waits to be acknowledged");
    }

    @Test
    void theOnlyRunNeedsNoName() {
        var desk = new FakeDesk();
        try (var watch = run("0007_mn12ac_1a2b3c4d", desk)) {
            assertThat(type("hold", "--by", "bert", "--wait", "5").out()).contains("hold by bert", "the run is HELD");
            assertThat(type("resume", "--by", "bert").exitCode()).isZero();
            assertThat(type("resume", "--by", "bert").exitCode()).isEqualTo(1);
            assertThat(type("note", "--by", "bert", "a sentence").exitCode()).isZero();
            assertThat(type("stop", "--by", "bert", "--wait", "5").exitCode()).isZero();
            assertThat(type("emergency", "--by", "bert", "--wait", "5").exitCode())
                    .isEqualTo(1);
            assertThat(watch).isNotNull();
        }
        assertThat(desk.asked())
                .containsExactly(
                        "hold by bert",
                        "resume by bert",
                        "note by bert: a sentence",
                        "stop by bert",
                        "emergency by bert");
    }

    @Test
    void ofSeveralRunsOneHasToBeNamed() {
        var one = new FakeDesk();
        var other = new FakeDesk();
        try (var first = run("0007_mn12ac_1a2b3c4d", one);
                var second = run("0008_mn12ac_5e6f7a8b", other)) {
            var stop = type("stop");
            assertThat(stop.exitCode()).isEqualTo(2);
            assertThat(stop.err()).contains("2 runs are in progress", "0007_mn12ac", "0008_mn12ac");
            assertThat(type("status").exitCode()).isZero();

            assertThat(type("stop", "8", "--by", "bert").exitCode()).isZero();
            assertThat(type("stop", "9").exitCode()).isEqualTo(1);
            assertThat(type("note", "0007", "--by", "bert", "here").exitCode()).isZero();
            assertThat(List.of(first, second)).hasSize(2);
        }
        assertThat(one.asked()).containsExactly("note by bert: here");
        assertThat(other.asked()).containsExactly("stop by bert");
    }

    @Test
    void statusTellsStatePhaseFolderAndSource() throws Exception {
        try (var watch = run("0007_mn12ac_1a2b3c4d", new FakeDesk())) {
            assertThat(type("status").out())
                    .contains("SIMULATOR  rig twin: RUNNING, phase relax", "0007_mn12ac_1a2b3c4d", "none latched");
            var json = new ObjectMapper().readTree(type("status", "--json").out());
            assertThat(json.at("/runs/0/source").asText()).isEqualTo("simulator");
            assertThat(json.at("/runs/0/state").asText()).isEqualTo("RUNNING");
            assertThat(json.at("/runs/0/pid").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(json.at("/latches").isArray()).isTrue();
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void anAcknowledgementGoesWhereItIsWaitedFor() {
        var desk = new FakeDesk();
        try (var watch = run("0007_mn12ac_1a2b3c4d", desk)) {
            assertThat(type("ack", "--by", "bert", "seen").err()).contains("nothing waits");
            desk.latch("field");
            assertThat(type("ack", "--by", "bert", "seen").exitCode()).isZero();
            assertThat(watch).isNotNull();
        }
        assertThat(desk.asked()).containsExactly("ack of all by bert: seen");
    }

    @Test
    void aLatchedRigIsFreedByAnAcknowledgement() throws Exception {
        var latch = new Latch(
                "lab",
                "1a2b3c4d",
                Files.createDirectory(temp.resolve("0007_mn12ac_1a2b3c4d")).toString(),
                Instant.EPOCH,
                "run",
                "not safe",
                List.of("supply"));
        leases.latch(latch);
        assertThat(type("status").out()).contains("LATCHED  rig lab");

        var ack = type("ack", "lab", "--by", "bert", "power cycled the supply");

        assertThat(ack.exitCode()).isZero();
        assertThat(ack.out()).contains("rig lab is free for the next run");
        assertThat(ack.err()).contains("the record of the run does not have it");
        assertThat(leases.latches()).isEmpty();
        assertThat(type("ack", "lab", "bert").exitCode()).isEqualTo(2);
    }

    @Test
    void theGuardianIsNotOfferedToPeople() {
        assertThat(type("--help").out()).contains("emergency").doesNotContain("guardian");
    }
}
