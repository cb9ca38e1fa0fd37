package org.fieldfall.app.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.fieldfall.app.config.ConfigFile;
import org.fieldfall.app.config.Experiment;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.SampleConfig;
import org.fieldfall.app.model.BiasMagnetOffer;
import org.fieldfall.app.model.FieldMonitorOffer;
import org.fieldfall.app.model.FieldSupplyOffer;
import org.fieldfall.app.model.Place;
import org.fieldfall.app.model.SampleHeaterOffer;
import org.fieldfall.app.model.SampleThermometerOffer;
import org.fieldfall.drivers.calibration.Calibration;
import org.fieldfall.drivers.calibration.CalibrationFormatException;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.drivers.transport.LineListener;
import org.fieldfall.protocols.fieldquench.CoilResidual;
import org.fieldfall.protocols.fieldquench.RigFacts;
import org.fieldfall.protocols.fieldquench.RigRoles;
import org.fieldfall.protocols.fieldquench.SafeTurns;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.MeterCapability;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.instrument.WrongInstrumentException;
import org.fieldfall.protocols.run.RunListener;
import org.fieldfall.protocols.sequence.BiasToSafety;
import org.fieldfall.protocols.sequence.RigClock;
import org.fieldfall.protocols.sequence.SafeTurn;
import org.fieldfall.simulator.VirtualRig;

/**
 * A rig with its lines open and every instrument identified. The simulator, where there is one, is met over the same lines
 * as a real rig. Closing it closes the lines; it moves nothing.
 */
public final class OpenRig implements AutoCloseable {

    private static final Duration TO_IDENTIFY = Duration.ofSeconds(8);

    private final RigConfig config;
    private final Optional<VirtualRig> simulator;
    private final RigClock clock;
    private final RigLines lines;
    private final Map<String, Identity> identities = new TreeMap<>();
    private final RigRoles roles;

    private OpenRig(
            RigConfig config,
            CalibrationCurve curve,
            Optional<VirtualRig> simulator,
            RigClock clock,
            Optional<WireCaptures> captures) {
        this.config = config;
        this.simulator = simulator;
        this.clock = clock;
        this.lines = new RigLines(config, simulator.map(VirtualRig::resources).orElse(Map.of()), captures);
        try {
            RigDrivers drivers = new RigDrivers(config, lines);
            this.roles = withCoilResiduals(drivers.roles(curve));
            identify();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Opens the instruments of a rig file, simulated or real as it says. Nothing moves. */
    public static OpenRig of(RigConfig rig, SampleConfig sample, CalibrationCurve curve, long seed, Speed speed) {
        return of(rig, sample, curve, seed, speed, Optional.empty());
    }

    /** As {@link #of(RigConfig, SampleConfig, CalibrationCurve, long, Speed)}, with all that is said on the lines kept. */
    public static OpenRig of(
            RigConfig rig,
            SampleConfig sample,
            CalibrationCurve curve,
            long seed,
            Speed speed,
            Optional<WireCaptures> captures) {
        return of(rig, sample, curve, seed, speed, captures, List.of());
    }

    /**
     * As {@link #of(RigConfig, SampleConfig, CalibrationCurve, long, Speed, Optional)}.
     *
     * @param faults that the simulator will be asked for; serial lines that may be unplugged get links that keep their names
     */
    public static OpenRig of(
            RigConfig rig,
            SampleConfig sample,
            CalibrationCurve curve,
            long seed,
            Speed speed,
            Optional<WireCaptures> captures,
            List<StagedFault> faults) {
        if (!rig.isSimulated()) {
            return new OpenRig(rig, curve, Optional.empty(), new WallClock(), captures);
        }
        VirtualRig twin = LooseLines.start(TwinOf.settings(rig, sample, curve), seed, faults);
        try {
            return new OpenRig(rig, curve, Optional.of(twin), new TwinClock(twin, speed), captures);
        } catch (RuntimeException failed) {
            twin.close();
            throw failed;
        }
    }

    /** What the wells of a sample file have and the crystal of a rig's simulator has not, a noun each. */
    public static List<String> leftOutOfTheTwin(RigConfig rig, SampleConfig sample) {
        return rig.simulation()
                .map(simulation -> TwinCrystal.leftOut(sample, simulation.crystal()))
                .orElse(List.of());
    }

    /** What the supply of a rig file can do, without opening it. */
    public static SupplyCapability supplyCapability(RigConfig rig) {
        String name = rig.roles().fieldSupply().instrument();
        return rig.settings(name, FieldSupplyOffer.class).supplyCapability(Place.of(rig, name));
    }

    /** What the bias magnet of a rig file may do, without opening it; empty where there is none. */
    static Optional<BiasMagnet.Capability> biasCapability(RigConfig rig) {
        return rig.roles()
                .biasMagnet()
                .map(role ->
                        rig.settings(role.instrument(), BiasMagnetOffer.class).biasCapability(role));
    }

    /** Longest rig time in which the bias magnet of a rig file comes to zero. */
    public static double biasSeconds(RigConfig rig) {
        return biasCapability(rig).map(BiasToSafety::longestSeconds).orElse(0.0);
    }

    /** What the sample thermometer of a rig file can do, without opening it. */
    public static MeterCapability thermometerCapability(RigConfig rig) {
        return rig.settings(rig.roles().sampleThermometer().instrument(), SampleThermometerOffer.class)
                .meterCapability();
    }

    /** What the sample heater of a rig file can do, without opening it; empty where there is none. */
    public static Optional<SampleHeater.Capability> heaterCapability(RigConfig rig) {
        return rig.roles()
                .sampleHeater()
                .map(role ->
                        rig.settings(role.instrument(), SampleHeaterOffer.class).heaterCapability(role));
    }

    /**
     * How the readings of a rig file's field monitor become the field at the crystal, which the bias is a part of; empty where
     * there is no monitor.
     */
    public static Optional<DoubleUnaryOperator> monitorTesla(RigConfig rig) {
        double bias =
                rig.roles().biasMagnet().map(RigConfig.BiasMagnetRole::tesla).orElse(0.0);
        return rig.roles()
                .fieldMonitor()
                .map(role ->
                        rig.settings(role.instrument(), FieldMonitorOffer.class).tesla(rig.coil(), role))
                .map(ofCoil -> raw -> ofCoil.applyAsDouble(raw) + bias);
    }

    /**
     * What a plan and an analysis must know of a rig, without opening it.
     *
     * @param mostSpeed how much faster than the wall clock the rig clock may run
     */
    public static RigFacts facts(Experiment experiment, CalibrationCurve curve, double mostSpeed) {
        RigConfig rig = experiment.rig();
        double kelvin = experiment.protocol().shared().initialKelvin();
        return ShotOf.facts(
                rig,
                curve,
                kelvin,
                supplyCapability(rig),
                thermometerCapability(rig),
                heaterCapability(rig),
                mostSpeed);
    }

    /**
     * Reads the calibration a rig file names.
     *
     * @throws CalibrationFormatException with all that is wrong with it and the file's path
     */
    public static Calibration calibration(RigConfig rig) {
        Path file = rig.roles().sampleThermometer().curve();
        String text = calibrationText(rig);
        try {
            return Calibration.read(String.valueOf(file.getFileName()), text);
        } catch (CalibrationFormatException e) {
            throw e.in(file.toString());
        }
    }

    /** The whole text of the calibration file a rig file names; as the record keeps it where the rig is of a record. */
    public static String calibrationText(RigConfig rig) {
        Path file = rig.roles().sampleThermometer().curve();
        return rig.file().beside().stream()
                .flatMap(List::stream)
                .filter(kept -> kept.path().endsWith(file.getFileName()))
                .map(ConfigFile::text)
                .findFirst()
                .orElseGet(() -> readCalibration(rig));
    }

    private static String readCalibration(RigConfig rig) {
        try {
            return Files.readString(rig.roles().sampleThermometer().curve());
        } catch (CharacterCodingException e) {
            throw new CalibrationFormatException(List.of("bytes that are not UTF-8"))
                    .in(rig.roles().sampleThermometer().curve().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RigRoles withCoilResiduals(RigRoles all) {
        List<AuxiliaryChannel> channels = new ArrayList<>();
        for (int i = 0; i < all.auxiliary().size(); i++) {
            AuxiliaryChannel channel = all.auxiliary().get(i);
            boolean isOfCoil = config.roles().auxiliary().get(i).isCoilVoltage();
            channels.add(
                    isOfCoil
                            ? new CoilResidual(
                                    channel,
                                    all.supply(),
                                    clock,
                                    config.coil().henry(),
                                    config.coil().ohm())
                            : channel);
        }
        return all.withAuxiliary(channels);
    }

    private void identify() {
        identify("field-supply", roles.supply()::identify);
        identify("sample-thermometer", roles.thermometer()::identify);
        roles.monitor().ifPresent(monitor -> identify("field-monitor", monitor::identify));
        roles.bath().ifPresent(bath -> identify("bath", bath::identify));
        roles.heatSwitch().ifPresent(link -> identify("heat-switch", link::identify));
        roles.heater().ifPresent(heater -> identify("sample-heater", heater::identify));
        roles.excitation().ifPresent(source -> identify("excitation", source::identify));
        roles.bias().ifPresent(magnet -> identify("bias-magnet", magnet::identify));
        roles.auxiliary().forEach(channel -> identify("auxiliary " + channel.name(), channel::identify));
        refuseMixture();
    }

    private void identify(String role, Function<Duration, Identity> instrument) {
        Identity found = instrument.apply(TO_IDENTIFY);
        identities.put(role, found);
        lines.expect(config.roles().instruments().getOrDefault(role, ""), found, () -> instrument.apply(TO_IDENTIFY));
    }

    /** Lets somebody hear what becomes of the lines, on threads of theirs. */
    public void listen(LineListener listener) {
        lines.listen(listener);
    }

    /** The lines, by the names of their instruments in the rig file; to be looked at, not to be spoken on. */
    public Map<String, Line> lines() {
        return lines.all();
    }

    private void refuseMixture() {
        List<Identity> numbered = numbered();
        long simulated = numbered.stream().filter(Identity::isSimulated).count();
        if (simulated != 0 && simulated != numbered.size()) {
            throw new WrongInstrumentException(
                    "rig " + config.name(), "some instruments are simulated and some are not: " + identities);
        }
    }

    /** Instruments that tell a serial number; a bare board does not, and cannot say whether it is simulated. */
    private List<Identity> numbered() {
        return identities.values().stream()
                .filter(identity -> !identity.serial().isBlank())
                .toList();
    }

    /** True if every instrument that can tell, one at least, says it is a simulated one, whatever the rig file says. */
    private boolean isSimulated() {
        List<Identity> numbered = numbered();
        return !numbered.isEmpty() && numbered.stream().allMatch(Identity::isSimulated);
    }

    /** Where the readings come from: played if the rig file says so, else as the instruments say. */
    public RigConfig.Source source() {
        if (config.source() == RigConfig.Source.REPLAY) {
            return RigConfig.Source.REPLAY;
        }
        return isSimulated() ? RigConfig.Source.SIMULATOR : RigConfig.Source.RIG;
    }

    public RigClock clock() {
        return clock;
    }

    public RigRoles roles() {
        return roles;
    }

    /** One turn for each instrument, in the order of the rig file. */
    public List<SafeTurn> wayToSafety(RigFacts facts) {
        return SafeTurns.of(roles, facts.safe(), config.safeState().order());
    }

    public FieldSupply supply() {
        return roles.supply();
    }

    public SampleThermometer thermometer() {
        return roles.thermometer();
    }

    /** The truth behind the lines, if the simulator was started here. */
    public Optional<TrueWorld> trueWorld() {
        return simulator.map(TrueWorld::new);
    }

    /**
     * Who stages faults while a run goes on; nobody where there are none.
     *
     * @param phases how many the run has
     * @param record takes the remarks that tell of them
     * @param fillDisk lets the disk be full
     */
    public Optional<FaultSchedule> schedule(
            List<StagedFault> faults, int phases, RunListener record, Runnable fillDisk) {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        VirtualRig twin = simulator.orElseThrow(() -> new UnsimulatedException(
                "rig " + config.name() + " is not the simulator, no fault can be staged: " + faults));
        return Optional.of(new FaultSchedule(twin, faults, phases, record, fillDisk));
    }

    /** Resource name of each line, by the names of {@link #lines()}. */
    public Map<String, String> resourcesOfLines() {
        return lines.ends();
    }

    /** Resource name of each role's line. */
    public Map<String, String> resources() {
        return lines.resources();
    }

    public Map<String, Identity> identities() {
        return Map.copyOf(identities);
    }

    @Override
    public void close() {
        lines.close();
        simulator.ifPresent(VirtualRig::close);
    }
}
