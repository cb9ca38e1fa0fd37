package org.fieldfall.app.config;

import java.util.List;
import org.fieldfall.protocols.analysis.Uncertain;

/** A heat capacity or a conductance of the platform, with temperature; SI units. */
public sealed interface ThermalLaw permits ThermalLaw.Constant, ThermalLaw.Power, ThermalLaw.Table {

    /** Standard uncertainty as a share of the value, the same at all temperatures. */
    double relativeSigma();

    /** The value it is told by; the largest of a table. */
    double nominal();

    /** The value it is told by, with its uncertainty. */
    default Uncertain told() {
        return new Uncertain(nominal(), relativeSigma() * Math.abs(nominal()));
    }

    /** In a few words, for a message. */
    String words();

    /** The same at all temperatures. */
    record Constant(Uncertain value) implements ThermalLaw {
        @Override
        public double relativeSigma() {
            return value.relativeSigma();
        }

        @Override
        public double nominal() {
            return value.value();
        }

        @Override
        public String words() {
            return "a constant";
        }
    }

    /** Value times (T/atKelvin) to the exponent, which is not zero. */
    record Power(Uncertain value, double atKelvin, double exponent) implements ThermalLaw {
        @Override
        public double relativeSigma() {
            return value.relativeSigma();
        }

        @Override
        public double nominal() {
            return value.value();
        }

        @Override
        public String words() {
            return "a power law";
        }
    }

    /**
     * Measured points in ascending temperature.
     *
     * @param file they are from
     */
    record Table(ConfigFile file, List<Point> points, double relativeSigma) implements ThermalLaw {

        public Table {
            points = List.copyOf(points);
        }

        @Override
        public double nominal() {
            return points.stream().mapToDouble(Point::value).max().orElse(Double.NaN);
        }

        @Override
        public String words() {
            return "a table";
        }

        public double[] kelvin() {
            return points.stream().mapToDouble(Point::kelvin).toArray();
        }

        public double[] values() {
            return points.stream().mapToDouble(Point::value).toArray();
        }
    }

    /** One line of a table. */
    record Point(double kelvin, double value) {}
}
