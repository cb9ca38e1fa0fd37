package org.fieldfall.drivers.lakeshore350;

import java.time.Duration;
import java.util.Locale;
import org.fieldfall.drivers.scpi.Reply;
import org.fieldfall.drivers.scpi.ScpiLine;
import org.fieldfall.drivers.scpi.ScpiNumber;
import org.fieldfall.drivers.transport.Deadline;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.Identity;
import org.fieldfall.protocols.instrument.InstrumentFaultException;

/** The bath: one input, and the setpoint of the loop on one output. Loop, curve and PID are set up at the front panel. */
final class LoopBath implements Bath {

    private static final int DECIMALS = 4;
    // The box keeps six digits.
    private static final double READBACK = 2e-5;

    private final LakeShore350 box;
    private final ScpiLine line;
    private final BathSettings settings;
    private final Capability capability;

    LoopBath(LakeShore350 box, ScpiLine line, BathSettings settings) {
        this.box = box;
        this.line = line;
        this.settings = settings;
        this.capability = new Capability(settings.lowestKelvin(), settings.highestKelvin());
    }

    @Override
    public Bath urgent() {
        return box.urgent().bath(settings);
    }

    @Override
    public Capability capability() {
        return capability;
    }

    @Override
    public Identity identify(Duration within) {
        return box.identify(within);
    }

    @Override
    public double measureKelvin(Duration within) {
        return box.read(settings.input(), line.deadline(within)).trustedKelvin();
    }

    @Override
    public void setSetpoint(double kelvin, Duration within) {
        String wanted = onTheWire(kelvin);
        Deadline deadline = line.deadline(within);
        double due = Double.parseDouble(wanted);
        double found = send(wanted, deadline);
        if (!isAt(found, due)) {
            // The box loses messages now and then without a word. It was asked, so this is no blind repetition.
            found = send(wanted, deadline);
        }
        if (!isAt(found, due)) {
            throw new InstrumentFaultException(
                    line.who(), String.format(Locale.ROOT, "setpoint %s K sent, %.6g K read back", wanted, found));
        }
    }

    private double send(String wanted, Deadline deadline) {
        line.tell("SETP " + settings.output() + "," + wanted, deadline);
        return setpoint(deadline);
    }

    private static boolean isAt(double found, double due) {
        return Math.abs(found - due) <= READBACK * due + 1e-4;
    }

    // Every setpoint that goes out is made here: rounded first, then checked.
    private String onTheWire(double kelvin) {
        String text = ScpiNumber.format(kelvin, DECIMALS);
        double rounded = Double.parseDouble(text);
        if (!(rounded >= settings.lowestKelvin() && rounded <= settings.highestKelvin())) {
            throw new IllegalArgumentException(line.who() + ": setpoint " + text + " K is outside "
                    + settings.lowestKelvin() + " to " + settings.highestKelvin() + " K, nothing sent");
        }
        return text;
    }

    @Override
    public double measureSetpoint(Duration within) {
        return setpoint(line.deadline(within));
    }

    private double setpoint(Deadline deadline) {
        return line.ask("SETP? " + settings.output(), Reply.NUMBER, deadline);
    }

    @Override
    public void resynchronise(Duration within) {
        line.resynchronise(line.deadline(within));
    }
}
