package org.fieldfall.app.store;

import java.util.List;
import java.util.Random;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;

/** Run events to write down. */
public final class RunEvents {

    private RunEvents() {}

    /** One of each kind, with the numbers and letters that break careless formats. */
    public static List<RunEvent> oneOfEach() {
        return List.of(
                new PhaseStarted(-0.0, "settle", Double.POSITIVE_INFINITY),
                new PhaseEnded(1.25, "settle", Quality.MARKED, "drift 1 mK/min: τ = 78 s, 5τ waited"),
                new ScalarRead(2.5, "field-supply", 9.9987, "A", Double.NaN, "T"),
                block(3, 17, new double[] {1.6801e-3, Double.NaN, -Double.MIN_VALUE, 1e300}),
                new SendMarked(4.75, "sweep", 4.7499),
                new PredictionMade(5, "two-well", new double[] {0, 0.09, 10}, new double[] {4, 3.753, 3.201}),
                new GuardTripped(6, "compliance", Double.NaN, 10, "V", "STOP: field goes to 0 T at 1 T/s"),
                new OperatorActed(7, "stop", "Žofia 🧲"),
                new SafeStateStep(8, "field-supply", "CURR 0", "", false),
                new Remark(9, "line one\nline two\u0000"),
                new LineChanged(10, "supply (ASRL/dev/ttyUSB0::INSTR)", LineState.REFUSED, "no. 2, was no. 1"),
                new RecordTroubled(11, RecordTroubled.State.FAILED, "No space left on device"),
                rows(12, 5, new double[] {0.1, 0.2000000000000001, Double.NaN}),
                new FigureFound(13, "drift asymptote", 4.0006, Double.NaN, "K"),
                new RunEnded(14, "aborted", false, "stop by Žofia"),
                new OperatorSaid(15, "Žofia", "helium", "refilled"),
                new LineTimed(16, "supply", "ASRL/dev/ttyUSB0::INSTR", 812, Double.NaN, 0.031, 2, 1L << 40, 1));
    }

    private static RowsTaken rows(double seconds, long firstRow, double[] x) {
        var columns =
                List.of(new RowsTaken.Column("x", "V", x), new RowsTaken.Column("θ", "deg", new double[x.length]));
        return new RowsTaken(seconds, "lock-in", 3, firstRow, new double[] {1, 2, 4}, columns);
    }

    /** The {@code index}-th event of an endless series; the same index gives the same event. */
    static RunEvent number(long index) {
        var random = new Random(index);
        double seconds = index * 1e-3;
        return index % 5 == 0
                ? block(seconds, index, random.doubles(1 + random.nextInt(60)).toArray())
                : new ScalarRead(seconds, "bath", random.nextDouble(), "V", index, "K");
    }

    private static BlockTaken block(double seconds, long firstIndex, double[] raw) {
        var block = new SampleBlock(firstIndex, 1e-3, raw);
        return new BlockTaken(seconds, "sample-thermometer", 2, block, "V");
    }
}
