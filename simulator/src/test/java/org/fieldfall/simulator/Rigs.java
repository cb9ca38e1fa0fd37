package org.fieldfall.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Settings of the rig in config/rigs/twin.yaml with the crystal of config/samples/mn12ac-experiment.yaml. */
final class Rigs {

    private static final Path CURVE = Path.of("..", "config", "calibrations", "cx1050-typical.340");
    private static final double KELVIN_PER_WAVENUMBER = 1.438776877;

    private Rigs() {}

    static TwinSettings drawn() {
        return settings(1, 0.01, 0.45e-6);
    }

    /** Every spread 0, so that the seed draws nothing but noise. */
    static TwinSettings exact() {
        return settings(0, 0.01, 0.45e-6);
    }

    /** As {@link #exact}, with crystal and platform in close contact and hardly any self-heating. */
    static TwinSettings plain() {
        return settings(0, 1e-4, 1e-9);
    }

    /** All instruments of config/rigs/twin.yaml, with a board that boots fast. */
    static TwinSettings whole(double spread, boolean sharedTrigger, boolean withSource) {
        TwinSettings two = settings(spread, 0.01, 0.45e-6);
        return new TwinSettings(
                two.supply(),
                two.coil(),
                two.platform(),
                two.sample(),
                two.thermometer(),
                Optional.of(new TwinSettings.Monitor(0.01, spread * 2e-4, 3e-6, 0.3e-3, spread * 5e-5, spread * 20e-6)),
                Optional.of(new TwinSettings.Cryostat(1.8, 20, 0.02, 10, 5e-4, spread * 1e-3 / 3600, 57_600)),
                Optional.of(new TwinSettings.HeatSwitch(1e-3, spread * 0.02, 1e-6, 0.3, 0.3, 115_200)),
                Optional.of(new TwinSettings.Heater(10_000, spread * 0.0025, spread * 3e-3)),
                withSource ? Optional.of(new TwinSettings.Source(9600)) : Optional.empty(),
                List.of(),
                sharedTrigger);
    }

    private static TwinSettings settings(double spread, double internalSeconds, double excitationAmperes) {
        return new TwinSettings(
                new TwinSettings.Supply(TwinSettings.Supply.Kind.KEPCO_BOP, 20, 20, 0.8e-3, 9600),
                new TwinSettings.Coil(0.1, spread * 1e-3, 0.05, 0.15, 0.5e-3),
                new TwinSettings.Platform(
                        4, spread * 2e-3, 0.14e-6, spread * 0.02, 1e-6, spread * 0.05, internalSeconds, 1e-9),
                new TwinSettings.Sample(
                        10,
                        -0.5 * KELVIN_PER_WAVENUMBER,
                        0,
                        2.05,
                        38,
                        1,
                        4e-3 / 2060.17,
                        spread * 0.0025,
                        61.5,
                        2.1e-7),
                thermometer(spread, excitationAmperes));
    }

    private static TwinSettings.Thermometer thermometer(double spread, double excitationAmperes) {
        List<double[]> rows = curve();
        return new TwinSettings.Thermometer(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray(),
                spread * 3e-3,
                excitationAmperes,
                spread * 5e-4,
                1.5e-3,
                3e-6,
                0.3e-3,
                spread * 2e-6,
                spread * 0.2e-6 / 60,
                0.2e-6,
                2e-4,
                spread * 5e-5,
                spread * 5e-5,
                spread * 20e-6);
    }

    /** Ohm and kelvin of the typical sensor's points. */
    private static List<double[]> curve() {
        Pattern row = Pattern.compile("\\s*\\d+\\s+[\\d.]+\\s+[\\d.]+\\s*");
        try {
            return Files.readAllLines(CURVE).stream()
                    .filter(line -> row.matcher(line).matches())
                    .map(line -> line.strip().split("\\s+", -1))
                    .map(words ->
                            new double[] {Math.pow(10, Double.parseDouble(words[1])), Double.parseDouble(words[2])})
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
