package org.fieldfall.drivers.fastps;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.time.Duration;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.drivers.transport.Line;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;
import org.fieldfall.protocols.instrument.RampProgram;
import org.fieldfall.protocols.instrument.SupplyCapability;
import org.fieldfall.protocols.instrument.SupplyStatus;
import org.fieldfall.protocols.instrument.WrongInstrumentException;

/**
 * A CAEN ELS FAST-PS. A program is the supply's own ramp: loading sets the slew, {@code MSRI}, and starting sets the target,
 * {@code MWIR}; the supply stays there. So a program has to be straight.
 *
 * <p>Its waveform memory is not used: the manuals give its point period as 10 us and as 100 us and no command to ask for it,
 * so a sweep could be ten times as fast as asked; waveform mode can be entered only with the output off, and the 1K5's status
 * does not tell whether a waveform runs.
 *
 * <p>Zero is 0 A with the output on. {@code MOFF} ramps to zero by itself before it switches off, at a slew of the factory's;
 * it is sent only where the measured field allows it.
 */
public final class FastPs implements FieldSupply {

    // Those of the waveform memory; as a slew, a program of any length is two commands.
    private static final int MOST_POINTS = 500_000;
    private static final double SHORTEST_DWELL = 100e-6;
    private static final double LONGEST_DWELL = 1000;
    // Accuracy of readbacks against setpoints, of the full scale.
    private static final double READBACK = 0.002;
    private static final double NEARLY_ALL_VOLTS = 0.98;

    private final FastPsLine line;
    private final FastPsSettings settings;
    private final SupplyCapability capability;
    private final LoadedSlew loaded;

    public FastPs(Line line, FastPsSettings settings) {
        this.line = new FastPsLine(line, settings.replyWithin());
        this.settings = settings;
        this.capability = capability(settings);
        this.loaded = new LoadedSlew(this.line.scpi());
    }

    private FastPs(FastPs other) {
        this.line = other.line.with(ScpiLine::urgent);
        this.settings = other.settings;
        this.capability = other.capability;
        this.loaded = other.loaded;
    }

    @Override
    public FastPs urgent() {
        return new FastPs(this);
    }

    /** What a supply of these settings can do; nothing need be asked to know it. */
    public static SupplyCapability capability(FastPsSettings settings) {
        return new SupplyCapability(
                settings.limitAmperes() * settings.teslaPerAmpere(),
                settings.largestTeslaPerSecond(),
                SHORTEST_DWELL,
                LONGEST_DWELL,
                MOST_POINTS,
                WireNumber.STEP * settings.teslaPerAmpere(),
                0);
    }

    @Override
    public SupplyCapability capability() {
        return capability;
    }

    @Override
    public Identity identify(Duration within) {
        Deadline deadline = line.deadline(within);
        line.scpi().greet(deadline);
        FastPsIdentity found = version(deadline);
        if (!found.isEnough(settings.maxAmperes(), settings.complianceVolts())) {
            throw new WrongInstrumentException(
                    line.who(),
                    text(
                            "asked \"VER\", got \"%s\", rated %s; at least %g A and %g V are expected",
                            found.model(), found.rating(), settings.maxAmperes(), settings.complianceVolts()));
        }
        return new Identity("CAEN ELS", found.model(), line.name(deadline), found.firmware());
    }

    private FastPsIdentity version(Deadline deadline) {
        String reply = line.scpi().ask("VER", Reply.TEXT, deadline);
        try {
            return FastPsIdentity.parse(reply.substring(reply.indexOf(':') + 1).strip());
        } catch (IllegalArgumentException e) {
            throw new WrongInstrumentException(
                    line.who(), "asked \"VER\", got \"" + reply + "\", expected a CAEN ELS FAST-PS and its rating");
        }
    }

    @Override
    public void prepare(Duration within) {
        Deadline deadline = line.deadline(within);
        FastPsLine sameOpening = line.with(scpi -> scpi.during(scpi.generation()));
        StatusWord status = sameOpening.status(deadline);
        if (status.isInFault()) {
            throw new InstrumentFaultException(
                    line.who(), "in fault " + status.faults() + "; clear its cause, then the fault by hand");
        }
        if (status.isLocal()) {
            throw new InstrumentFaultException(line.who(), "in local mode, expected remote; change it at its front");
        }
        if (status.isOn()) {
            refuseOtherModes(status, sameOpening, deadline);
        } else {
            switchOnAtZero(sameOpening, deadline);
        }
    }

    private void refuseOtherModes(StatusWord status, FastPsLine on, Deadline deadline) {
        String mode = on.word("UPMODE:?", deadline);
        if (status.regulatesVoltage() || !mode.equals("NORMAL")) {
            throw new InstrumentFaultException(
                    line.who(),
                    text(
                            "found switched on in %s loop and %s mode with %.4g A, expected current loop and NORMAL; to "
                                    + "change it the output has to go off, bring it to zero and off by hand",
                            status.regulatesVoltage() ? "voltage" : "current", mode, amperes(on, deadline)));
        }
    }

    private void switchOnAtZero(FastPsLine off, Deadline deadline) {
        double circulating = amperes(off, deadline);
        if (Math.abs(circulating) > uncertainAmperes()) {
            throw new InstrumentFaultException(
                    line.who(),
                    text("its output is off, yet %.4g A flow; switching it on would end them", circulating));
        }
        // To ask for the mode that it is in already is refused.
        if (!off.word("LOOP:?", deadline).equals("I")) {
            off.tell("LOOP:I", deadline);
        }
        if (!off.word("UPMODE:?", deadline).equals("NORMAL")) {
            off.tell("UPMODE:NORMAL", deadline);
        }
        off.tell("MON", deadline);
        if (!off.status(deadline).isOn()) {
            throw new InstrumentFaultException(line.who(), "asked \"MON\", its output is off, expected on");
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Asks back the slew in place of a number of points. The slew counts from the current measured now, so a program must
     * be loaded anew for each start.
     */
    @Override
    public void load(RampProgram program, Duration within) {
        Deadline deadline = line.deadline(within);
        long generation = line.scpi().generation();
        loaded.end();
        refuseUnfit(program, () -> Slew.check(program, capability, settings));
        if (line.status(deadline).isMoving()) {
            throw new InstrumentFaultException(line.who(), "asked to load a program, but it is still ramping");
        }
        double present = amperes(line, deadline);
        refuseUnfit(program, () -> Slew.from(present, uncertainAmperes(), program, settings));
        Slew slew = Slew.from(present, uncertainAmperes(), program, settings);
        set(slew.amperesPerSecond(), deadline);
        loaded.begin(slew, generation);
    }

    private void refuseUnfit(RampProgram program, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    line.who() + ": program refused (" + program + "), nothing sent: " + e.getMessage(), e);
        }
    }

    private void set(WireNumber slew, Deadline deadline) {
        line.tell("MSRI:" + slew.text(), deadline);
        double found = line.number("MSRI:?", deadline);
        if (Math.abs(found - slew.value()) > READBACK * slew.value() + WireNumber.STEP) {
            throw new InstrumentFaultException(
                    line.who(), text("asked \"MSRI:?\" after setting %s A/s, got %.6g", slew.text(), found));
        }
    }

    @Override
    public void start(Duration within) {
        Slew slew = loaded.slew()
                .orElseThrow(() ->
                        new IllegalStateException(line.who() + ": start needs a program loaded since the last start"));
        FastPsLine withProgram = line.with(scpi -> scpi.relyingOn(loaded.belief()));
        loaded.end();
        withProgram.tell("MWIR:" + slew.target().text(), line.deadline(within));
    }

    /**
     * {@inheritDoc}
     *
     * <p>No bit tells of a voltage at its limit: it counts as such when nearly all of the compliance is measured.
     */
    @Override
    public SupplyStatus status(Duration within) {
        Deadline deadline = line.deadline(within);
        StatusWord status = line.status(deadline);
        double volts = line.number("MRVA", deadline);
        boolean isAtLimit = Math.abs(volts) >= NEARLY_ALL_VOLTS * settings.complianceVolts();
        return new SupplyStatus(
                status.isOn() && status.isMoving(),
                status.isOn() && (isAtLimit || status.regulatesVoltage()),
                status.isOn());
    }

    @Override
    public FieldReading measureField(Duration within) {
        double amperes = amperes(line, line.deadline(within));
        return new FieldReading(amperes, amperes * settings.teslaPerAmpere());
    }

    // The instantaneous one: the mean lags behind while the field moves.
    private static double amperes(FastPsLine line, Deadline deadline) {
        return line.number("MRIA", deadline);
    }

    @Override
    public void resynchronise(Duration within) {
        line.scpi().resynchronise(line.deadline(within));
    }

    @Override
    public void outputOff(double atMostTesla, Duration within) {
        Deadline deadline = line.deadline(within);
        StatusWord status = line.status(deadline);
        if (status.isOn() && status.isMoving()) {
            throw new InstrumentFaultException(line.who(), "asked to switch the output off, but it is still ramping");
        }
        double tesla = amperes(line, deadline) * settings.teslaPerAmpere();
        if (!(Math.abs(tesla) <= atMostTesla)) {
            throw new InstrumentFaultException(
                    line.who(),
                    text("asked to switch the output off at %.4g T or less, the field is %.4g T", atMostTesla, tesla));
        }
        loaded.end();
        if (status.isOn()) {
            line.tell("MOFF", deadline);
            awaitOff(deadline);
        }
    }

    // It goes to zero first and says done before it is there.
    private void awaitOff(Deadline deadline) {
        while (line.status(deadline).isOn()) {
            if (!FastPsLine.hasTimeToPoll(deadline)) {
                throw new InstrumentFaultException(line.who(), "asked \"MOFF\", its output is on, expected off");
            }
        }
    }

    private double uncertainAmperes() {
        return READBACK * settings.maxAmperes();
    }
}
