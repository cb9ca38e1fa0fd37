/**
 * Numbers about a run for those who watch many: line latencies, the record's flushes, guards, temperatures, as Prometheus
 * reads them.
 *
 * <p>Micrometer's one home. Only listens; nothing here can slow a run. Opens onto {@code run} and {@code live.view}.
 */
@NullMarked
package org.fieldfall.app.meter;

import org.jspecify.annotations.NullMarked;
