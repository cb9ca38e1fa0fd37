package org.fieldfall.app.examplebox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.fieldfall.app.config.InvalidConfigException;
import org.fieldfall.app.model.Finding;
import org.fieldfall.app.model.Finding.Verdict;
import org.fieldfall.app.rig.OpenRig;
import org.fieldfall.app.rig.RigCheck;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.protocols.instrument.contract.ExcitationContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model of which no other class has heard, read from a rig file, checked, and held to what its role promises. */
@Timeout(60)
class ExampleBoxTest extends ExcitationContract {

    @TempDir
    private static Path folder;

    private static ExampleRig rig;
    private static OpenRig open;

    @BeforeAll
    static void open() throws IOException {
        rig = new ExampleRig(folder, exampleBox());
        open = rig.open();
    }

    private static Answering exampleBox() {
        return new Answering("EXAMPLE,BOX,E17,1.0");
    }

    @AfterAll
    static void close() {
        open.close();
        rig.close();
    }

    @Test
    void isReadFromItsSectionOfARigFile() {
        var instrument = rig.rig(rig.text()).instrument("source");

        assertThat(instrument.driver()).isEqualTo("example-box");
        assertThat(instrument.settings()).isEqualTo(new ExampleBoxModel.Settings(2));
    }

    @Test
    void isUnknownWithoutItsLineAmongTheServices() {
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> rig.rigWithoutTheBox(rig.text()))
                .withMessageContaining(
                        "source.driver: came \"example-box\" (unknown word), due ami-430 or caen-fast-ps or generic-scpi or");
    }

    @Test
    void aSlipInItsSectionIsReportedLikeAnyOther() {
        assertRefused(
                "headroom: 2 V",
                "hedroom: 2 A",
                "instruments.source.headroom: came nothing, due a voltage above zero, like 10 V",
                "instruments.source.hedroom: came an unknown key, due one of driver, resource, headroom, reply-deadline"
                        + " (nearest: headroom)");
    }

    @Test
    void aMistypedDriverIsToldOfIt() {
        assertRefused(
                "driver: example-box",
                "driver: exmple-box",
                "instruments.source.driver: came \"exmple-box\" (unknown word), due ami-430 or caen-fast-ps or example-box or generic-scpi or");
    }

    @Test
    void aRoleThatItDoesNotOfferIsRefusedWithThoseItDoes() {
        assertRefused(
                "instrument: supply",
                "instrument: source",
                "roles.field-supply.instrument: came \"source\" (driver example-box offers excitation),"
                        + " due an instrument with driver caen-fast-ps or kepco-bop: supply");
    }

    @Test
    void isAmongTheDriversThatOfferItsRole() {
        assertRefused(
                "excitation:\n    instrument: source",
                "excitation:\n    instrument: supply",
                "roles.excitation.instrument: came \"supply\" (driver kepco-bop offers field-supply),"
                        + " due an instrument with driver example-box or keithley-2400: source");
    }

    @Test
    void isNotSimulatedAsItHasNoTwin() {
        assertRefused(
                rig.source().resource(),
                "simulated",
                "instruments.source.resource: came \"simulated\","
                        + " due the name of a line, as driver example-box has no simulated twin");
    }

    private static void assertRefused(String passage, String replacement, String... problems) {
        var text = rig.text();
        assertThat(text).contains(passage);
        assertThatExceptionOfType(InvalidConfigException.class)
                .isThrownBy(() -> rig.rig(text.replace(passage, replacement)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(problems));
    }

    @Test
    void isCheckedWithTheOthers() throws IOException {
        try (var another = new ExampleRig(folder, exampleBox())) {
            var file = another.rig(another.text());

            var report = new RigCheck(file, OpenRig.calibration(file).curve(), 2).perform(Map.of());

            assertThat(report.roles())
                    .filteredOn(role -> role.role().equals("excitation"))
                    .singleElement()
                    .satisfies(role -> {
                        assertThat(role.identity()).contains(new Identity("EXAMPLE", "BOX", "E17", "1.0"));
                        assertThat(role.findings())
                                .contains(new Finding("its voltage", "2.5 V", "at least 2 V", Verdict.FITS));
                    });
        }
    }

    @Override
    protected Excitation excitation() {
        return open.roles().excitation().orElseThrow();
    }

    @Override
    protected double trueAmperes() {
        return rig.box().level();
    }

    @Override
    protected Identity identifyAnother(Duration within) {
        try (var strange = new ExampleRig(folder, new Answering("ACME,TOASTER,1,1.0"));
                var other = strange.open()) {
            return other.roles().excitation().orElseThrow().identify(within);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Bench bench() {
        return new Bench() {
            @Override
            public String resource() {
                return rig.source().resource();
            }

            @Override
            public void silence(boolean isSilent) {
                rig.box().silence(isSilent);
            }

            @Override
            public void unplug() {
                rig.source().unplug();
            }

            @Override
            public void plug() {
                try {
                    rig.source().plug();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void rest() {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }

            @Override
            public double seconds() {
                return nanos() * 1e-9;
            }

            @Override
            public void pass(double seconds) {}
        };
    }
}
