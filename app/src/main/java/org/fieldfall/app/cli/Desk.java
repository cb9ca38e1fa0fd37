package org.fieldfall.app.cli;

import java.io.PrintWriter;
import org.fieldfall.app.config.Configs;

/**
 * What every command works with.
 *
 * @param out for what was asked for
 * @param err for everything else
 */
record Desk(Configs configs, PrintWriter out, PrintWriter err) {}
