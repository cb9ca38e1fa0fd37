package org.fieldfall.protocols.fieldquench;

import java.util.List;
import java.util.Optional;
import org.fieldfall.protocols.instrument.AuxiliaryChannel;
import org.fieldfall.protocols.instrument.Bath;
import org.fieldfall.protocols.instrument.BiasMagnet;
import org.fieldfall.protocols.instrument.Excitation;
import org.fieldfall.protocols.instrument.FieldMonitor;
import org.fieldfall.protocols.instrument.FieldSupply;
import org.fieldfall.protocols.instrument.HeatSwitch;
import org.fieldfall.protocols.instrument.SampleHeater;
import org.fieldfall.protocols.instrument.SampleThermometer;

/** The roles a rig fills. Only the supply and the thermometer must be there. */
public record RigRoles(
        FieldSupply supply,
        SampleThermometer thermometer,
        Optional<FieldMonitor> monitor,
        Optional<Bath> bath,
        Optional<HeatSwitch> heatSwitch,
        Optional<SampleHeater> heater,
        Optional<Excitation> excitation,
        Optional<BiasMagnet> bias,
        List<AuxiliaryChannel> auxiliary) {

    public RigRoles {
        auxiliary = List.copyOf(auxiliary);
    }

    /** Without a bias magnet. */
    public RigRoles(
            FieldSupply supply,
            SampleThermometer thermometer,
            Optional<FieldMonitor> monitor,
            Optional<Bath> bath,
            Optional<HeatSwitch> heatSwitch,
            Optional<SampleHeater> heater,
            Optional<Excitation> excitation,
            List<AuxiliaryChannel> auxiliary) {
        this(supply, thermometer, monitor, bath, heatSwitch, heater, excitation, Optional.empty(), auxiliary);
    }

    /** The same with other auxiliary channels. */
    public RigRoles withAuxiliary(List<AuxiliaryChannel> channels) {
        return new RigRoles(supply, thermometer, monitor, bath, heatSwitch, heater, excitation, bias, channels);
    }

    public static RigRoles of(FieldSupply supply, SampleThermometer thermometer) {
        return new RigRoles(
                supply,
                thermometer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
