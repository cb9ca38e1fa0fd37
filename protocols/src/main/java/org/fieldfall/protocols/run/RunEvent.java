package org.fieldfall.protocols.run;

/**
 * One thing that happened in a run. Every event carries the rig time it was heard at; the store adds the wall time.
 *
 * <p>Consumers that must tell events apart walk this family once; a test walks its members.
 */
public sealed interface RunEvent
        permits PhaseStarted,
                PhaseEnded,
                ScalarRead,
                BlockTaken,
                SendMarked,
                PredictionMade,
                GuardTripped,
                OperatorActed,
                OperatorSaid,
                SafeStateStep,
                RowsTaken,
                LineChanged,
                LineTimed,
                FigureFound,
                RunEnded,
                RecordTroubled,
                Remark {

    /** Rig time in seconds. */
    double rigSeconds();
}
