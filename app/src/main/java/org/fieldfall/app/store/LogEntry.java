package org.fieldfall.app.store;

import java.time.Instant;
import org.fieldfall.protocols.run.RunEvent;

/** One event as it stands in the log: its frame's number, the wall time it was heard at, and what happened. */
public record LogEntry(long sequence, Instant wall, RunEvent event) {}
