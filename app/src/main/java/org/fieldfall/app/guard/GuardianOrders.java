package org.fieldfall.app.guard;

/**
 * What a guardian is told when it starts: the first line of its input, in JSON. After it come {@value #BEAT} lines and, when
 * the run is over, one of the farewells.
 *
 * @param rigFile path of a rig file without relative paths in it; read before the guardian answers and not needed afterwards
 * @param runFolder absolute
 * @param runPid process of the run
 * @param runStarted when that process was started, as {@link WatchedProcess} has it
 * @param holder of the lease, as the run has told it
 */
record GuardianOrders(String rigFile, String runFolder, long runPid, String runStarted, Holder holder) {

    static final String ARMED = "armed";

    static final String BEAT = "beat";

    /** The run ended and every instrument was seen safe. */
    static final String FAREWELL_SAFE = "farewell, safe";

    /** The run ended and has itself done all that can be done; the rig is not safe and stays latched. */
    static final String FAREWELL_FAULT = "farewell, not safe";

    /** The run has left its lines without a way to safety; its process goes on and is to be spared. */
    static final String ABANDONED = "abandoned";
}
