package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fieldfall.protocols.analysis.Thermometry;
import org.fieldfall.protocols.analysis.Uncertain;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.sequence.HandMovedRigClock;
import org.fieldfall.protocols.sequence.SupplyToSafety.SafeField;

/** A whole rig of stand-ins with lives of their own, in a time that is moved by hand. */
final class HandRig {

    private static final double LINK = 14e-6;
    private static final double CAPACITY = 16e-6;
    private static final Identity WHO = new Identity("FAKE", "box", "SIM3", "1");

    final HandMovedRigClock clock = new HandMovedRigClock();
    final HandLine supplyLine = new HandLine(clock, "field supply");
    final HandLine meterLine = new HandLine(clock, "sample thermometer");
    final HandLine monitorLine = new HandLine(clock, "field monitor");
    final HandLine cryostatLine = new HandLine(clock, "bath");
    final HandLine switchLine = new HandLine(clock, "heat switch");
    final HandLine gaugeLine = new HandLine(clock, "gauge");
    final HandSupply supply = new HandSupply(clock, supplyLine);
    double kelvin = 4;
    /** Rms noise of what the thermometer shows. */
    double noise;

    private final Random random = new Random(1);
    double helium = 80;
    private double setpoint = 4;
    private boolean isOpen;
    private double watts;
    private double warmth;
    private double warmedSeconds;
    private final boolean isWhole;

    /** @param isWhole with bath, switch, heater, monitor and gauge beside supply and thermometer */
    HandRig(boolean isWhole) {
        this.isWhole = isWhole;
    }

    List<HandLine> lines() {
        return isWhole
                ? List.of(supplyLine, meterLine, monitorLine, cryostatLine, switchLine, gaugeLine)
                : List.of(supplyLine, meterLine);
    }

    RigRoles roles() {
        HandMeter thermometer = new HandMeter(clock, meterLine, this::crystalKelvin);
        if (!isWhole) {
            return RigRoles.of(supply, thermometer);
        }
        return new RigRoles(
                supply,
                thermometer,
                Optional.of(new HandMeter(clock, monitorLine, supply::tesla)),
                Optional.of(new HandBath()),
                Optional.of(new HandSwitch()),
                Optional.of(new HandHeater()),
                Optional.empty(),
                List.of(new HandGauge()));
    }

    /** The heat of the heater stays for a moment where the switch is open. */
    private double crystalKelvin() {
        double passed = clock.seconds() - warmedSeconds;
        warmedSeconds = clock.seconds();
        warmth = isOpen ? warmth * Math.exp(-passed * LINK / CAPACITY) + watts * passed / CAPACITY : 0;
        return kelvin + warmth + noise * random.nextGaussian();
    }

    RigFacts facts() {
        return new RigFacts(
                HandSupply.CAN,
                HandMeter.CAN,
                new SafeField(0, 1, 0.002, true),
                new Uncertain(0.1, 1e-4),
                0.05,
                0.15,
                10,
                isWhole ? new RigFacts.BathFacts(Optional.empty(), 0.005, 3) : RigFacts.BathFacts.fixedAt(4),
                PlatformFacts.constant(new Uncertain(LINK, 3e-8), new Uncertain(1e-6, 5e-8)),
                new Thermometry(volts -> volts, 0.003, 2e-6, 5e-4, new Uncertain(0.0115, 0.002), Uncertain.exact(0)),
                0.0003,
                1.5,
                20,
                50,
                isWhole ? Optional.of(0.0003) : Optional.empty(),
                false,
                isWhole ? Optional.of(new SampleHeater.Capability(25e-6, 0.005)) : Optional.empty(),
                Optional.empty());
    }

    private final class HandBath implements Bath {
        @Override
        public Bath.Capability capability() {
            return new Bath.Capability(1.5, 20);
        }

        @Override
        public Identity identify(Duration within) {
            cryostatLine.ask("identity", within);
            return WHO;
        }

        @Override
        public double measureKelvin(Duration within) {
            cryostatLine.ask("temperature", within);
            return setpoint;
        }

        @Override
        public void setSetpoint(double wanted, Duration within) {
            cryostatLine.ask("setpoint", within);
            setpoint = wanted;
        }

        @Override
        public double measureSetpoint(Duration within) {
            cryostatLine.ask("setpoint?", within);
            return setpoint;
        }

        @Override
        public void resynchronise(Duration within) {
            cryostatLine.ask("anything", within);
        }
    }

    private final class HandSwitch implements HeatSwitch {
        private Command last = Command.NONE;

        private void move(Command command, Duration within) {
            last = Command.NONE;
            switchLine.ask(command.name(), within);
            crystalKelvin();
            isOpen = command == Command.OPEN;
            last = command;
        }

        @Override
        public Identity identify(Duration within) {
            switchLine.ask("identity", within);
            return WHO;
        }

        @Override
        public void open(Duration within) {
            move(Command.OPEN, within);
        }

        @Override
        public void close(Duration within) {
            move(Command.CLOSE, within);
        }

        @Override
        public State state(Duration within) {
            return State.UNKNOWN;
        }

        @Override
        public Command lastCommand() {
            return last;
        }

        @Override
        public double settleSeconds() {
            return 1;
        }

        @Override
        public void resynchronise(Duration within) {
            switchLine.ask("anything", within);
        }
    }

    private final class HandHeater implements SampleHeater {
        @Override
        public SampleHeater.Capability capability() {
            return new SampleHeater.Capability(25e-6, 0.005);
        }

        @Override
        public Identity identify(Duration within) {
            cryostatLine.ask("identity", within);
            return WHO;
        }

        @Override
        public double on(double wanted, Duration within) {
            cryostatLine.ask("on", within);
            crystalKelvin();
            watts = wanted;
            return wanted;
        }

        @Override
        public void off(Duration within) {
            cryostatLine.ask("off", within);
            crystalKelvin();
            watts = 0;
        }

        @Override
        public void resynchronise(Duration within) {
            cryostatLine.ask("anything", within);
        }
    }

    private final class HandGauge implements AuxiliaryChannel {
        @Override
        public String name() {
            return "helium";
        }

        @Override
        public String unit() {
            return "%";
        }

        @Override
        public Identity identify(Duration within) {
            return WHO;
        }

        @Override
        public double measure(Duration within) {
            gaugeLine.ask("level", within);
            return helium;
        }

        @Override
        public void resynchronise(Duration within) {
            gaugeLine.ask("anything", within);
        }
    }
}
