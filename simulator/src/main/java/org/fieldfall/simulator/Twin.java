package org.fieldfall.simulator;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.fieldfall.simulator.ami430.Ami430;
import org.fieldfall.simulator.dmm6500.Dmm6500;
import org.fieldfall.simulator.fastps.FastPs;
import org.fieldfall.simulator.gauge.Gauge;
import org.fieldfall.simulator.keithley2400.Keithley2400;
import org.fieldfall.simulator.kepco.Card;
import org.fieldfall.simulator.kepco.Kepco;
import org.fieldfall.simulator.lakeshore350.LakeShore350;
import org.fieldfall.simulator.lakeshore350.LakeShore372;
import org.fieldfall.simulator.lakeshore350.ReferenceController;
import org.fieldfall.simulator.lakeshore350.Sensor;
import org.fieldfall.simulator.onecharacterswitch.OneCharacterSwitch;
import org.fieldfall.simulator.sr865a.Sr865a;
import org.fieldfall.simulator.truevolt.Truevolt;
import org.fieldfall.simulator.wire.Box;
import org.fieldfall.simulator.world.Dice;
import org.fieldfall.simulator.world.MeterError;
import org.fieldfall.simulator.world.Stray;
import org.fieldfall.simulator.world.TriggerLine;
import org.fieldfall.simulator.world.Wave;
import org.fieldfall.simulator.world.World;

/** All instruments over their world, without wires and without a clock. Not for sharing between threads. */
final class Twin {

    private static final String TRUEVOLT = "keysight-34465a";
    private static final String DMM6500 = "keithley-dmm6500";
    private static final String SR865A = "srs-sr865a";
    private static final String LAKE_SHORE_350 = "lakeshore-350";
    private static final String LAKE_SHORE_336 = "lakeshore-336";
    private static final String LAKE_SHORE_372 = "lakeshore-372";

    private final TwinSettings settings;
    private final Drawn drawn;
    private final Dice dice;
    private final World world;
    private final Map<Instrument, Box> boxes = new LinkedHashMap<>();
    private final Map<TwinSettings.Gauge, Box> gauges = new LinkedHashMap<>();

    /** A twin whose wall clock goes with its world. */
    Twin(TwinSettings settings, long seed) {
        this.settings = settings;
        this.dice = new Dice(seed);
        this.drawn = Drawn.from(settings, dice);
        this.world = WorldOf.settings(settings, drawn, dice);
        addInstruments(() -> Math.round(world.seconds() * 1e9));
    }

    /** @param wallNanos time of what goes on in the instruments themselves, such as a boot */
    Twin(TwinSettings settings, long seed, LongSupplier wallNanos) {
        this.settings = settings;
        this.dice = new Dice(seed);
        this.drawn = Drawn.from(settings, dice);
        this.world = WorldOf.settings(settings, drawn, dice);
        addInstruments(wallNanos);
    }

    void advanceTo(double seconds) {
        world.advanceTo(seconds);
    }

    /** What all instruments share. */
    World world() {
        return world;
    }

    Drawn drawn() {
        return drawn;
    }

    /** The instruments there are. */
    Map<Instrument, Box> boxes() {
        return Collections.unmodifiableMap(boxes);
    }

    /** The boxes that are told apart only by the questions they answer. */
    Map<TwinSettings.Gauge, Box> gauges() {
        return Collections.unmodifiableMap(gauges);
    }

    Box box(Instrument instrument) {
        Box box = boxes.get(instrument);
        if (box == null) {
            throw new IllegalArgumentException("this rig has no " + instrument);
        }
        return box;
    }

    void truthTo(Consumer<Truth> consumer) {
        world.tell((seconds, tesla, lattice, platform, upper) ->
                consumer.accept(new Truth(seconds, tesla, lattice, platform, upper)));
    }

    /** The world as it is now, between the moments that {@link #truthTo} tells. */
    Truth truth() {
        return new Truth(
                world.seconds(), world.tesla(), world.latticeKelvin(), world.platformKelvin(), world.upperPopulation());
    }

    /** The world as it is now, with the share of every level. */
    WorldView view() {
        return new WorldView(
                world.seconds(),
                world.tesla(),
                world.supply().amperes(),
                world.coilJoule(),
                world.latticeKelvin(),
                world.platformKelvin(),
                world.upperPopulation(),
                Arrays.stream(world.populations()).boxed().toList());
    }

    private void addInstruments(LongSupplier wallNanos) {
        TriggerLine triggerLine = new TriggerLine();
        boxes.put(Instrument.SUPPLY, supply(triggerLine));
        addThermometer(triggerLine);
        settings.monitor().ifPresent(monitor -> addMonitor(monitor, triggerLine));
        settings.cryostat().ifPresent(cryostat -> boxes.put(Instrument.CRYOSTAT, cryostat()));
        settings.heatSwitch()
                .ifPresent(heatSwitch -> boxes.put(
                        Instrument.SWITCH, new OneCharacterSwitch(world, dice, wallNanos, heatSwitch.bootSeconds())));
        settings.source().ifPresent(source -> boxes.put(Instrument.SOURCE, source()));
        settings.bias()
                .ifPresent(bias -> boxes.put(
                        Instrument.BIAS, new Ami430(world, dice, bias.teslaPerAmpere(), bias.limitAmperes())));
        settings.gauges().forEach(gauge -> gauges.put(gauge, gauge(gauge)));
    }

    private Box supply(TriggerLine triggerLine) {
        TwinSettings.Supply supply = settings.supply();
        return switch (supply.kind()) {
            case KEPCO_BOP ->
                new Kepco(
                        supply.builtIn() ? Card.BOP_1KW : Card.BIT_4886,
                        world,
                        triggerLine,
                        dice,
                        supply.ratedVolts(),
                        supply.ratedAmperes());
            case CAEN_FAST_PS -> new FastPs(world, dice, supply.ratedVolts(), supply.ratedAmperes());
        };
    }

    private <M extends Box & TriggerLine.Input> void addMeter(Instrument place, M meter, TriggerLine triggerLine) {
        boxes.put(place, meter);
        if (settings.sharedTrigger()) {
            triggerLine.connect(meter);
        }
    }

    private void addThermometer(TriggerLine triggerLine) {
        TwinSettings.Thermometer meter = settings.thermometer();
        MeterError error = new MeterError(
                drawn.meterGain(),
                drawn.meterClock(),
                meter.noiseVolts(),
                meter.noiseApertureSeconds(),
                settings.imperfections().resolutionVolts());
        Stray stray = strayInLeads();
        String model = settings.model("sample-thermometer", TRUEVOLT);
        switch (model) {
            case TRUEVOLT -> addMeter(Instrument.METER, Truevolt.acrossSensor(world, dice, error, stray), triggerLine);
            case DMM6500 -> addMeter(Instrument.METER, Dmm6500.acrossSensor(world, dice, error, stray), triggerLine);
            case SR865A -> boxes.put(Instrument.METER, new Sr865a(world, dice, error));
            default -> throw unknown(model, "sample-thermometer");
        }
    }

    /** Hum, and what the ripple induces. */
    private Stray strayInLeads() {
        Imperfections lab = settings.imperfections();
        Wave hum = new Wave(lab.humVolts(), lab.mainsHertz(), drawn.humPhase());
        double voltsPerAmpereASecond = settings.thermometer().pickupSquareMetres() * drawn.coilTeslaPerAmpere();
        Stray induced = whileOn(ripple().slope().times(voltsPerAmpereASecond));
        return (from, to) -> hum.mean(from, to) + induced.volts(from, to);
    }

    private Wave ripple() {
        return WorldOf.ripple(settings.imperfections(), drawn);
    }

    private Stray whileOn(Wave wave) {
        return (from, to) -> world.supply().isOn() ? wave.mean(from, to) : 0;
    }

    private void addMonitor(TwinSettings.Monitor monitor, TriggerLine triggerLine) {
        MeterError error = new MeterError(
                drawn.monitorGain(),
                drawn.monitorClock(),
                monitor.noiseVolts(),
                monitor.noiseApertureSeconds(),
                settings.imperfections().resolutionVolts());
        Stray stray = whileOn(ripple().times(drawn.shuntOhm()));
        double ohm = drawn.shuntOhm();
        String model = settings.model("field-monitor", TRUEVOLT);
        switch (model) {
            case TRUEVOLT ->
                addMeter(Instrument.MONITOR, Truevolt.acrossShunt(world, ohm, dice, error, stray), triggerLine);
            case DMM6500 ->
                addMeter(Instrument.MONITOR, Dmm6500.acrossShunt(world, ohm, dice, error, stray), triggerLine);
            default -> throw unknown(model, "field-monitor");
        }
    }

    private static IllegalArgumentException unknown(String model, String role) {
        return new IllegalArgumentException("the simulator has no " + model + " for the role " + role);
    }

    private Box cryostat() {
        TwinSettings.Thermometer curve = settings.thermometer();
        Sensor sensor = new Sensor(curve.curveOhm(), curve.curveKelvin());
        double setpoint = settings.platform().bathKelvin();
        String model = settings.model("bath", LAKE_SHORE_350);
        return switch (model) {
            case LAKE_SHORE_350 -> new LakeShore350(world, sensor, setpoint);
            case LAKE_SHORE_336 -> new LakeShore350(LakeShore350.Model.MODEL_336, world, sensor, setpoint);
            case LAKE_SHORE_372 -> new LakeShore372(world, sensor, setpoint);
            default -> throw unknown(model, "bath");
        };
    }

    /** One box has one model, whichever of its channels is asked for. */
    private Box gauge(TwinSettings.Gauge gauge) {
        String model = settings.model("auxiliary " + gauge.channels().get(0).name(), "");
        return model.equals(LAKE_SHORE_336) || model.equals(LAKE_SHORE_372) ? reference(gauge, model) : anyGauge(gauge);
    }

    private ReferenceController reference(TwinSettings.Gauge gauge, String model) {
        Map<String, ReferenceController.Reading> inputs = new LinkedHashMap<>();
        gauge.channels()
                .forEach(part -> inputs.put(
                        part.query().replace("KRDG?", "").strip(),
                        new ReferenceController.Reading(part.start(), part.perSecond(), part.noise())));
        return new ReferenceController(world, dice, model.equals(LAKE_SHORE_372), inputs);
    }

    private Gauge anyGauge(TwinSettings.Gauge gauge) {
        return new Gauge(
                world,
                dice,
                gauge.name(),
                gauge.channels().stream()
                        .map(part -> new Gauge.Channel(part.query(), part.start(), part.perSecond(), part.noise()))
                        .toList());
    }

    private Keithley2400 source() {
        return new Keithley2400(
                world, dice, drawn.excitationAmperes() / settings.thermometer().excitationAmperes());
    }
}
