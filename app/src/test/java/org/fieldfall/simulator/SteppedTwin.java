package org.fieldfall.simulator;

import java.util.Map;
import java.util.function.Consumer;
import org.fieldfall.simulator.world.Crystal;
import org.fieldfall.simulator.world.TrueHeat;

/** A twin without wires and without a clock, for tests that see both ends: told commands, then moved on. */
public final class SteppedTwin {

    private final TwinSettings settings;
    private final Twin twin;

    public SteppedTwin(TwinSettings settings, long seed) {
        this.settings = settings;
        this.twin = new Twin(settings, seed);
    }

    public void advanceTo(double seconds) {
        twin.advanceTo(seconds);
    }

    public void supply(String... commands) {
        tell(Instrument.SUPPLY, commands);
    }

    public void meter(String... commands) {
        tell(Instrument.METER, commands);
    }

    public void monitor(String... commands) {
        tell(Instrument.MONITOR, commands);
    }

    public void cryostat(String... commands) {
        tell(Instrument.CRYOSTAT, commands);
    }

    public void heatSwitch(String... commands) {
        tell(Instrument.SWITCH, commands);
    }

    private void tell(Instrument instrument, String... commands) {
        for (String command : commands) {
            twin.box(instrument).hear(command);
        }
        twin.box(instrument).say();
    }

    /** Tells what the world really does from now on. */
    public void truthTo(Consumer<Truth> consumer) {
        twin.truthTo(consumer);
    }

    /** Readings that the meter has taken since it was asked last. */
    public double[] readings() {
        return readings(Instrument.METER);
    }

    /** The same of the field monitor. */
    public double[] monitored() {
        return readings(Instrument.MONITOR);
    }

    private double[] readings(Instrument meter) {
        twin.box(meter).hear("R?");
        String block = twin.box(meter).say().strip();
        String payload = block.substring(2 + Character.digit(block.charAt(1), 10));
        String[] numbers = payload.isEmpty() ? new String[0] : payload.split(",", -1);
        double[] readings = new double[numbers.length];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = Double.parseDouble(numbers[i]);
        }
        return readings;
    }

    /** What the seed drew, by name with unit. */
    public Map<String, Double> drawn() {
        return twin.drawn().asMap(settings);
    }

    /** The crystal that a seed drew. */
    public static TrueHeat heat(TwinSettings settings, Map<String, Double> drawn) {
        TwinSettings.Sample sample = settings.sample();
        return new TrueHeat(
                new Crystal.Spin(
                        sample.spin(),
                        sample.anisotropyKelvin(),
                        sample.quarticKelvin(),
                        sample.g(),
                        sample.barrierKelvin(),
                        sample.tau0Seconds()),
                sample.debyeKelvin(),
                sample.debyeUnits(),
                drawn.getOrDefault("sample_mol", Double.NaN));
    }

    /** Crystal, platform and spins that have followed, in J/K, with the amounts that a seed drew. */
    public static double joulePerKelvin(TwinSettings settings, Map<String, Double> drawn, double kelvin, double tesla) {
        return heat(settings, drawn).joulePerKelvin(kelvin, tesla) + drawn.getOrDefault("addenda_j_per_k", Double.NaN);
    }
}
