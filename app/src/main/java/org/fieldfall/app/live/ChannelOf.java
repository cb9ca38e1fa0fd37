package org.fieldfall.app.live;

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
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;

/** Which channel an event goes out on. */
final class ChannelOf {

    private ChannelOf() {}

    static String event(RunEvent event) {
        if (event instanceof ScalarRead read) {
            return read.channel();
        } else if (event instanceof BlockTaken block) {
            return block.channel() + "/block";
        } else if (event instanceof RowsTaken rows) {
            return rows.channel() + "/rows";
        }
        return "event/" + family(event);
    }

    private static String family(RunEvent event) {
        if (event instanceof PhaseStarted || event instanceof PhaseEnded) {
            return "phase";
        } else if (event instanceof GuardTripped) {
            return "guard";
        } else if (event instanceof OperatorActed || event instanceof OperatorSaid) {
            return "operator";
        } else if (event instanceof SafeStateStep) {
            return "safe-step";
        } else if (event instanceof PredictionMade) {
            return "prediction";
        } else if (event instanceof FigureFound) {
            return "figure";
        } else if (event instanceof SendMarked) {
            return "send";
        } else if (event instanceof LineChanged) {
            return "line";
        } else if (event instanceof LineTimed) {
            return "timing";
        } else if (event instanceof RecordTroubled) {
            return "record";
        } else if (event instanceof RunEnded) {
            return "end";
        }
        return "remark";
    }
}
