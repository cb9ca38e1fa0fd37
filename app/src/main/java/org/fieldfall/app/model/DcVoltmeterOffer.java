package org.fieldfall.app.model;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.drivers.volts.VoltsAcrossSensor;
import org.fieldfall.drivers.volts.VoltsAcrossShunt;
import org.fieldfall.protocols.instrument.BufferedMeter;
import org.fieldfall.protocols.instrument.CalibrationCurve;

/** Settings of a buffered meter in DC volts: across the sensor it is the sample's thermometer, across the shunt it records the field. */
public interface DcVoltmeterOffer extends SampleThermometerOffer, FieldMonitorOffer {

    /** Such meters measure 20 % beyond their ranges (data sheets of the 34465A and of the DMM6500, DC voltage). */
    double OVERRANGE = 1.2;

    double rangeVolts();

    BufferedMeter meter(OpenBox box);

    @Override
    default VoltsAcrossSensor sampleThermometer(OpenBox box, RigConfig.SampleThermometer role, CalibrationCurve curve) {
        return new VoltsAcrossSensor(meter(box), role.excitationAmperes().value(), curve);
    }

    @Override
    default DoubleUnaryOperator tesla(RigConfig.Coil coil, RigConfig.FieldMonitor role) {
        double perVolt = VoltsAcrossShunt.teslaPerVolt(
                coil.teslaPerAmpere().value(), role.shuntOhm().value());
        return volts -> volts * perVolt;
    }

    @Override
    default VoltsAcrossShunt fieldMonitor(OpenBox box, RigConfig.FieldMonitor role) {
        return new VoltsAcrossShunt(
                meter(box),
                box.place().rig().coil().teslaPerAmpere().value(),
                role.shuntOhm().value());
    }

    @Override
    default List<Finding> rate(double volts, String where) {
        return List.of(Finding.of(
                "range",
                text("%g V", rangeVolts()),
                text("%g V %s, at most 1.2 times the range", volts, where),
                volts <= OVERRANGE * rangeVolts()));
    }
}
