package org.fieldfall.simulator.lakeshore350;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fieldfall.simulator.world.SensorCurve;

/** The NTC resistor on input A and the curve it is read by, which is stored as curve 21. */
public final class Sensor {

    private final double[] ohm;
    private final double[] kelvin;
    private final SensorCurve curve;

    public Sensor(double[] ohm, double[] kelvin) {
        this.curve = new SensorCurve(ohm, kelvin, 0, 0);
        int[] order = IntStream.range(0, ohm.length)
                .boxed()
                .sorted((a, b) -> Double.compare(ohm[a], ohm[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.ohm = IntStream.of(order).mapToDouble(i -> ohm[i]).toArray();
        this.kelvin = IntStream.of(order).mapToDouble(i -> kelvin[i]).toArray();
    }

    double ohm(double atKelvin) {
        return curve.ohm(atKelvin);
    }

    double lowestKelvin() {
        return Arrays.stream(kelvin).min().orElseThrow();
    }

    double highestKelvin() {
        return Arrays.stream(kelvin).max().orElseThrow();
    }

    String header() {
        return String.format(Locale.ROOT, "CX-1050,SIM1050,4,%+.3f,1", highestKelvin());
    }

    /** One breakpoint, log10 of ohm and kelvin, from 1 on; zeros where there is none. */
    String point(int number) {
        boolean there = number <= ohm.length;
        return String.format(
                Locale.ROOT,
                "%+.5f,%+.5f",
                there ? Math.log10(ohm[number - 1]) : 0.0,
                there ? kelvin[number - 1] : 0.0);
    }
}
