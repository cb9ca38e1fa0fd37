package org.fieldfall.protocols.fieldquench;

import java.time.Duration;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.FieldReading;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.Figure;
import org.fieldfall.protocols.instrument.SampleThermometer;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.sequence.Conduct;
import org.fieldfall.protocols.sequence.PhaseFailedException;

/**
 * What every phase of a shot works with.
 *
 * @param number of the shot in its run, from 1
 * @param within longest time one exchange with an instrument may take, on the wall clock
 */
record ShotContext(
        int number,
        ShotKind kind,
        ShotSettings shot,
        ShotPlan plan,
        Crystal crystal,
        RigFacts rig,
        RigRoles roles,
        ShotNotes notes,
        Auxiliaries auxiliaries,
        Bias bias,
        Duration within) {

    /** Channel names as they stand in the record. */
    static final String FIELD = "field";

    static final String TEMPERATURE = "sample-temperature";

    static final String BATH = "bath-temperature";
    static final String EXCITATION = "excitation";

    /** Achieved rate as a share of the one asked for, where a field monitor saw the ramp. */
    static final String RATE_REACHED = "rate-reached";

    /** 1 if the supply was seen at its voltage limit in the sweep, else 0. */
    static final String COMPLIANCE = "supply-compliance";

    /** How far the measured current of the thermometer may be from its level: five times what a source meter states. */
    private static final double EXCITATION_SHARE = 0.01;

    /** After this long the sensor and the meter's input have followed a change of the current. */
    private static final double EXCITATION_SECONDS = 0.2;

    /** How the crystal comes to equilibrium. */
    Equilibration equilibration() {
        return Equilibration.of(kind, shot, crystal, rig);
    }

    FieldSupply supply() {
        return roles.supply();
    }

    SampleThermometer thermometer() {
        return roles.thermometer();
    }

    /** How far a measured field may be from the one asked: 0.2 % of it and four steps of the supply. */
    double fieldTolerance(double tesla) {
        return 0.002 * Math.abs(tesla) + 4 * rig.supply().smallestStepTesla();
    }

    /** The current in the coil, and the field at the crystal: the coil's and the bias as it was last measured. */
    FieldReading readField(Conduct conduct) {
        FieldReading coil = supply().measureField(within);
        FieldReading reading = new FieldReading(coil.amperes(), coil.tesla() + bias.tesla());
        conduct.tell(new ScalarRead(conduct.seconds(), FIELD, reading.amperes(), "A", reading.tesla(), "T"));
        return reading;
    }

    /** What of it the coil makes. */
    double readCoilTesla(Conduct conduct) {
        return readField(conduct).tesla() - bias.tesla();
    }

    double readKelvin(Conduct conduct, double apertureSeconds) {
        double raw = thermometer().readOnce(apertureSeconds, within.plusMillis((long) (1000 * apertureSeconds)));
        double kelvin = thermometer().kelvin(raw);
        conduct.tell(new ScalarRead(
                conduct.seconds(), TEMPERATURE, raw, thermometer().capability().rawUnit(), kelvin, "K"));
        return kelvin;
    }

    /** A reading that a phase cannot do without. */
    double readValidKelvin(Conduct conduct, String phase, double apertureSeconds) {
        double kelvin = readKelvin(conduct, apertureSeconds);
        if (!(kelvin >= rig.lowestKelvin() && kelvin <= rig.highestKelvin())) {
            throw new PhaseFailedException(Figure.text(
                    "%s: the sample thermometer shows %g K, due a temperature from %g K to %g K",
                    phase, kelvin, rig.lowestKelvin(), rig.highestKelvin()));
        }
        return kelvin;
    }

    /** Sends the stated current through the thermometer, where a source has to, and measures that it flows. */
    void excite(Conduct conduct) throws InterruptedException {
        if (roles.excitation().isEmpty()) {
            return;
        }
        Excitation source = roles.excitation().get();
        double due = rig.excitationAmperes().orElseThrow();
        source.set(due, within);
        conduct.pause(EXCITATION_SECONDS);
        double amperes = source.measureAmperes(within);
        conduct.tell(new ScalarRead(conduct.seconds(), EXCITATION, amperes, "A", amperes, "A"));
        if (!(Math.abs(amperes - due) <= EXCITATION_SHARE * Math.abs(due))) {
            throw new PhaseFailedException(Figure.text(
                    "excitation: asked for %g A, the source measures %g A, due within %g %%",
                    due, amperes, 100 * EXCITATION_SHARE));
        }
    }

    /** Temperature of a controlled bath; that of a fixed one is what the rig file says. */
    double readBath(Conduct conduct) {
        double kelvin = roles.bath()
                .map(bath -> bath.measureKelvin(within))
                .orElseGet(() -> rig.bath().fixedKelvin().orElseThrow());
        if (roles.bath().isPresent()) {
            conduct.tell(new ScalarRead(conduct.seconds(), BATH, kelvin, "K", kelvin, "K"));
        }
        return kelvin;
    }
}
