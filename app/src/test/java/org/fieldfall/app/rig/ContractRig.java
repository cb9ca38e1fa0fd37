package org.fieldfall.app.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.contract.Bench;
import org.fieldfall.simulator.Fault;
import org.fieldfall.simulator.FaultKind;
import org.fieldfall.simulator.Truth;
import org.fieldfall.simulator.VirtualRig;
import org.fieldfall.simulator.wire.SerialLine;
import org.fieldfall.simulator.wire.SocketLine;

/** The twin on real wires, with the drivers of its roles as a run builds them and hands on its lines. */
final class ContractRig implements AutoCloseable {

    static final Duration WITHIN = Duration.ofSeconds(8);

    private static final Path HOME = Path.of("..");
    private static final long SEED = 11;
    private static final double TRUTH_SECONDS = 0.11;
    private static final String[][] EDITS = {
        {"baud: 9600 ", "baud: 115200 "}, // of the supply; 9600 would be most of the time that the tests take
        {"boot: 2 s", "boot: 0.2 s"},
        {"shared-line: false", "shared-line: true"},
    };
    private static final String[][] FAST_PS_EDITS = {{"boot: 2 s", "boot: 0.2 s"}};

    private final RigConfig config;
    private final CalibrationCurve curve;
    private final VirtualRig twin;
    private final RigLines lines;
    private final RigDrivers drivers;
    private volatile Truth truth = new Truth(0, 0, 0, 0, 0);

    private ContractRig(RigConfig config, Path folder) {
        this.config = config;
        this.curve = OpenRig.calibration(config).curve();
        var sample = Configs.of(HOME, Optional.empty()).sample("mn12ac-experiment");
        this.twin = VirtualRig.start(TwinOf.settings(config, sample, curve), SEED, folder);
        twin.truthTo(told -> truth = told);
        this.lines = new RigLines(config, twin.resources());
        this.drivers = new RigDrivers(config, lines);
    }

    /** The shipped twin. */
    static ContractRig twin(Path folder) {
        return shipped("twin", folder);
    }

    /** One of the shipped rigs. */
    static ContractRig shipped(String name, Path folder) {
        return of(name, folder, EDITS, text -> text);
    }

    /**
     * The shipped twin with one more instrument and role.
     *
     * @param instrument section of the rig file, indented by two
     * @param role section of the rig file, indented by two
     */
    static ContractRig of(Path folder, String instrument, String role) {
        return of("twin", folder, EDITS, text -> text.replace("\nroles:\n", instrument + "\nroles:\n" + role));
    }

    /** The shipped twin whose field supply is a FAST-PS. */
    static ContractRig fastPs(Path folder) {
        return of("twin-fast-ps", folder, FAST_PS_EDITS, text -> text);
    }

    private static ContractRig of(String name, Path folder, String[][] edits, UnaryOperator<String> change) {
        try {
            var shipped = HOME.resolve("config").toAbsolutePath().normalize();
            var text = change.apply(Files.readString(shipped.resolve("rigs").resolve(name + ".yaml"))
                    .replace("../calibrations", shipped.resolve("calibrations").toString()));
            for (var edit : edits) {
                if (!text.contains(edit[0])) {
                    throw new IllegalStateException("the shipped twin has no passage \"" + edit[0] + '"');
                }
                text = text.replaceFirst(edit[0], edit[1]);
            }
            var file = Files.writeString(folder.resolve("rig.yaml"), text);
            return new ContractRig(Configs.of(HOME, Optional.empty()).rig(file.toString()), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RigConfig.Roles roles() {
        return config.roles();
    }

    RigDrivers drivers() {
        return drivers;
    }

    CalibrationCurve curve() {
        return curve;
    }

    /** The world as it is, to within a tenth of a second of its own. */
    Truth truth() {
        pass(TRUTH_SECONDS);
        return truth;
    }

    void pass(double seconds) {
        twin.leapTo(twin.seconds() + seconds);
    }

    /** The next reply of a role's instrument meets with a fault. */
    void stage(FaultKind kind, String role) {
        twin.stage(new Fault(kind, role, OptionalDouble.empty()), twin.seconds());
        pass(0.001);
    }

    /** Brings the field to a value by a supply that is ready. */
    void goTo(FieldSupply supply, double tesla) {
        double from = supply.measureField(WITHIN).tesla();
        var ramp = RampProgram.linear(from, tesla, 5, 0.02);
        supply.load(ramp, WITHIN);
        supply.start(WITHIN);
        var unused = supply.status(WITHIN);
        pass(ramp.durationSeconds() + 0.5);
    }

    /** Asks a stranger on a line of text who it is, by the driver of a role. */
    Identity identifyStranger(String role, BiFunction<RigDrivers, Duration, Identity> identify, Duration within) {
        try (var line = SocketLine.open(new Stranger(), 100)) {
            return identifyOn(line.resource(), role, identify, within);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a stranger on a line of single characters who it is, by the driver of a role. */
    Identity identifyStrangeBoard(String role, BiFunction<RigDrivers, Duration, Identity> identify, Duration within) {
        try (var line = SerialLine.open(new Stranger(), new SerialLine.Wiring(0, 115_200, true), Optional.empty())) {
            return identifyOn(line.resource(), role, identify, within);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Identity identifyOn(
            String resource, String role, BiFunction<RigDrivers, Duration, Identity> identify, Duration within) {
        try (var strange = new RigLines(config, Map.of(role, resource))) {
            return identify.apply(new RigDrivers(config, strange), within);
        }
    }

    /** The hands on the line of a role. */
    Bench bench(String role) {
        return new Bench() {
            @Override
            public String resource() {
                return Objects.requireNonNull(twin.resources().get(role));
            }

            @Override
            public void silence(boolean isSilent) {
                twin.silence(role, isSilent);
            }

            @Override
            public void unplug() {
                twin.unplug(role);
            }

            @Override
            public void plug() {
                twin.plug(role);
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
                return twin.seconds();
            }

            @Override
            public void pass(double seconds) {
                ContractRig.this.pass(seconds);
            }
        };
    }

    @Override
    public void close() {
        lines.close();
        twin.close();
    }
}
