package org.fieldfall.protocols.theory.kinetics;

import java.util.Arrays;

/** K by straight lines between points, its integral by the trapezia beneath them. */
final class TableLink implements Link {

    private final double[] kelvin;
    private final double[] conductance;
    private final double[] watt;

    TableLink(double[] kelvin, double[] wattPerKelvin) {
        if (kelvin.length < 2 || kelvin.length != wattPerKelvin.length) {
            throw new IllegalArgumentException("a link's table needs two points or more and one K a temperature, got "
                    + kelvin.length + " temperatures and " + wattPerKelvin.length + " K");
        }
        this.kelvin = kelvin.clone();
        this.conductance = wattPerKelvin.clone();
        this.watt = new double[kelvin.length];
        for (var i = 0; i < kelvin.length; i++) {
            checkPoint(i);
            watt[i] = i == 0 ? 0 : watt[i - 1] + area(i - 1, kelvin[i]);
        }
    }

    private void checkPoint(int i) {
        if (!(conductance[i] >= 0 && conductance[i] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("link must be 0 W/K or above and finite, got " + conductance[i]);
        }
        if (!(kelvin[i] > (i == 0 ? 0 : kelvin[i - 1]) && kelvin[i] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "temperatures of a link's table must be above 0 K, finite and ascend, got " + kelvin[i] + " K");
        }
    }

    @Override
    public double watt(double fromKelvin, double bathKelvin) {
        return watt(fromKelvin) - watt(bathKelvin);
    }

    private double watt(double at) {
        var i = pieceAt(at);
        return i < 0 ? Double.NaN : watt[i] + area(i, at);
    }

    @Override
    public double wattPerKelvin(double at) {
        var i = pieceAt(at);
        return i < 0 ? Double.NaN : conductance[i] + slope(i) * (at - kelvin[i]);
    }

    private double area(int i, double at) {
        var width = at - kelvin[i];
        return (conductance[i] + slope(i) * width / 2) * width;
    }

    private double slope(int i) {
        return (conductance[i + 1] - conductance[i]) / (kelvin[i + 1] - kelvin[i]);
    }

    /** The piece a temperature lies in; −1 outside the table. */
    private int pieceAt(double at) {
        if (!(at >= kelvin[0] && at <= kelvin[kelvin.length - 1])) {
            return -1;
        }
        var found = Arrays.binarySearch(kelvin, at);
        return Math.min(kelvin.length - 2, found >= 0 ? found : -found - 2);
    }
}
