package org.fieldfall.app.rig;

import org.fieldfall.app.config.PlatformConfig;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.config.ThermalLaw;
import org.fieldfall.protocols.fieldquench.PlatformFacts;
import org.fieldfall.protocols.instrument.CalibrationCurve;
import org.fieldfall.protocols.theory.kinetics.Link;
import org.fieldfall.protocols.theory.kinetics.Thermometer;
import org.fieldfall.protocols.theory.lattice.ConstantHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Lattice;
import org.fieldfall.protocols.theory.lattice.PowerHeatCapacity;
import org.fieldfall.protocols.theory.lattice.Tabulated;

/** The platform of a rig file as the theory needs it. */
public final class PlatformOf {

    private PlatformOf() {}

    /**
     * @param curve of the thermometer, by which its current heats it
     * @param kelvin temperature at which it does so
     */
    public static PlatformFacts facts(RigConfig rig, CalibrationCurve curve, double kelvin) {
        PlatformConfig platform = rig.platform();
        Thermometer thermometer = new Thermometer(
                platform.responseSeconds(),
                platform.selfHeatingWatt().orElseGet(() -> selfHeating(rig, curve, kelvin)),
                platform.contactWattPerKelvin().orElse(Double.POSITIVE_INFINITY));
        return new PlatformFacts(
                link(platform.link()),
                platform.link().relativeSigma(),
                addenda(platform.addenda()),
                platform.addenda().relativeSigma(),
                platform.eddyWattPerRateSquared(),
                platform.internalSeconds(),
                thermometer);
    }

    /** Lowest temperature that the rig's limits, the thermometer's curve and the tables of the platform all allow. */
    public static double coldestKelvin(RigConfig rig, CalibrationCurve curve) {
        double limit = Math.max(rig.limits().kelvin().from(), curve.coldestKelvin());
        return Math.max(limit, rig.platform().coldestKelvin());
    }

    /** Highest likewise. */
    public static double warmestKelvin(RigConfig rig, CalibrationCurve curve) {
        double limit = Math.min(rig.limits().kelvin().to(), curve.warmestKelvin());
        return Math.min(limit, rig.platform().warmestKelvin());
    }

    /** I² R. */
    private static double selfHeating(RigConfig rig, CalibrationCurve curve, double kelvin) {
        double amperes = rig.roles().sampleThermometer().excitationAmperes().value();
        double known = Math.max(curve.coldestKelvin(), Math.min(curve.warmestKelvin(), kelvin));
        return amperes * amperes * curve.ohm(known);
    }

    private static Link link(ThermalLaw law) {
        if (law instanceof ThermalLaw.Power power) {
            return Link.power(power.value().value(), power.atKelvin(), power.exponent());
        }
        return law instanceof ThermalLaw.Table table
                ? Link.table(table.kelvin(), table.values())
                : Link.constant(law.nominal());
    }

    private static Lattice addenda(ThermalLaw law) {
        if (law instanceof ThermalLaw.Power power) {
            return new PowerHeatCapacity(power.value().value(), power.atKelvin(), power.exponent());
        }
        return law instanceof ThermalLaw.Table table
                ? new Tabulated(table.kelvin(), table.values())
                : new ConstantHeatCapacity(law.nominal());
    }
}
