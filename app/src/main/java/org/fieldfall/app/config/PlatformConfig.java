package org.fieldfall.app.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldfall.protocols.analysis.Uncertain;

/**
 * The section {@code platform} of a rig file: platform of the calorimeter and the thermometer on it. SI units.
 *
 * @param link conductance to the bath; with a heat switch, while that is open
 * @param closedLinkWattPerKelvin while the heat switch is closed; there if there is one
 * @param addenda heat capacity of platform, glue and wires
 * @param eddyWattPerRateSquared heating by (dB/dt)²; zero where nothing is known of it
 * @param internalSeconds in which sample and platform equalise
 * @param responseSeconds of the thermometer
 * @param selfHeatingWatt of the thermometer; empty where it follows from its current and its curve
 * @param contactWattPerKelvin from the thermometer's element to the platform; empty where they have one temperature
 */
public record PlatformConfig(
        ThermalLaw link,
        Optional<Uncertain> closedLinkWattPerKelvin,
        ThermalLaw addenda,
        Uncertain eddyWattPerRateSquared,
        double internalSeconds,
        double responseSeconds,
        Optional<Double> selfHeatingWatt,
        Optional<Double> contactWattPerKelvin) {

    /** Files beside the rig file that it rests on. */
    public List<ConfigFile> files() {
        return tables().map(ThermalLaw.Table::file).toList();
    }

    /** Below it the link is not known. */
    public double coldestKelvin() {
        return link instanceof ThermalLaw.Table table ? table.points().get(0).kelvin() : 0;
    }

    /** Above it link or addenda are not known. */
    public double warmestKelvin() {
        return tables().mapToDouble(
                        table -> table.points().get(table.points().size() - 1).kelvin())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Stream<ThermalLaw.Table> tables() {
        return Stream.of(link, addenda)
                .filter(ThermalLaw.Table.class::isInstance)
                .map(ThermalLaw.Table.class::cast);
    }
}
