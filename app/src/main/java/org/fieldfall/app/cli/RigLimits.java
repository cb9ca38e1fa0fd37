package org.fieldfall.app.cli;

import static org.fieldfall.protocols.instrument.Figure.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fieldfall.app.config.RigConfig;
import org.fieldfall.app.model.FieldSupplyOffer;
import org.fieldfall.protocols.fieldquench.CoilCircuit;

/** What a rig cannot do of what it is asked to be predicted for. */
record RigLimits(SampleOnRig asked) {

    /** From one field to another. */
    private record Step(double fromTesla, double toTesla) {}

    /** @throws UsageException with all that cannot be done; an empty list of values asks nothing */
    void check(List<Double> from, List<Double> to, List<Double> at) {
        var faults = new ArrayList<String>();
        fields(faults, "--from", from);
        fields(faults, "--to", to);
        temperatures(faults, at);
        rate(faults, from, to);
        if (!faults.isEmpty()) {
            throw new UsageException(
                    "rig " + rig().name() + " cannot do this, " + count(faults) + "\n  " + String.join("\n  ", faults));
        }
    }

    private static String count(List<String> faults) {
        return faults.size() == 1 ? "1 problem" : faults.size() + " problems";
    }

    private RigConfig rig() {
        return asked.rig();
    }

    private void fields(List<String> faults, String option, List<Double> tesla) {
        var limit = rig().limits().fieldTesla();
        tesla.stream()
                .max(Comparator.comparingDouble(Math::abs))
                .filter(largest -> Math.abs(largest) > limit)
                .ifPresent(largest ->
                        faults.add(text("%s: came %g T, due within limits.field, %g T", option, largest, limit)));
    }

    private void temperatures(List<String> faults, List<Double> kelvin) {
        var coldest = asked.coldestKelvin();
        var warmest = asked.warmestKelvin();
        var outside =
                kelvin.stream().filter(ti -> !(ti >= coldest && ti <= warmest)).toList();
        if (!outside.isEmpty()) {
            faults.add(text(
                    "--at: came %g K%s, due from %g K to %g K, what the rig's limits, the thermometer's curve and the"
                            + " tables of the platform allow",
                    outside.get(0),
                    outside.size() == 1 ? "" : " and " + (outside.size() - 1) + " more like it",
                    coldest,
                    warmest));
        }
    }

    private void rate(List<String> faults, List<Double> from, List<Double> to) {
        var rate = asked.teslaPerSecond();
        var limit = rig().limits().rateTeslaPerSecond();
        if (rate > limit) {
            faults.add(text("--rate: came %g T/s, due within limits.rate, %g T/s", rate, limit));
        }
        var circuit = new CoilCircuit(
                rig().coil().teslaPerAmpere().value(),
                rig().coil().henry(),
                rig().coil().ohm(),
                rig().settings(rig().roles().fieldSupply().instrument(), FieldSupplyOffer.class)
                        .complianceVolts());
        from.stream()
                .flatMap(bi -> to.stream().map(bf -> new Step(bi, bf)))
                .filter(step -> step.fromTesla != step.toTesla)
                .max(Comparator.comparingDouble(step -> circuit.peakVolts(step.fromTesla, step.toTesla, rate)))
                .filter(step -> circuit.peakVolts(step.fromTesla, step.toTesla, rate) > circuit.complianceVolts())
                .ifPresent(step -> faults.add(text(
                        "--rate: %g T/s from %g T to %g T needs %.2f V (L dI/dt + R I), the supply's compliance is %g V;"
                                + " the reachable rate is about %g T/s",
                        rate,
                        step.fromTesla,
                        step.toTesla,
                        circuit.peakVolts(step.fromTesla, step.toTesla, rate),
                        circuit.complianceVolts(),
                        circuit.reachableRate(step.fromTesla, step.toTesla))));
    }
}
