package org.fieldfall.app.cli;

import java.io.PrintWriter;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.guard.Leases;

/**
 * What every command works with.
 *
 * @param out for what was asked for
 * @param err for everything else
 * @param leases rigs that are held on this machine
 */
record Desk(Configs configs, PrintWriter out, PrintWriter err, Leases leases) {

    Desk(Configs configs, PrintWriter out, PrintWriter err) {
        this(configs, out, err, Leases.here());
    }
}
