package org.fieldfall.app.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;

/** Cuts events that would not fit into a message: readings into several events of their kind, a curve to fewer points. */
final class Pieces {

    /** Numbers in one message: a quarter of a megabyte. */
    static final int MOST_NUMBERS = 32_768;

    private static final int MOST_POINTS = 4096;

    private Pieces() {}

    static List<RunEvent> of(RunEvent event) {
        if (event instanceof BlockTaken taken && taken.block().size() > MOST_NUMBERS) {
            return blocks(taken);
        } else if (event instanceof RowsTaken taken && taken.size() > mostRows(taken)) {
            return rows(taken);
        } else if (event instanceof PredictionMade made && made.seconds().length > MOST_POINTS) {
            return List.of(thinned(made));
        }
        return List.of(event);
    }

    private static List<RunEvent> blocks(BlockTaken taken) {
        SampleBlock whole = taken.block();
        List<RunEvent> pieces = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += MOST_NUMBERS) {
            int to = Math.min(whole.size(), from + MOST_NUMBERS);
            SampleBlock block = new SampleBlock(
                    whole.firstIndex() + from, whole.intervalSeconds(), Arrays.copyOfRange(whole.raw(), from, to));
            pieces.add(
                    new BlockTaken(taken.rigSeconds(), taken.channel(), taken.acquisition(), block, taken.rawUnit()));
        }
        return pieces;
    }

    private static int mostRows(RowsTaken taken) {
        return Math.max(1, MOST_NUMBERS / (1 + taken.columns().size()));
    }

    private static List<RunEvent> rows(RowsTaken taken) {
        int most = mostRows(taken);
        List<RunEvent> pieces = new ArrayList<>();
        for (int from = 0; from < taken.size(); from += most) {
            int first = from;
            int to = Math.min(taken.size(), from + most);
            pieces.add(new RowsTaken(
                    taken.rigSeconds(),
                    taken.channel(),
                    taken.acquisition(),
                    taken.firstRow() + from,
                    Arrays.copyOfRange(taken.seconds(), from, to),
                    taken.columns().stream()
                            .map(column -> new RowsTaken.Column(
                                    column.name(), column.unit(), Arrays.copyOfRange(column.values(), first, to)))
                            .toList()));
        }
        return pieces;
    }

    /** Every so many points, the last one too. */
    private static PredictionMade thinned(PredictionMade made) {
        int last = made.seconds().length - 1;
        double[] seconds = new double[MOST_POINTS];
        double[] kelvin = new double[MOST_POINTS];
        for (int i = 0; i < MOST_POINTS; i++) {
            int from = (int) ((long) i * last / (MOST_POINTS - 1));
            seconds[i] = made.seconds()[from];
            kelvin[i] = made.kelvin()[from];
        }
        return new PredictionMade(made.rigSeconds(), made.name(), seconds, kelvin);
    }
}
