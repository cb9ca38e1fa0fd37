package org.fieldfall.app.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fieldfall.app.guard.ResourceLock.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeasesTest {

    private static final List<String> SUPPLY = List.of("supply");
    private static final List<String> BOTH = List.of("meter", "supply");

    @TempDir
    private Path temp;

    private Leases leases = new Leases(Path.of("unset"));

    @BeforeEach
    void inAFolderOfItsOwn() {
        leases = new Leases(temp.resolve("leases"));
    }

    static Holder holder(String who) {
        return new Holder(
                "run",
                ProcessHandle.current().pid(),
                "lab3",
                who,
                "id of " + who,
                "/data/" + who,
                "lab",
                "rig",
                "",
                "",
                Instant.EPOCH,
                List.of());
    }

    @Test
    void whoComesSecondHearsWhoIsThereSinceWhen() {
        try (Lease first = leases.take(holder("anna"), BOTH, Part.RUN)) {
            assertThatThrownBy(() -> leases.take(holder("bert"), SUPPLY, Part.RUN))
                    .isInstanceOf(RigTakenException.class)
                    .hasMessageContainingAll(
                            "rig lab is in use",
                            "anna",
                            "1970-01-01T00:00:00Z",
                            "pid " + ProcessHandle.current().pid(),
                            "/data/anna",
                            "fieldfall status");
            assertThat(leases.holders()).containsExactly(first.holder());
        }
        assertThat(leases.holders()).isEmpty();
        leases.take(holder("bert"), BOTH, Part.RUN).close();
    }

    @Test
    void aRefusedOneLeavesNoLineTaken() {
        try (Lease first = leases.take(holder("anna"), SUPPLY, Part.RUN)) {
            assertThatThrownBy(() -> leases.take(holder("bert"), BOTH, Part.RUN))
                    .isInstanceOf(RigTakenException.class);

            leases.take(holder("carl"), List.of("meter"), Part.RUN).close();
            assertThat(first.holder().user()).isEqualTo("anna");
        }
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        Callable<Optional<Lease>> taking = () -> {
            try {
                return Optional.of(leases.take(holder("anna"), BOTH, Part.RUN));
            } catch (RigTakenException refused) {
                return Optional.empty();
            }
        };
        List<Lease> taken = new ArrayList<>();
        for (Future<Optional<Lease>> each : pool.invokeAll(List.of(taking, taking, taking, taking, taking, taking))) {
            each.get().ifPresent(taken::add);
        }
        pool.shutdown();

        assertThat(taken).hasSize(1);
        taken.get(0).close();
    }

    @Test
    void theGuardianKeepsARigWhoseRunIsGone() {
        Lease run = leases.take(holder("anna"), SUPPLY, Part.RUN);
        run.close();
        Lease again = leases.take(holder("anna"), SUPPLY, Part.GUARDIAN);
        again.tell(again.holder().guardian(7));

        assertThatThrownBy(() -> leases.take(holder("bert"), SUPPLY, Part.RUN))
                .isInstanceOf(RigTakenException.class)
                .hasMessageContaining("the guardian of a run by anna");
        again.close();
    }

    @Test
    void aProcessThatIsKilledLeavesItsRigToTheNext() throws Exception {
        try (var other = Other.holding(temp.resolve("leases"), "supply")) {
            assertThat(leases.holders()).extracting(Holder::user).containsExactly("other");
            assertThatThrownBy(() -> leases.take(holder("anna"), SUPPLY, Part.RUN))
                    .isInstanceOf(RigTakenException.class)
                    .hasMessageContaining("by other");

            other.kill();

            assertThat(leases.holders()).isEmpty();
            leases.take(holder("anna"), SUPPLY, Part.RUN).close();
        }
    }

    @Test
    void whoLooksDoesNotTakeAnythingFromWhoHolds() throws Exception {
        try (Lease held = leases.take(holder("anna"), SUPPLY, Part.RUN)) {
            for (int i = 0; i < 50; i++) {
                assertThat(leases.holders()).hasSize(1);
            }
            // Of another process, that sees the lock alone.
            assertThat(Other.output(temp.resolve("leases"), "supply")).contains("refused");
            assertThat(held.keep()).isEmpty();
        }
    }

    @Test
    void aFileThatIsRemovedUnderItsHolderIsMadeAnew() throws IOException {
        try (Lease held = leases.take(holder("anna"), SUPPLY, Part.RUN)) {
            Files.delete(temp.resolve("leases/supply.lease"));

            assertThat(held.keep()).singleElement().asString().contains("made anew");
            assertThat(held.keep()).isEmpty();
            assertThat(Files.readString(temp.resolve("leases/supply.lease"))).contains("anna");
        }
    }

    @Test
    void aLinkInPlaceOfALeaseIsNotFollowed() throws IOException {
        var victim = Files.writeString(temp.resolve("victim"), "precious");
        var folder = Files.createDirectory(temp.resolve("leases"));
        Files.createSymbolicLink(folder.resolve("supply.lease"), victim);
        Files.createLink(folder.resolve("meter.lease"), victim);

        for (String line : BOTH) {
            assertThatThrownBy(() -> leases.take(holder("anna"), List.of(line), Part.RUN))
                    .isInstanceOf(GuardException.class)
                    .hasMessageContaining(line + ".lease");
        }
        assertThat(victim).hasContent("precious");
    }

    @Test
    void aLinkInPlaceOfTheFolderIsRefused() throws IOException {
        Files.createSymbolicLink(temp.resolve("leases"), Files.createDirectory(temp.resolve("elsewhere")));

        assertThatThrownBy(() -> leases.take(holder("anna"), SUPPLY, Part.RUN))
                .isInstanceOf(GuardException.class)
                .hasMessageContaining("no folder");
    }

    @Test
    void folderAndFilesAreAnybodysInSpiteOfTheUmask() throws IOException {
        try (Lease held = leases.take(holder("anna"), SUPPLY, Part.RUN)) {
            assertThat(held.holder().user()).isEqualTo("anna");
            assertThat((Integer) Files.getAttribute(temp.resolve("leases"), "unix:mode") & 07777)
                    .isEqualTo(01777);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(temp.resolve("leases/supply.lease"))))
                    .isEqualTo("rw-rw-rw-");
        }
    }

    @Test
    void whatIsNotReadableAsAHolderIsToldAsUnknown() throws IOException {
        var folder = Files.createDirectory(temp.resolve("leases"));
        Files.writeString(folder.resolve("supply.lease"), "{\"kind\": [[[");

        assertThat(leases.holders()).isEmpty();
        leases.take(holder("anna"), SUPPLY, Part.RUN).close();
    }

    @Test
    void aLatchKeepsEveryRigOnItsLinesUntilItIsCleared() {
        var latch = new Latch("lab", "id", "/data/7", Instant.EPOCH, "run", "THE SAFE STATE WAS NOT SEEN", BOTH);

        leases.latch(latch);

        assertThat(leases.latches()).containsExactly(latch);
        assertThatThrownBy(() -> leases.refuseLatched(SUPPLY))
                .isInstanceOf(RigTakenException.class)
                .hasMessageContainingAll("/data/7", "SAFE STATE WAS NOT SEEN", "fieldfall ack lab --by NAME");
        leases.refuseLatched(List.of("another"));
        leases.unlatch(latch);
        leases.refuseLatched(SUPPLY);
        assertThat(leases.latches()).isEmpty();
    }

    @Test
    void aLineHasOneNameHoweverItIsWritten() throws IOException {
        var device = Files.createFile(temp.resolve("ttyUSB0"));
        var link = Files.createSymbolicLink(temp.resolve("by-id"), device);

        assertThat(LineName.of("ASRL" + link + "::INSTR")).isEqualTo(LineName.of("ASRL" + device + "::INSTR"));
        assertThat(LineName.of("TCPIP0::localhost::5025::SOCKET"))
                .isEqualTo(LineName.of("tcpip::127.0.0.1::5025::SOCKET"))
                .isNotEqualTo(LineName.of("TCPIP0::127.0.0.1::5026::SOCKET"));
        assertThat(LineName.of("ASRL" + device + "::INSTR")).matches("[A-Za-z0-9.-]+");
    }

    /** A process of its own that takes a line and keeps it until it is killed or its input ends. */
    static final class Other implements AutoCloseable {

        private final Process process;

        private Other(Process process) {
            this.process = process;
        }

        public static void main(String... arguments) throws IOException {
            var leases = new Leases(Path.of(arguments[0]));
            try (Lease lease = leases.take(holder("other"), List.of(arguments[1]), Part.RUN)) {
                System.out.println("held " + lease.holder().user());
                System.out.flush();
                if (System.in.read() >= 0) {
                    System.out.println("let go");
                }
            } catch (RigTakenException refused) {
                System.out.println("refused");
            }
        }

        private static Process started(Path folder, String line) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            folder.toString(),
                            line)
                    .redirectErrorStream(true)
                    .start();
        }

        static Other holding(Path folder, String line) throws IOException {
            var process = started(folder, line);
            var said = process.inputReader();
            for (String words = said.readLine(); !"held other".equals(words); words = said.readLine()) {
                assertThat(words).as("what the other process says").isNotNull();
            }
            return new Other(process);
        }

        static String output(Path folder, String line) throws Exception {
            var process = started(folder, line);
            process.getOutputStream().close();
            var words = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return words;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
