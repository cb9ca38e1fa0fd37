package org.fieldfall.app.live.page;

import java.util.Arrays;
import org.fieldfall.app.live.view.Points;
import org.fieldfall.app.live.view.RunView;

/**
 * Readings between two times, thinned by time. A view thins by number: a hundred thousand readings of the last seconds would
 * leave one point for the hours before them.
 */
final class Slices {

    private static final int POINTS_OF_ONE = 20;

    private final double[] seconds;
    private final double[] low;
    private final double[] high;
    private int size;

    private Slices(int most) {
        seconds = new double[most];
        low = new double[most];
        high = new double[most];
    }

    static Points between(RunView view, String series, double from, double to, int most) {
        Points all = view.between(series, from, to, most);
        if (most < 2 * POINTS_OF_ONE || all.size() == 0 || !isThinned(all) || !(to > from)) {
            return all;
        }
        Slices slices = new Slices(most);
        int count = most / POINTS_OF_ONE;
        for (int i = 0; i < count; i++) {
            double begin = from + (to - from) * i / count;
            double end = from + (to - from) * (i + 1) / count;
            slices.add(view.between(series, begin, end, POINTS_OF_ONE));
        }
        return slices.points(all.next());
    }

    private static boolean isThinned(Points points) {
        for (int i = 0; i < points.size(); i++) {
            if (points.low()[i] != points.high()[i] && !Double.isNaN(points.low()[i])) {
                return true;
            }
        }
        return false;
    }

    /** A slice has one reading beyond each of its ends: what is not later than the last point goes into that. */
    private void add(Points points) {
        for (int i = 0; i < points.size(); i++) {
            if (size > 0 && points.seconds()[i] <= seconds[size - 1]) {
                low[size - 1] = least(low[size - 1], points.low()[i]);
                high[size - 1] = most(high[size - 1], points.high()[i]);
            } else if (size < seconds.length) {
                seconds[size] = points.seconds()[i];
                low[size] = points.low()[i];
                high[size] = points.high()[i];
                size++;
            }
        }
    }

    private static double least(double one, double other) {
        return Double.isNaN(one) || other < one ? other : one;
    }

    private static double most(double one, double other) {
        return Double.isNaN(one) || other > one ? other : one;
    }

    private Points points(long next) {
        return new Points(next, Arrays.copyOf(seconds, size), Arrays.copyOf(low, size), Arrays.copyOf(high, size));
    }
}
